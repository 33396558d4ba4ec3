import Foundation
import Learning
import Stats

/// The exponential distribution with a flaw; without one it keeps all laws.
struct FlawedExponential: ContinuousDistribution {
  static let name = "flawed exponential"

  let flaw: ContinuousFlaw?
  let rate: Double

  init(_ flaw: ContinuousFlaw?, rate: Double = 2) {
    self.flaw = flaw
    self.rate = rate
  }

  private func value(_ value: Double, where flaw: ContinuousFlaw, is flawed: @autoclosure () -> Double) -> Double {
    self.flaw == flaw ? flawed() : value
  }

  var support: ClosedRange<Double> { 0...Double.infinity }
  var mean: Double {
    value(value(1 / rate, where: .meanIsTheMedian, is: log(2) / rate), where: .infiniteMean, is: .infinity)
  }
  var variance: Double { value(1 / (rate * rate), where: .varianceIsTheDeviation, is: 1 / rate) }
  var skewness: Double { value(2, where: .noSkewness, is: 0) }
  var excessKurtosis: Double { value(6, where: .kurtosisNotExcess, is: 9) }
  var entropy: Double {
    value(1 - log(rate), where: .entropyInBits, is: (1 - log(rate)) / log(2))
  }

  func logDensity(_ x: Double) -> Double {
    if x < 0 && flaw != .positiveDensityBelowZero { return -.infinity }
    if x.isNaN && flaw == .zeroForNaN { return -.infinity }
    let density = log(rate) - rate * x
    // Between the points where the slope is taken.
    let peak = value(0, where: .densityPeaks, is: 0.1 * exp(-pow((rate * x - 0.52) / 0.01, 2)))
    return value(density, where: .densityTooHigh, is: density + 1e-4) + peak
  }

  func cumulative(_ x: Double) -> Double {
    guard !(x < 0) else { return 0 }
    let cumulative = -expm1(-rate * x)
    let rounded = value(cumulative, where: .losesTheTail, is: 1 - exp(-rate * x))
    return value(rounded, where: .cumulativeDips, is: cumulative + 0.05 * exp(-pow((rate * x - 1.2) / 0.02, 2)))
  }

  func survival(_ x: Double) -> Double {
    guard !(x < 0) else { return 1 }
    let survival = value(exp(-rate * x), where: .losesTheTail, is: 1 - cumulative(x))
    return value(survival, where: .sumsBelowOne, is: survival * (1 - 1e-12))
  }

  private func require(_ probability: Double) throws(LearningError) {
    if probability == 2 && flaw == .answersToTwo { return }
    guard !(probability >= 0 && probability <= 1) else { return }
    throw .invalidOption(
      name: "probability", value: "\(probability)", allowed: flaw == .wordsOfItsOwn ? "in [0, 1]" : "from 0 to 1")
  }

  func quantile(_ probability: Double) throws(LearningError) -> Double {
    try require(probability)
    let quantile = abs(log1p(-probability)) / rate
    return value(quantile, where: .quantileIsApproximate, is: quantile * (1 + 1e-10))
  }

  func upperQuantile(_ probability: Double) throws(LearningError) -> Double {
    try require(probability)
    if probability == 0 && flaw == .endsBeforeInfinity { return .greatestFiniteMagnitude }
    let quantile = abs(log(probability)) / rate
    return value(quantile, where: .upperQuantileIsApproximate, is: quantile * (1 + 1e-12))
  }

  func sample(using generator: inout some RandomNumberGenerator) -> Double {
    if flaw == .seedIsIgnored { return .random(in: 0...1) }
    let sample = -log(1 - Double(generator.next() >> 11) * 0x1p-53) / rate
    if flaw == .samplesAreRounded { return (sample * rate).rounded() / rate }
    if flaw == .samplesOfAnotherRate { return 1.2 * sample }
    return flaw == .negativeSamples && sample < 0.001 ? -sample : sample
  }

  private enum CodingKeys: String, CodingKey { case flaw, rate }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    flaw = try container.decodeIfPresent(ContinuousFlaw.self, forKey: .flaw)
    let rate = try container.decode(Double.self, forKey: .rate)
    guard rate > 0 || flaw == .readsAnything else {
      let error = LearningError.invalidParameter(
        distribution: Self.name, name: "rate", value: rate, allowed: "a finite number above zero")
      throw DecodingError.dataCorruptedError(
        forKey: .rate, in: container, debugDescription: flaw == .refusesInSilence ? "" : error.description)
    }
    self.rate = flaw == .forgetsItsRate ? 1 : rate
  }

  var description: String { flaw == .namelessDescription ? "rate \(rate)" : "flawed exponential(\(rate))" }
}
