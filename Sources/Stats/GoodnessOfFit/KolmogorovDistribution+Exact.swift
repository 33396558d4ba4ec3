internal import RealModule

extension KolmogorovDistribution {
  /// P(D < d) = n!/nⁿ (Hⁿ)ₖₖ, with k = ⌈n d⌉ and Durbin's matrix H of order m = 2 k - 1.
  ///
  /// With h = k - n d, H is 1/(i - j + 1)! on and below the superdiagonal, but for the first column and the last row,
  /// (1 - hⁱ)/i!, and their corner, (1 - 2 hᵐ + max(0, 2 h - 1)ᵐ)/m!. No element is negative, so that nothing cancels;
  /// the factorials below 1e-30 are left out.
  ///
  /// Source: Marsaglia, Tsang and Wang, Evaluating Kolmogorov's distribution, Journal of Statistical Software 8(18),
  /// 2003, doi:10.18637/jss.v008.i18; here Hⁿ is applied to a vector, which is cheaper than powers of a banded matrix.
  ///
  /// - Complexity: O(n m).
  static func exactCumulative(_ d: Double, count: Int) -> Double {
    let n = Double(count)
    let k = (n * d).rounded(.up)
    let matrix = DurbinMatrix(order: 2 * Int(k) - 1, remainder: k - n * d)
    var vector = [Double](repeating: 0, count: matrix.order)
    vector[Int(k) - 1] = 1
    // The product is kept as a significand and an exponent: neither factor fits a Double alone.
    var (significand, exponent) = (1.0, 0)
    for step in 1...count {
      vector = matrix.multiplied(by: vector)
      let largest = vector.max() ?? 0
      guard largest > 0 else { return 0 }
      for index in vector.indices { vector[index] /= largest }
      significand *= largest * (Double(step) / n)
      exponent += Int(significand.exponent)
      significand = significand.significand
    }
    return Double(sign: .plus, exponent: exponent, significand: significand * vector[Int(k) - 1])
  }
}

/// Durbin's matrix, of which three rows of numbers say everything.
private struct DurbinMatrix {
  let order: Int
  /// 1/i! by i.
  private let inner: [Double]
  /// (1 - hⁱ)/i! by i, from 0: the first column from its second element up, and the last row from its end.
  private let edge: [Double]
  private let corner: Double

  init(order: Int, remainder h: Double) {
    self.order = order
    var factorials = [1.0]
    while factorials.count <= order, let last = factorials.last, last > 1e-30 {
      factorials.append(last / Double(factorials.count))
    }
    inner = factorials
    edge = factorials.enumerated().map { i, factorial in (1 - .pow(h, i)) * factorial }
    let last = factorials.count > order ? factorials[order] : 0
    corner = (1 - 2 * .pow(h, order) + .pow(max(0, 2 * h - 1), order)) * last
  }

  func multiplied(by vector: [Double]) -> [Double] {
    let last = order - 1
    var product = [Double](repeating: 0, count: order)
    for i in 0..<last {
      var sum = i + 1 < edge.count ? edge[i + 1] * vector[0] : 0
      for j in max(1, i + 2 - inner.count)..<(i + 2) { sum += inner[i - j + 1] * vector[j] }
      product[i] = sum
    }
    var sum = corner * vector[0]
    for j in max(1, order + 1 - edge.count)..<order { sum += edge[order - j] * vector[j] }
    product[last] = sum
    return product
  }
}
