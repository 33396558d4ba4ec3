import Foundation
import Stats

/// Expectations as integrals of a function of the quantile over the probability: E g(X) = ∫ g(Q(p)) dp.
///
/// Each tail is p = exp(-s) / 2 with s = exp(u - exp(-u)), and the trapezoid rule over u: double exponential in both
/// directions (Takahasi and Mori, Publ. RIMS 9, 1974, doi:10.2977/prims/1195192451), so that smooth functions which
/// grow as a power of 1/p below the first are integrated to about 1e-12.
struct QuantileRule {
  struct Node {
    let x: Double
    let weight: Double
    /// s, of a tail probability exp(-s) / 2.
    let depth: Double
  }

  let nodes: [Node]

  init(_ distribution: some ContinuousDistribution) throws {
    let step = 1.0 / 16
    nodes = try Tail.allCases.flatMap { tail in
      try stride(from: -4.0, through: 6.5, by: step).map { u in
        let s = exp(u - exp(-u))
        let p = 0.5 * exp(-s)
        return Node(x: try tail.quantile(distribution, p), weight: p * s * (1 + exp(-u)) * step, depth: s)
      }
    }
  }

  /// E g(X), of the part of the tails that is not deeper than `depth`.
  func expectation(depth: Double = .infinity, _ function: (Double) -> Double) -> Double {
    nodes.reduce(0) { $1.depth <= depth ? $0 + $1.weight * function($1.x) : $0 }
  }
}
