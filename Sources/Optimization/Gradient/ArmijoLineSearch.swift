internal import Learning

/// Shortens a step until it lowers the function by a share of what the slope promises:
///
///     f(x + αp) ≤ f(x) + c α fʹ(x)
///
/// Near a minimum, where what is left to gain is below the rounding of the values, the slope at x + αp is asked in
/// their place: fʹ(x + αp) ≤ (2c - 1) fʹ(x), the same condition on a parabola.
///
/// Source: L. Armijo, Minimization of functions having Lipschitz continuous first partial derivatives, Pacific J. Math.
/// 16(1), 1966, doi:10.2140/pjm.1966.16.1; S. Boyd and L. Vandenberghe, Convex Optimization, 2004, section 9.2.
public struct ArmijoLineSearch: LineSearch, Hashable, Sendable, Codable {
  /// c; 0.3 by default. Along the gradient a small c lets steps through that jump from one wall of a valley to the
  /// other, and gain next to nothing.
  public var sufficientDecrease: Double
  /// What a step is multiplied by that does not gain enough; 0.5 by default.
  public var contraction: Double
  /// What the last step is multiplied by to begin the next search; 1.5 by default. Steps must lengthen
  /// again, but each that does not gain enough costs an evaluation.
  public var growth: Double

  public init(sufficientDecrease: Double = 0.3, contraction: Double = 0.5, growth: Double = 1.5) {
    self.sufficientDecrease = sufficientDecrease
    self.contraction = contraction
    self.growth = growth
  }

  func requireValid() throws(LearningError) {
    guard sufficientDecrease > 0 && sufficientDecrease < 1 else {
      throw .invalidOption(name: "sufficientDecrease", value: "\(sufficientDecrease)", allowed: "between 0 and 1")
    }
    guard contraction > 0 && contraction < 1 else {
      throw .invalidOption(name: "contraction", value: "\(contraction)", allowed: "between 0 and 1")
    }
    guard growth >= 1 && growth.isFinite else {
      throw .invalidOption(name: "growth", value: "\(growth)", allowed: "a finite number, at least 1")
    }
  }

  /// The first point that gains enough, from `firstStep` inwards; nil where none does before the point stands still.
  func run<Function>(_ line: inout Line<Function>, from start: LinePoint, firstStep: Double) -> LinePoint? {
    let noise = 1e-10 * abs(start.value)
    var step = firstStep
    while step > 0 {
      let point = line.point(at: step)
      if point.isFinite, gainsEnough(point, from: start, noise: noise) { return point }
      if point.point == start.point { return nil }
      step *= contraction
    }
    return nil
  }

  private func gainsEnough(_ point: LinePoint, from start: LinePoint, noise: Double) -> Bool {
    if abs(point.value - start.value) > noise {
      return point.value <= start.value + sufficientDecrease * point.step * start.slope
    }
    return point.slope <= (2 * sufficientDecrease - 1) * start.slope
  }
}
