import Foundation
import Stats

/// The density against the cumulative probability: its slope at points, and its integral between them.
extension ContinuousLaws {
  /// By the slope from four points around x, in the tail that is accurate there.
  func densityFitsCumulative(_ findings: inout Findings) {
    for point in points {
      let density = distribution.density(point.x)
      let tail = point.tail.probability(distribution, point.x)
      // Below the smallest normal number there are not the digits for a slope.
      guard density > 1e-290, tail > 1e-290 else { continue }
      // The tail changes by a factor of e over tail / density. A power of two, so that x ± h are what they seem.
      let width = 0.01 * min(tail / density, distribution.distanceFromEnds(point.x))
      let h = max(Double(sign: .plus, exponent: width.exponent, significand: 1), 2 * point.x.ulp)
      func rise(_ h: Double) -> Double {
        let change = point.tail.probability(distribution, point.x + h)
          - point.tail.probability(distribution, point.x - h)
        return point.tail == .lower ? change : -change
      }
      let slope = (8 * rise(h) - rise(2 * h)) / (12 * h)
      let error = 1e-6 * density + 2 * options.accuracy * tail / h
      findings.expect(abs(slope - density) <= error, "at \(point.x): a density of \(density), a slope of \(slope)")
    }
  }

  /// Gauss and Legendre's rule between quantiles, in a variable that makes heavy tails and poles at the ends tame.
  func densityHasMassOne(_ findings: inout Findings) throws {
    let thirds = (1...18).map { 0.5 * pow(3, -Double($0)) }
    let lower = try thirds.map { try distribution.quantile($0) }
    let upper = try thirds.map { try distribution.upperQuantile($0) }
    let knots = lower.reversed() + [try distribution.quantile(0.5)] + upper
    let scale = try distribution.upperQuantile(0.25) - distribution.quantile(0.25)
    var total = 0.0
    for (a, b) in zip(knots, knots.dropFirst()) where a < b {
      // Without the digits to tell quantiles apart from the end there is no interval to integrate over.
      guard min(distribution.distanceFromEnds(a), distribution.distanceFromEnds(b)) > max(1e-290, 64 * a.ulp) else {
        continue
      }
      let upperSide = distribution.cumulative(a) >= 0.5
      let tail: Tail = upperSide ? .upper : .lower
      let mass = abs(tail.probability(distribution, b) - tail.probability(distribution, a))
      let variable = IntegrationVariable(
        support: distribution.support, upperSide: upperSide, center: knots[thirds.count], scale: scale)
      let integral = variable.integral(from: a, to: b) { distribution.density($0) }
      let rounding = distribution.density(a) * a.ulp + distribution.density(b) * b.ulp
      let error = options.integralAccuracy * mass + 8 * rounding
      findings.expect(
        abs(integral - mass) <= error, "from \(a) to \(b): an integral of \(integral), a probability of \(mass)")
      total += integral
    }
    findings.expect(
      total <= 1 + 1e-8 && total > 0.5, "the density integrates to \(total) between quantiles")
  }
}

/// A variable in which a density is smooth: the logarithm of the distance from an end of the support, else the inverse
/// hyperbolic sine.
private struct IntegrationVariable {
  private enum Origin {
    case lower(Double), upper(Double), center(Double, scale: Double)
  }

  private let origin: Origin

  init(support: ClosedRange<Double>, upperSide: Bool, center: Double, scale: Double) {
    switch (support.lowerBound.isFinite, support.upperBound.isFinite) {
    case (true, true): origin = upperSide ? .upper(support.upperBound) : .lower(support.lowerBound)
    case (true, false): origin = .lower(support.lowerBound)
    case (false, true): origin = .upper(support.upperBound)
    case (false, false): origin = .center(center, scale: scale)
    }
  }

  /// ∫ f(x) dx over v.
  func integral(from a: Double, to b: Double, _ function: (Double) -> Double) -> Double {
    let (start, end) = (variable(a), variable(b))
    return abs(GaussLegendre.integral(from: start, to: end) { v in
      switch origin {
      case .lower(let end): exp(v) * function(end + exp(v))
      case .upper(let end): exp(v) * function(end - exp(v))
      case .center(let center, let scale): scale * cosh(v) * function(center + scale * sinh(v))
      }
    })
  }

  private func variable(_ x: Double) -> Double {
    switch origin {
    case .lower(let end): log(x - end)
    case .upper(let end): log(end - x)
    case .center(let center, let scale): asinh((x - center) / scale)
    }
  }
}

/// The rule of 16 nodes, made here: what is tested must not judge itself.
private enum GaussLegendre {
  private static let nodes: [(x: Double, weight: Double)] = (1...16).map { index in
    let n = 16
    // Newton's method on the Legendre polynomial.
    var x = cos(.pi * (Double(index) - 0.25) / (Double(n) + 0.5))
    var slope = 0.0
    for _ in 0..<8 {
      var (previous, value) = (1.0, x)
      for k in 2...n {
        (previous, value) = (value, (Double(2 * k - 1) * x * value - Double(k - 1) * previous) / Double(k))
      }
      slope = Double(n) * (x * value - previous) / (x * x - 1)
      x -= value / slope
    }
    return (x, 2 / ((1 - x * x) * slope * slope))
  }

  static func integral(from a: Double, to b: Double, _ function: (Double) -> Double) -> Double {
    let (middle, half) = ((a + b) / 2, (b - a) / 2)
    return half * nodes.reduce(0) { $0 + $1.weight * function(middle + half * $1.x) }
  }
}
