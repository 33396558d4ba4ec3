/// What is true of an estimator by its nature, for whoever has to know: cross-validation, and the laws that every
/// estimator is tested against.
public struct EstimatorTraits: OptionSet, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The generator is never asked: the same data give the same model, to the bit.
  public static let deterministic = EstimatorTraits(rawValue: 1 << 0)
  /// Rows are drawn at random, so weights equal repetition, and order matters not, in distribution only.
  public static let samplesRows = EstimatorTraits(rawValue: 1 << 1)
  /// Something is decided by the number of rows rather than by their weight, so weights equal repetition only where
  /// that decision falls the same way.
  public static let countsRows = EstimatorTraits(rawValue: 1 << 2)
  /// A feature that is NaN is a missing value, which the estimator takes; infinite ones are refused.
  public static let acceptsMissingValues = EstimatorTraits(rawValue: 1 << 3)
  /// The class is decided by a cut-off on the probability of the last one, so it is not always the most probable, and
  /// matters which class is last.
  public static let decidesByCutOff = EstimatorTraits(rawValue: 1 << 4)
}

/// A configuration that can be fitted: a plain value with defaults, which holds any options and checks them in `fit`.
public protocol Estimator: Sendable {
  var traits: EstimatorTraits { get }
}

/// What a fit returns: an immutable value that knows its features and how it came about.
public protocol FittedModel: Sendable {
  /// The number of features that it was fitted on and expects.
  var featureCount: Int { get }
  var report: FitReport { get }
}
