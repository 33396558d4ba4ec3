public import Learning
public import LinearAlgebra
internal import RealModule

extension Binomial: LikelihoodFamily {
  /// The likelihood of numbers of successes among known numbers of trials, of which both sums are sufficient: that of
  /// all trials' outcomes, and the binomial coefficients.
  ///
  ///     l(p) = Σ log C(mᵢ, kᵢ) + k log p + (m - k) log(1 - p)
  public struct Likelihood: ProportionLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case probability
      public var domain: ParameterDomain { .unitInterval }
    }

    private let outcomes: Bernoulli.Likelihood
    private let sumOfLogCoefficients: Double
    /// The number of trials of every observation; nil where they differ.
    public let trials: Int?
    /// The number of observations, not of trials; the sum of their weights where there are weights.
    public let sampleSize: Double

    /// Observations of the same number of trials.
    ///
    /// - Parameters:
    ///   - successes: n numbers, from 0 to `trials`.
    ///   - trials: of each observation, at least 1.
    ///   - weights: one for each observation, zero or positive, as if one of weight 3 stood there three times; nil for
    ///     ones.
    /// - Throws: ``LearningError/tooFewSamples(found:needed:purpose:)`` without observations,
    ///   ``LearningError/outsideSupport(distribution:row:value:support:)`` for more successes than trials,
    ///   ``LearningError/invalidOption(name:value:allowed:)`` without trials, and what is wrong with the weights.
    public init<Count: FixedWidthInteger>(
      _ successes: some Collection<Count>, trials: Int, weights: [Double]? = nil
    ) throws(LearningError) {
      try self.init(
        successes, trials: repeatElement(trials, count: successes.count), commonTrials: trials, weights: weights)
    }

    /// Observations of trials of their own.
    ///
    /// - Parameters:
    ///   - successes: n numbers, each from 0 to its trials.
    ///   - trials: n numbers, at least 0 each, not all 0.
    ///   - weights: as ``init(_:trials:weights:)-(_,Int,_)``.
    /// - Throws: as there, and ``LearningError/invalidOption(name:value:allowed:)`` unless there are as many trials as
    ///   observations.
    public init<Count: FixedWidthInteger>(
      _ successes: some Collection<Count>, trials: [Int], weights: [Double]? = nil
    ) throws(LearningError) {
      guard trials.count == successes.count else {
        throw .invalidOption(
          name: "trials", value: "\(trials.count) numbers",
          allowed: "one for each of the \(successes.count) observations")
      }
      let common = trials.first.flatMap { first in trials.allSatisfy { $0 == first } ? first : nil }
      try self.init(successes, trials: trials, commonTrials: common, weights: weights)
    }

    private init<Count: FixedWidthInteger>(
      _ successes: some Collection<Count>, trials: some Collection<Int>, commonTrials: Int?, weights: [Double]?
    ) throws(LearningError) {
      guard !successes.isEmpty else { throw .tooFewSamples(found: 0, needed: 1, purpose: "a likelihood") }
      _ = try WeightedRows(weights, rowCount: successes.count)
      var (ones, zeros, coefficients) = (0.0, 0.0, 0.0)
      for (row, (count, trials)) in zip(successes, trials).enumerated() {
        let weight = weights?[row] ?? 1
        guard weight > 0 else { continue }
        guard (0...(1 << 52)).contains(trials) else {
          throw .invalidOption(name: "trials", value: "\(trials) at row \(row)", allowed: "from 0 to 2^52")
        }
        guard count >= 0 && count <= trials else {
          throw .outsideSupport(
            distribution: Binomial.name, row: row, value: "\(count)",
            support: "whole numbers from 0 to the \(trials) trials")
        }
        let (k, failures) = (Double(count), Double(trials) - Double(count))
        ones += weight * k
        zeros += weight * failures
        guard k > 0 && failures > 0 else { continue }
        // C(m, k) = 1 / ((m + 1) B(k + 1, m - k + 1)).
        coefficients -= weight * (.log(Double(trials) + 1) + .logBeta(k + 1, failures + 1))
      }
      guard ones + zeros > 0 else {
        throw .invalidOption(name: "trials", value: "0 in all", allowed: "at least 1 in all")
      }
      outcomes = Bernoulli.Likelihood(successes: ones, failures: zeros)
      sumOfLogCoefficients = coefficients
      self.trials = commonTrials
      sampleSize = weights?.reduce(0, +) ?? Double(successes.count)
    }

    /// The successes of all trials, and their failures; sums of weights where there are weights.
    public var successes: Double { outcomes.successes }
    public var failures: Double { outcomes.failures }

    public var parameters: [Parameter] { [.probability] }

    public func logLikelihood(at point: [Double]) -> Double {
      sumOfLogCoefficients + outcomes.logLikelihood(at: point)
    }

    public func score(at point: [Double]) -> [Double] { outcomes.score(at: point) }

    public func observedInformation(at point: [Double]) -> Matrix { outcomes.observedInformation(at: point) }

    /// m / (p (1 - p)) with the m trials of all observations.
    public func expectedInformation(at point: [Double]) -> Matrix { outcomes.expectedInformation(at: point) }

    /// - Throws: ``LearningError/undefined(_:reason:)`` where observations have different numbers of trials, and so no
    ///   distribution in common.
    public func distribution(at point: [Double]) throws(LearningError) -> Binomial {
      guard let trials else {
        throw .undefined(
          "distribution of all observations",
          reason: "they have different numbers of trials; take Binomial(trials:probability:) with the one you ask for")
      }
      return try Binomial(trials: trials, probability: point[0])
    }

    /// The share of successes in all trials.
    public func maximum() -> LikelihoodMaximum {
      if successes == 0 { return .boundary([0], because: "no trial succeeded; the probability is estimated as 0.") }
      if failures == 0 { return .boundary([1], because: "every trial succeeded; the probability is estimated as 1.") }
      return .closedForm([successes / (successes + failures)], "share of successes in all trials")
    }
  }

  /// The probability under which numbers of successes, each among the same number of trials, are most likely.
  ///
  ///     let fit = try Binomial.fit(heads, trials: 10)
  ///     try fit.wilsonInterval()
  ///
  /// - Throws: as ``Likelihood/init(_:trials:weights:)-(_,Int,_)``.
  public static func fit<Count: FixedWidthInteger>(
    _ successes: some Collection<Count>, trials: Int, weights: [Double]? = nil
  ) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    try MaximumLikelihood(Likelihood(successes, trials: trials, weights: weights))
  }

  /// The probability under which numbers of successes, each among its own number of trials, are most likely.
  ///
  /// - Throws: as ``Likelihood/init(_:trials:weights:)-(_,[Int],_)``.
  public static func fit<Count: FixedWidthInteger>(
    _ successes: some Collection<Count>, trials: [Int], weights: [Double]? = nil
  ) throws(LearningError) -> MaximumLikelihood<Likelihood> {
    try MaximumLikelihood(Likelihood(successes, trials: trials, weights: weights))
  }
}
