public import Learning

/// Candidates that have every combination of some options' values.
///
///     let grid = ParameterGrid(LogisticRegression())
///       .varying(\.penalty, "penalty", over: [.l2(10), .l2(1), .l2(0.1)])
///       .varying(\.classWeights, "classWeights", over: [.uniform, .balanced])
///     grid.candidates          // 6 of them
///
/// The first option varies slowest. Values from the simplest model to the most complex make the order that the
/// one-standard-error rule asks for.
public struct ParameterGrid<Configuration: Estimator>: Sendable {
  public let candidates: [Candidate<Configuration>]

  /// A grid of one candidate.
  ///
  /// - Parameter base: where the options come from that are not varied.
  public init(_ base: Configuration) {
    candidates = [Candidate(base, parameters: [])]
  }

  private init(candidates: [Candidate<Configuration>]) {
    self.candidates = candidates
  }

  /// Every candidate so far with each value of an option.
  ///
  /// - Parameters:
  ///   - option: a property of the configuration.
  ///   - name: what it is called in tables.
  public func varying<Value>(
    _ option: WritableKeyPath<Configuration, Value>, _ name: String, over values: [Value]
  ) -> ParameterGrid {
    ParameterGrid(
      candidates: candidates.flatMap { candidate in
        values.map { value in
          var configuration = candidate.configuration
          configuration[keyPath: option] = value
          return Candidate(
            configuration, parameters: candidate.parameters + [CandidateParameter(name: name, value: "\(value)")])
        }
      })
  }
}
