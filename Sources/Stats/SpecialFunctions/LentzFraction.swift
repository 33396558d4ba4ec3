/// Continued fractions from the front: a₀ / (b₀ + a₁ / (b₁ + …)) by the modified method of Lentz.
///
/// Source: Thompson and Barnett, Coulomb and Bessel functions of complex arguments and order, Journal of Computational
/// Physics 64, 1986, doi:10.1016/0021-9991(86)90046-X.
enum LentzFraction {
  /// 1 / (`first` + a₁ / (b₁ + a₂ / (b₂ + …))), where `part` gives aₙ and bₙ.
  ///
  /// Stops when a factor is one to an ulp, and after 100,000 parts in any case.
  static func value(
    first: Double, _ part: (Double) -> (numerator: Double, denominator: Double)
  ) -> Double {
    var c = nonzero(first)
    var d = 0.0
    var fraction = c
    for index in 1...100_000 {
      let (a, b) = part(Double(index))
      if a == 0 { break }
      d = 1 / nonzero(b + a * d)
      c = nonzero(b + a / c)
      let factor = c * d
      fraction *= factor
      if abs(factor - 1) <= 0x1p-52 { break }
    }
    return 1 / fraction
  }

  private static func nonzero(_ value: Double) -> Double { value == 0 ? 0x1p-1000 : value }
}
