internal import RealModule

/// A value of the beta distribution, with its complement; its coordinate is log (x / y).
struct BetaPoint: TailPoint {
  let a, b: Double
  private(set) var x, y: Double

  var coordinate: Double { .log(x) - .log(y) }
  var density: Double { BetaTails.power(a, b, UnitPair(x: x, y: y)) }

  mutating func move(by step: Double) {
    // By the exponential of -|step|, which does not overflow.
    if step > 0 {
      let factor = Double.exp(-step)
      (x, y) = (x / (x + y * factor), y * factor / (x + y * factor))
    } else {
      let factor = Double.exp(step)
      (x, y) = (x * factor / (x * factor + y), y / (x * factor + y))
    }
  }

  func probability(_ tail: Tail) -> Double {
    let tails = BetaTails(a, b, at: UnitPair(x: x, y: y))
    return tail == .lower ? tails.lower : tails.upper
  }

  var exchanged: BetaPoint { BetaPoint(a: b, b: a, x: y, y: x) }
}

extension BetaPoint {
  /// The point at which a tail has this probability; NaN where there is none.
  static func solution(_ a: Double, _ b: Double, _ tail: Tail, _ probability: Double) -> BetaPoint {
    guard a >= 0, b >= 0, a > 0 || b > 0, a < .infinity || b < .infinity, probability >= 0 && probability <= 1 else {
      return BetaPoint(a: a, b: b, x: .nan, y: .nan)
    }
    // One less a number is exact from ½ on.
    if probability > 0.5 { return solution(a, b, tail.other, 1 - probability) }
    if a == 0 || b == .infinity { return BetaPoint(a: a, b: b, x: 0, y: 1) }
    if b == 0 || a == .infinity { return BetaPoint(a: a, b: b, x: 1, y: 0) }
    if tail == .upper { return solution(b, a, .lower, probability).exchanged }
    if probability == 0 { return BetaPoint(a: a, b: b, x: 0, y: 1) }
    if let end = end(a, b, probability) { return end }
    var point = start(a, b, probability)
    point.solve(.lower, for: probability, between: -700, 700)
    return point
  }

  /// A solution within 1e-300 of an end of the interval, where the first term of the series is exact.
  private static func end(_ a: Double, _ b: Double, _ probability: Double) -> BetaPoint? {
    let x = leadingTerm(a, b, logProbability: .log(probability))
    if x < 1e-300 { return BetaPoint(a: a, b: b, x: x, y: 1) }
    let y = leadingTerm(b, a, logProbability: .log(onePlus: -probability))
    return y < 1e-300 ? BetaPoint(a: a, b: b, x: 1, y: y) : nil
  }

  /// The x with xᵃ / (a B(a, b)) = p.
  private static func leadingTerm(_ a: Double, _ b: Double, logProbability: Double) -> Double {
    .exp((logProbability + BetaTails.logScaledBeta(a, b)) / a)
  }

  private static func start(_ a: Double, _ b: Double, _ probability: Double) -> BetaPoint {
    let leading = leadingTerm(a, b, logProbability: .log(probability))
    if leading * (a + b) < 0.2 * (a + 1) { return BetaPoint(a: a, b: b, x: leading, y: 1 - leading) }
    if min(a, b) < 1 { return BetaPoint(a: a, b: b, x: 0.5, y: 0.5) }
    // log (x / y) has about the mean log (a / b) and the variance 1/a + 1/b.
    let z = -Double.sqrt(2) * .inverseErfc(2 * probability)
    var point = BetaPoint(a: a, b: b, x: a / (a + b), y: b / (a + b))
    point.move(by: z * (1 / a + 1 / b).squareRoot())
    return point
  }
}
