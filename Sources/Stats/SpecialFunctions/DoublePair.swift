internal import RealModule

/// An unevaluated sum of two doubles, the second at most half an ulp of the first: about 106 bits.
///
/// A density of 1e-300 is the exponential of -690, where half an ulp of a double is 6e-14. Exponents, and the
/// differences that they are made of, are therefore held in pairs. What is not finite has zero for its second number.
///
/// Source: Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18, 1971,
/// doi:10.1007/BF01397083; the product by fused multiply-add.
struct DoublePair: Sendable {
  let high, low: Double

  /// A pair whose second number is known to be small against the first.
  private init(normalized high: Double, _ low: Double) {
    self.high = high
    self.low = low
  }

  init(_ value: Double) { self.init(normalized: value, 0) }

  /// The sum, exactly.
  init(sum a: Double, _ b: Double) {
    let sum = a + b
    guard sum.isFinite else {
      self.init(normalized: sum, 0)
      return
    }
    let bPart = sum - a
    self.init(normalized: sum, (a - (sum - bPart)) + (b - bPart))
  }

  /// The difference, exactly.
  init(difference a: Double, _ b: Double) { self.init(sum: a, -b) }

  /// The product, exactly unless it underflows.
  init(product a: Double, _ b: Double) {
    let product = a * b
    self.init(normalized: product, product.isFinite ? (-product).addingProduct(a, b) : 0)
  }

  /// The quotient of two doubles.
  init(quotient a: Double, _ b: Double) { self = DoublePair(a) / DoublePair(b) }

  /// `high + low` where `low` is the smaller one already, in magnitude.
  private init(renormalizing high: Double, _ low: Double) {
    guard high.isFinite else {
      self.init(normalized: high, 0)
      return
    }
    let sum = high + low
    self.init(normalized: sum, low - (sum - high))
  }

  var value: Double { high + low }

  static prefix func - (a: DoublePair) -> DoublePair { DoublePair(normalized: -a.high, -a.low) }

  static func + (a: DoublePair, b: DoublePair) -> DoublePair {
    let high = DoublePair(sum: a.high, b.high)
    let low = DoublePair(sum: a.low, b.low)
    let partial = DoublePair(renormalizing: high.high, high.low + low.high)
    return DoublePair(renormalizing: partial.high, partial.low + low.low)
  }

  static func + (a: DoublePair, b: Double) -> DoublePair { a + DoublePair(b) }
  static func - (a: DoublePair, b: DoublePair) -> DoublePair { a + -b }

  static func * (a: DoublePair, b: DoublePair) -> DoublePair {
    let product = DoublePair(product: a.high, b.high)
    return DoublePair(renormalizing: product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  static func * (a: DoublePair, b: Double) -> DoublePair {
    let product = DoublePair(product: a.high, b)
    return DoublePair(renormalizing: product.high, product.low + a.low * b)
  }

  static func / (a: DoublePair, b: DoublePair) -> DoublePair {
    let first = a.high / b.high
    guard first.isFinite else { return DoublePair(first) }
    let rest = a - b * first
    let second = rest.high / b.high
    return DoublePair(renormalizing: first, second)
  }
}
