public import Learning
public import LinearAlgebra
internal import RealModule

extension Geometric: LikelihoodFamily {
  /// The likelihood of numbers of failures before a success, of which their number n and sum k are sufficient: that of
  /// n ones among n + k outcomes.
  ///
  ///     l(p) = n log p + k log(1 - p)
  public struct Likelihood: CountLikelihood {
    public enum Parameter: String, LikelihoodParameter {
      case probability
      public var domain: ParameterDomain { .unitInterval }
    }

    public static var support: ClosedRange<Int> { 0...Int.max }

    /// The likelihood of all trials' outcomes.
    let outcomes: Bernoulli.Likelihood

    public init(_ table: FrequencyTable) throws(LearningError) {
      try Self.requireSupport(table)
      outcomes = Bernoulli.Likelihood(successes: table.totalWeight, failures: table.sum)
    }

    public var parameters: [Parameter] { [.probability] }
    public var sampleSize: Double { outcomes.successes }

    public func logLikelihood(at point: [Double]) -> Double { outcomes.logLikelihood(at: point) }

    public func score(at point: [Double]) -> [Double] { outcomes.score(at: point) }

    public func observedInformation(at point: [Double]) -> Matrix { outcomes.observedInformation(at: point) }

    /// n / (p² (1 - p)): the number of trials is not given but follows from p.
    public func expectedInformation(at point: [Double]) -> Matrix {
      [[sampleSize / (point[0] * point[0] * (1 - point[0]))]]
    }

    public func distribution(at point: [Double]) throws(LearningError) -> Geometric {
      try Geometric(probability: point[0])
    }

    /// The share of successes among all trials, 1 / (1 + mean).
    public func maximum() -> LikelihoodMaximum {
      guard outcomes.failures > 0 else {
        return .boundary([1], because: "all counts are 0; the probability is estimated as 1.")
      }
      return .closedForm([outcomes.successes / (outcomes.successes + outcomes.failures)], "1 / (1 + sample mean)")
    }
  }
}
