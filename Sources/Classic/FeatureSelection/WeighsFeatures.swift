/// A fitted model that says how much each feature counts in it.
public protocol WeighsFeatures {
  /// One for each feature, zero or positive: the magnitude of its coefficient, the decrease that it made possible, or
  /// whatever this kind of model has. They compare features whose units are comparable.
  var featureWeights: [Double] { get }
}
