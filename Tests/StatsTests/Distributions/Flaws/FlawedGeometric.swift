import Foundation
import Learning
import Stats

/// The geometric distribution of probability 1/2 with a flaw; without one it keeps all laws.
struct FlawedGeometric: DiscreteDistribution {
  static let name = "flawed geometric"

  let flaw: DiscreteFlaw?

  init(_ flaw: DiscreteFlaw?) { self.flaw = flaw }

  private func value(_ value: Double, where flaw: DiscreteFlaw, is flawed: @autoclosure () -> Double) -> Double {
    self.flaw == flaw ? flawed() : value
  }

  var support: ClosedRange<Int> { 0...Int.max }
  var mean: Double { value(1, where: .meanCountsTrials, is: 2) }
  var variance: Double { value(2, where: .varianceOfTheMean, is: 1) }
  var skewness: Double { value(1.5 * 2.0.squareRoot(), where: .noSkewness, is: 0) }
  var excessKurtosis: Double { value(6.5, where: .kurtosisNotExcess, is: 9.5) }
  var entropy: Double { value(2 * log(2), where: .entropyInBits, is: 2) }

  func logDensity(_ x: Int) -> Double {
    guard x >= (flaw == .possibleBelowZero ? -1 : 0) else { return -.infinity }
    // Too far in the tail for the points where jumps are taken.
    if flaw == .tailOfAnotherRate && x % 10 == 5 { return -(Double(x) + 1.1) * log(2) }
    return -(Double(x) + (flaw == .densityOfTheNext ? 2 : 1)) * log(2)
  }

  func cumulative(_ x: Int) -> Double {
    x < 0 ? 0 : -expm1(-(Double(x) + 1) * log(2))
  }

  func survival(_ x: Int) -> Double {
    guard x >= 0 else { return 1 }
    let survival = pow(2, -(Double(x) + (flaw == .survivalCountsItself ? 0 : 1)))
    if flaw == .survivalRises && x == 3 { return 0.03 }
    return value(survival, where: .sumsBelowOne, is: survival * (1 - 1e-12))
  }

  func quantile(_ probability: Double) throws(LearningError) -> Int {
    try require(probability)
    if probability == 1 {
      guard flaw == .infiniteQuantile else { throw Self.noLargest("below 1") }
      return Int.max
    }
    let guess = max(0, Int((-log1p(-probability) / log(2)).rounded(.up)) - 1)
    if flaw == .quantileOneTooLarge { return guess + 1 }
    return smallest(near: guess) { cumulative($0) >= probability }
  }

  func upperQuantile(_ probability: Double) throws(LearningError) -> Int {
    try require(probability)
    guard probability > 0 else { throw Self.noLargest("above 0") }
    let guess = max(0, Int((-log(probability) / log(2)).rounded(.up)) - 1)
    if flaw == .quantileByRounding { return max(0, Int((-log(probability) / log(2) - 0.4).rounded())) }
    return smallest(near: guess) { survival($0) <= probability }
  }

  private func smallest(near guess: Int, where reached: (Int) -> Bool) -> Int {
    (max(0, guess - 2)...guess + 2).first(where: reached) ?? guess
  }

  private static func noLargest(_ allowed: String) -> LearningError {
    .invalidOption(name: "probability", value: "", allowed: allowed)
  }

  private func require(_ probability: Double) throws(LearningError) {
    guard !(probability >= 0 && probability <= 1) else { return }
    throw .invalidOption(name: "probability", value: "\(probability)", allowed: "from 0 to 1")
  }

  func sample(using generator: inout some RandomNumberGenerator) -> Int {
    // The zeros before the first one among fair bits; a word without a one is too rare to matter.
    generator.next().trailingZeroBitCount + (flaw == .samplesOfTrials ? 1 : 0)
  }

  var description: String { "flawed geometric(1/2)" }
}
