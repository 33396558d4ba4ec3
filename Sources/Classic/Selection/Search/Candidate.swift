public import Learning

/// One of the configurations that a search compares.
///
///     let candidates = [
///       Candidate("ridge", LinearRegression.ridge(1)), Candidate("lasso", LinearRegression.lasso(1)),
///     ]
///
/// Many at once come from a ``ParameterGrid`` or a ``ParameterSampler``.
public struct Candidate<Configuration: Estimator>: Sendable {
  /// What tells it from the others: “penalty = l2(0.1)”.
  public let name: String
  public let configuration: Configuration
  /// The options that a grid or a sampler has set; empty for a candidate that was named by hand.
  public let parameters: [CandidateParameter]

  public init(_ name: String, _ configuration: Configuration) {
    self.name = name
    self.configuration = configuration
    parameters = []
  }

  /// A candidate named by its parameters.
  init(_ configuration: Configuration, parameters: [CandidateParameter]) {
    name = parameters.isEmpty ? "as given" : parameters.map(\.description).joined(separator: ", ")
    self.configuration = configuration
    self.parameters = parameters
  }
}

/// The value of an option, as text.
public struct CandidateParameter: Hashable, Sendable, Codable, CustomStringConvertible {
  public let name: String
  public let value: String

  /// "penalty = l2(0.1)"
  public var description: String { "\(name) = \(value)" }
}
