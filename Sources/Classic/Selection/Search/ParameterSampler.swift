public import Learning
internal import RealModule

/// Candidates whose options are drawn at random, which finds good values of several options with fewer candidates than
/// a grid: each one tries another value of every option.
///
///     let candidates = ParameterSampler(LogisticRegression())
///       .varying(\.penalty, "penalty") { .l2(.random(logarithmicallyIn: 1e-3...1e3, using: &$0)) }
///       .candidates(20, using: &generator)
///
/// Source: Bergstra and Bengio, Random search for hyper-parameter optimization, JMLR 13, 2012.
public struct ParameterSampler<Configuration: Estimator>: Sendable {
  private let base: Configuration
  private var draws: [@Sendable (inout Configuration, inout SeededGenerator) -> CandidateParameter] = []

  /// - Parameter base: where the options come from that are not drawn.
  public init(_ base: Configuration) {
    self.base = base
  }

  /// Draws an option as well.
  ///
  /// - Parameters:
  ///   - option: a property of the configuration.
  ///   - name: what it is called in tables.
  ///   - draw: gives a value for each candidate.
  public func varying<Value>(
    _ option: any WritableKeyPath<Configuration, Value> & Sendable, _ name: String,
    draw: @escaping @Sendable (inout SeededGenerator) -> Value
  ) -> ParameterSampler {
    var sampler = self
    sampler.draws.append { configuration, generator in
      let value = draw(&generator)
      configuration[keyPath: option] = value
      return CandidateParameter(name: name, value: "\(value)")
    }
    return sampler
  }

  /// Draws candidates. The same seed gives the same ones, and more of them begin with these.
  public func candidates(
    _ count: Int, using generator: inout some RandomNumberGenerator
  ) -> [Candidate<Configuration>] {
    precondition(count >= 0, "A sampler cannot draw \(count) candidates")
    return generator.children(count).map { child in
      var (child, configuration) = (child, base)
      let parameters = draws.map { $0(&configuration, &child) }
      return Candidate(configuration, parameters: parameters)
    }
  }

  /// Draws candidates with the system's generator.
  public func candidates(_ count: Int) -> [Candidate<Configuration>] {
    var generator = SystemRandomNumberGenerator()
    return candidates(count, using: &generator)
  }
}

extension Double {
  /// A number whose logarithm is uniform: as likely between 0.01 and 0.1 as between 10 and 100, which suits strengths
  /// of penalties and other options whose order of magnitude is not known.
  ///
  /// - Parameter range: finite, above zero.
  public static func random(
    logarithmicallyIn range: ClosedRange<Double>, using generator: inout some RandomNumberGenerator
  ) -> Double {
    precondition(
      range.lowerBound > 0 && range.upperBound.isFinite,
      "Logarithms are uniform in a finite range above zero only, not in \(range)")
    let exponent = Double.random(in: .log(range.lowerBound)...(.log(range.upperBound)), using: &generator)
    return min(max(.exp(exponent), range.lowerBound), range.upperBound)
  }
}
