internal import RealModule

/// Exponentials of arguments that were rounded, by what rounding took from them: exp multiplies the relative error of
/// its argument by the argument, some 700 at the end of the range.
extension Double {
  /// exp(z).
  static func exp(_ z: StandardScore) -> Double {
    let rounded = exp(z.value)
    // The remainder of an infinite argument is NaN or of no matter.
    return rounded > 0 && rounded.isFinite ? rounded + rounded * z.remainder : rounded
  }

  /// exp(a b).
  static func exp(product a: Double, _ b: Double) -> Double {
    let product = a * b
    return exp(StandardScore(product, remainder: (-product).addingProduct(a, b)))
  }
}
