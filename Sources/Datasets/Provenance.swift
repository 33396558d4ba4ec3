/// Where data come from, and on what terms.
public struct Provenance: Hashable, Sendable {
  /// The publication to cite.
  public let citation: String
  /// The package the values were taken from.
  public let source: String
  /// The terms found there.
  public let license: String
}
