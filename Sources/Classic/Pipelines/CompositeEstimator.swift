import Learning

/// An estimator made of others, whose warnings say themselves which of its parts they are from.
protocol CompositeEstimator: Estimator {}

extension Estimator {
  /// The type's name as it stands in its declaration; nil for what is made of parts.
  static var partName: String? {
    Self.self is any CompositeEstimator.Type ? nil : String("\(Self.self)".prefix { $0 != "<" })
  }
}
