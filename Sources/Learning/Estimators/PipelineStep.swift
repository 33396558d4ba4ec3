/// The configuration of anything that can stand before the last estimator of a pipeline: what it fits is a transformer.
///
/// What it may look at, its refinements say: a ``ClassificationStep`` the classes, a ``RegressionStep`` the targets, a
/// ``TransformerEstimator`` the features alone.
public protocol PipelineStep: Estimator {
  associatedtype Model: Transformer, Codable
}
