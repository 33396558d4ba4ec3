/// What a model said of rows, beside what they are.
public protocol JudgedPredictions: Sendable {
  var count: Int { get }

  /// Those of some rows, in the given order; a row may come several times.
  ///
  /// - Precondition: every index is below ``count``.
  func selecting(_ rows: [Int]) -> Self
}
