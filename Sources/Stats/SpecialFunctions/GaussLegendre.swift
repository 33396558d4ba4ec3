internal import RealModule

/// The quadrature of Gauss and Legendre: exact for polynomials of a degree below twice the number of nodes.
enum GaussLegendre {
  /// 40 nodes and weights for the integral from 0 to 1.
  static let unitInterval: [(node: Double, weight: Double)] = rule(40)

  /// The roots of the Legendre polynomial by Newton's method, moved to the unit interval.
  private static func rule(_ count: Int) -> [(node: Double, weight: Double)] {
    (0..<count).map { index in
      var x = Double.cos(.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
      var derivative = 0.0
      for _ in 0..<8 {
        let value: Double
        (value, derivative) = legendre(count, x)
        x -= value / derivative
      }
      return (0.5 * (1 - x), 1 / ((1 - x) * (1 + x) * derivative * derivative))
    }
  }

  /// The Legendre polynomial of a degree above zero and its derivative, at |x| < 1.
  private static func legendre(_ degree: Int, _ x: Double) -> (value: Double, derivative: Double) {
    var previous = 1.0
    var value = x
    for k in 1..<degree {
      (previous, value) = (value, (Double(2 * k + 1) * x * value - Double(k) * previous) / Double(k + 1))
    }
    return (value, Double(degree) * (x * value - previous) / (x * x - 1))
  }
}
