import Learning
public import LinearAlgebra

/// How often each class was taken for each.
///
///     let confusion = try ConfusionMatrix(of: model.predict(x), labels: y, classes: model.classes)
///     print(confusion)
///     // label \ predicted  ant  bee
///     // ant                  5    1
///     // bee                  2    4
///     confusion.recalls                     // of each class
///     confusion.fScore(.macro)              // one number
///     print(confusion.classificationReport)
///
/// Source: Sokolova and Lapalme, A systematic analysis of performance measures for classification tasks, Information
/// Processing and Management 45(4), 2009, doi:10.1016/j.ipm.2009.03.002.
public struct ConfusionMatrix<Label: Hashable & Sendable>: Hashable, Sendable {
  /// The K classes, in the order of rows and columns.
  public let classes: [Label]
  /// K x K: the weight of the rows that are of the row's class and were taken for the column's; counts without weights.
  public let counts: Matrix

  /// Counts predictions.
  ///
  /// - Parameters:
  ///   - predictions: what a model said of n rows.
  ///   - labels: what they are.
  ///   - classes: what both can be, each once, also those that do not happen to be there.
  ///   - weights: one for each row, zero or positive: a row of weight 3 counts as three equal rows, one of weight 0 as
  ///     none. Nil for ones.
  /// - Throws: `.tooFewSamples` without rows, `.countMismatch`, `.invalidOption` for no classes or one that is there
  ///   twice, `.unknownLabel` for a prediction or a label that is none of them, what is wrong with the weights.
  /// - Complexity: O(n + K²).
  public init(
    of predictions: [Label], labels: [Label], classes: [Label], weights: [Double]? = nil
  ) throws(LearningError) {
    let rows = try JudgedRows(
      "a confusion matrix", count: predictions.count, labelCount: labels.count, weights: weights)
    let indexOfClass = Dictionary(zip(classes, classes.indices)) { first, _ in first }
    guard !classes.isEmpty, indexOfClass.count == classes.count else {
      throw .invalidOption(
        name: "classes", value: "a list of \(classes.count), \(indexOfClass.count) of them different",
        allowed: "every class once")
    }
    func index(of label: Label, row: Int) throws(LearningError) -> Int {
      guard let index = indexOfClass[label] else {
        throw .unknownLabel("\(label)", row: row, known: classes.map { "\($0)" })
      }
      return index
    }
    var counts = Matrix.zeros(classes.count, classes.count)
    for row in labels.indices {
      counts[try index(of: labels[row], row: row), try index(of: predictions[row], row: row)] += rows.weight(row)
    }
    self.classes = classes
    self.counts = counts
  }
}

extension ConfusionMatrix where Label: Comparable {
  /// Counts predictions of the classes that are there, in ascending order.
  ///
  /// Parameters and errors are those of ``init(of:labels:classes:weights:)``.
  public init(of predictions: [Label], labels: [Label], weights: [Double]? = nil) throws(LearningError) {
    try self.init(
      of: predictions, labels: labels, classes: Set(labels).union(predictions).sorted(), weights: weights)
  }
}
