/// Derivatives by differences, and expectations by sums: what the derivations of likelihoods are checked against.
enum Calculus {
  /// The derivative at `x`, by central differences of fourth order.
  static func derivative(at x: Double, step: Double = 1e-3, of f: (Double) -> Double) -> Double {
    (f(x - 2 * step) - 8 * f(x - step) + 8 * f(x + step) - f(x + 2 * step)) / (12 * step)
  }

  /// The second derivative at `x`, by central differences of fourth order.
  static func secondDerivative(at x: Double, step: Double = 1e-2, of f: (Double) -> Double) -> Double {
    let outer = f(x - 2 * step) + f(x + 2 * step)
    return (16 * (f(x - step) + f(x + step)) - outer - 30 * f(x)) / (12 * step * step)
  }

  /// Σ p(k) f(k) over the counts below `limit`.
  static func expectation(
    of f: (Int) -> Double, under probability: (Int) -> Double, below limit: Int
  ) -> Double {
    (0..<limit).reduce(0) { $0 + probability($1) * f($1) }
  }

  /// ∫ f over an interval, by Simpson's rule.
  static func integral(from a: Double, to b: Double, steps: Int = 4000, of f: (Double) -> Double) -> Double {
    let h = (b - a) / Double(steps)
    return (0...steps).reduce(0) { sum, i in
      let weight = i == 0 || i == steps ? 1.0 : i.isMultiple(of: 2) ? 2 : 4
      return sum + weight * f(a + Double(i) * h)
    } * h / 3
  }

  /// All samples of `size` values from `values`, each as probable as the others.
  static func samples(of values: [Double], size: Int) -> [[Double]] {
    guard size > 0 else { return [[]] }
    return samples(of: values, size: size - 1).flatMap { sample in values.map { sample + [$0] } }
  }

  static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  /// Σ (x - x̄)².
  static func squares(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }
}
