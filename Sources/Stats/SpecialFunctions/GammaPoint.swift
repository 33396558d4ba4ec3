internal import RealModule

/// A value of the gamma distribution of scale one; its coordinate is log x.
struct GammaPoint: TailPoint {
  let shape: Double
  private(set) var x: Double

  var coordinate: Double { .log(x) }
  var density: Double { shape * GammaTails.term(shape, DoublePair(x)) }

  mutating func move(by step: Double) { x *= .exp(step) }

  func probability(_ tail: Tail) -> Double {
    let tails = GammaTails(shape: shape, at: x)
    return tail == .lower ? tails.lower : tails.upper
  }
}

extension GammaPoint {
  /// The x at which a tail has this probability; NaN where there is none.
  static func solution(shape: Double, _ tail: Tail, _ probability: Double) -> Double {
    guard shape >= 0, probability >= 0 && probability <= 1 else { return .nan }
    // One less a number is exact from ½ on.
    if probability > 0.5 { return solution(shape: shape, tail.other, 1 - probability) }
    if probability == 0 { return tail == .lower ? 0 : .infinity }
    if shape == 0 || shape == .infinity { return shape }
    let logLower = tail == .lower ? Double.log(probability) : .log(onePlus: -probability)
    // The first term of the series: exact where x is tiny.
    let logGamma = shape < 1 ? Double.logGamma(onePlus: shape) : .logGamma(shape + 1)
    let leading = Double.exp((logLower + logGamma) / shape)
    if leading < 1e-300 { return leading }
    var point = GammaPoint(shape: shape, x: start(shape: shape, tail, probability, leading: leading))
    point.solve(tail, for: probability, between: -700, 709.7)
    return point.x
  }

  private static func start(shape: Double, _ tail: Tail, _ probability: Double, leading: Double) -> Double {
    if leading < 0.2 * (shape + 1) { return leading }
    if shape < 1 { return max(-Double.log(probability), leading) }
    // Wilson and Hilferty, The distribution of chi-square, PNAS 17, 1931, doi:10.1073/pnas.17.12.684.
    let normal = tail.sign * -Double.sqrt(2) * .inverseErfc(2 * probability)
    let root = 1 - 1 / (9 * shape) + normal / (3 * shape.squareRoot())
    return root > 0.3 ? shape * root * root * root : leading
  }
}
