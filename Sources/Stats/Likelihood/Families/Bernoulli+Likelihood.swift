public import Learning
public import LinearAlgebra
internal import RealModule

extension Bernoulli: LikelihoodFamily {
  /// The likelihood of outcomes that are 0 or 1, of which their number and that of the ones are sufficient.
  ///
  ///     l(p) = k log p + (n - k) log(1 - p)
  public struct Likelihood: CountLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case probability
      public var domain: ParameterDomain { .unitInterval }
    }

    public static var support: ClosedRange<Int> { 0...1 }

    /// The number of ones, and of zeros; sums of weights where there are weights.
    public let successes, failures: Double

    public init(_ table: FrequencyTable) throws(LearningError) {
      try Self.requireSupport(table)
      successes = table.weight(of: 1)
      failures = table.weight(of: 0)
    }

    /// The likelihood of k ones among n outcomes.
    ///
    /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless 0 ≤ k ≤ n and n ≥ 1.
    public init(successes: Int, trials: Int) throws(LearningError) {
      guard trials >= 1 else {
        throw .invalidOption(name: "trials", value: "\(trials)", allowed: "at least 1")
      }
      guard (0...trials).contains(successes) else {
        throw .invalidOption(name: "successes", value: "\(successes)", allowed: "from 0 to the \(trials) trials")
      }
      self.successes = Double(successes)
      failures = Double(trials - successes)
    }

    /// The likelihood of so many ones and zeros, neither negative, not both 0.
    init(successes: Double, failures: Double) {
      self.successes = successes
      self.failures = failures
    }

    public var parameters: [Parameter] { [.probability] }
    public var sampleSize: Double { successes + failures }

    public func logLikelihood(at point: [Double]) -> Double {
      let p = point[0]
      guard p >= 0 && p <= 1 else { return -.infinity }
      return (successes > 0 ? successes * .log(p) : 0) + (failures > 0 ? failures * .log(onePlus: -p) : 0)
    }

    public func score(at point: [Double]) -> [Double] {
      let p = point[0]
      return [(successes > 0 ? successes / p : 0) - (failures > 0 ? failures / (1 - p) : 0)]
    }

    public func observedInformation(at point: [Double]) -> Matrix {
      let p = point[0]
      return [[
        (successes > 0 ? successes / (p * p) : 0) + (failures > 0 ? failures / ((1 - p) * (1 - p)) : 0)
      ]]
    }

    /// n / (p (1 - p)).
    public func expectedInformation(at point: [Double]) -> Matrix {
      [[sampleSize / (point[0] * (1 - point[0]))]]
    }

    public func distribution(at point: [Double]) throws(LearningError) -> Bernoulli {
      try Bernoulli(probability: point[0])
    }

    /// The share of ones.
    public func maximum() -> LikelihoodMaximum {
      let share = successes / sampleSize
      if successes == 0 { return .boundary([0], because: "no outcome is 1; the probability is estimated as 0.") }
      if failures == 0 { return .boundary([1], because: "every outcome is 1; the probability is estimated as 1.") }
      return .closedForm([share], "share of ones")
    }
  }

  /// The probability under which the outcomes are most likely.
  ///
  /// - Throws: ``LearningError/tooFewSamples(found:needed:purpose:)`` without outcomes,
  ///   ``LearningError/outsideSupport(distribution:row:value:support:)`` where one is neither 0 nor 1.
  /// - Complexity: one pass at the speed of memory.
  public static func fit<Outcome: FixedWidthInteger>(
    _ outcomes: some Collection<Outcome>
  ) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    try fit(FrequencyTable(ofBinary: outcomes))
  }

  /// The probability of `true` under which the outcomes are most likely.
  ///
  /// - Throws: ``LearningError/tooFewSamples(found:needed:purpose:)`` without outcomes.
  public static func fit(_ outcomes: some Collection<Bool>) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    try fit(FrequencyTable(of: outcomes))
  }

  /// The probability under which `successes` ones among `trials` outcomes are most likely.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless 0 ≤ successes ≤ trials and trials ≥ 1.
  public static func fit(successes: Int, trials: Int) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    try MaximumLikelihood(Likelihood(successes: successes, trials: trials))
  }
}
