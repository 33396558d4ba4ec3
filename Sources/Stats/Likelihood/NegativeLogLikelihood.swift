internal import LinearAlgebra
internal import Optimization

/// Minus a log-likelihood, on the scale where the domain is the whole line, with some parameters held fixed if wanted:
/// what is minimised.
struct NegativeLogLikelihood<Function: LikelihoodFunction>: TwiceDifferentiableFunction {
  typealias Curvature = Matrix

  let likelihood: Function
  /// The values of all parameters; those that are fixed keep theirs.
  private let base: [Double]
  /// The indices of the parameters that are free.
  private let free: [Int]
  private let domains: [ParameterDomain]

  /// - Parameters:
  ///   - fixed: the index of the parameter that keeps its value; nil for none.
  ///   - point: inside the domain.
  init(_ likelihood: Function, fixing fixed: Int?, at point: [Double]) {
    self.likelihood = likelihood
    base = point
    free = likelihood.parameters.indices.filter { $0 != fixed }
    domains = free.map { likelihood.parameters[$0].domain }
  }

  var dimension: Int { free.count }

  /// The parameters at a position on the line's scale.
  func point(at position: [Double]) -> [Double] {
    var point = base
    for (i, index) in free.enumerated() { point[index] = domains[i].value(at: position[i]) }
    return point
  }

  /// Where the values that were given are on the line's scale.
  var start: [Double] { free.indices.map { domains[$0].position(of: base[free[$0]]) } }

  func value(at position: [Double]) -> Double { -likelihood.logLikelihood(at: point(at: position)) }

  func value(at position: [Double], gradient: inout [Double]) -> Double {
    let point = point(at: position)
    let score = likelihood.score(at: point)
    for (i, index) in free.enumerated() {
      gradient[i] = -score[index] * domains[i].derivatives(at: point[index]).first
    }
    return -likelihood.logLikelihood(at: point)
  }

  func value(at position: [Double], gradient: inout [Double], hessian: inout Matrix) -> Double {
    let point = point(at: position)
    let score = likelihood.score(at: point)
    let information = likelihood.observedInformation(at: point)
    let derivatives = free.indices.map { domains[$0].derivatives(at: point[free[$0]]) }
    for i in free.indices {
      for j in free.indices {
        hessian[i, j] = information[free[i], free[j]] * derivatives[i].first * derivatives[j].first
      }
      hessian[i, i] -= score[free[i]] * derivatives[i].second
      gradient[i] = -score[free[i]] * derivatives[i].first
    }
    return -likelihood.logLikelihood(at: point)
  }
}
