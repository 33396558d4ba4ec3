internal import RealModule

extension Double {
  /// The inverse of the error function: the x with erf(x) = `y`.
  ///
  /// ±∞ at ±1, NaN outside.
  ///
  /// Error bounds: about 4e-16 relative, and what the rounding of y itself makes near ±1; ``inverseErfc(_:)`` has the
  /// digits there.
  public static func inverseErf(_ y: Double) -> Double {
    guard abs(y) <= 1 else { return .nan }
    let magnitude = abs(y)
    // 1 - |y| is exact from ½ on.
    if magnitude > 0.5 { return signMagnitude(y, inverseErfc(1 - magnitude)) }
    // The first terms of the series in y, then Newton's method with Halley's correction (erf'' = -2 x erf').
    let w = 0.5 * pi.squareRoot() * magnitude
    let square = w * w
    var x = w * (1 + square * (1 / 3.0 + square * (7 / 30.0 + square * (127 / 630.0))))
    for _ in 0..<3 {
      let step = (erf(x) - magnitude) / slope(x)
      x -= step / (1 + x * step)
    }
    return signMagnitude(y, x)
  }

  /// The inverse of the complementary error function: the x with erfc(x) = `y`.
  ///
  /// +∞ at 0, -∞ at 2, NaN outside. The tail keeps its digits down to the smallest y.
  ///
  /// Error bounds: about 4e-16 relative, absolutely near y = 1.
  public static func inverseErfc(_ y: Double) -> Double {
    guard y >= 0 && y <= 2 else { return .nan }
    if y == 0 { return infinity }
    // 1 - y and 2 - y are exact where they are taken.
    if y > 1.5 { return -inverseErfc(2 - y) }
    if y >= 0.5 { return inverseErf(1 - y) }
    // erfc(x) is about exp(-x²) / (x √π): a fixed point for x² gives the start.
    var square = -log(y)
    for _ in 0..<4 { square = max(-log(y) - 0.5 * log(pi * max(square, 0.1)), 0.1) }
    var x = square.squareRoot()
    for _ in 0..<5 {
      // The ratio first: the slope of a small y may be no normal number.
      let ratio = erfc(x) / y
      // Newton's method on the logarithm, which is nearly a parabola in x.
      x += y * ratio * log(ratio) / slope(x)
    }
    return x
  }

  /// erf'(x).
  private static func slope(_ x: Double) -> Double { 2 / pi.squareRoot() * exp(-x * x) }

  private static func signMagnitude(_ sign: Double, _ magnitude: Double) -> Double {
    Double(signOf: sign, magnitudeOf: magnitude)
  }
}
