public import Learning

/// A measure of how well a model predicts, as a value: what a cross-validation or a search is told to look at.
public protocol Metric<Judged>: Sendable {
  /// What it looks at.
  associatedtype Judged: JudgedPredictions

  /// For tables and messages: “accuracy”.
  var name: String { get }
  /// Which of two values is the better one.
  var direction: MetricDirection { get }

  /// - Throws: what the measure throws, such as `.oneClassOnly` for an ROC area of rows of one class.
  func value(of predictions: Judged) throws(LearningError) -> Double
}
