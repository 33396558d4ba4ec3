/// A parameter of a family: its name, and the values that it can take.
public protocol LikelihoodParameter: RawRepresentable<String>, Hashable, Sendable, Codable {
  var domain: ParameterDomain { get }
}
