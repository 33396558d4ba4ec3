import LinearAlgebra

/// Samples with labels, checked and ready to be learned from: rows of weight zero are left out, and labels have become
/// class indices.
package struct LabelledSample<Label: ClassLabel> {
  package let x: Matrix
  /// The labels that are there, in ascending order.
  package let classes: [Label]
  /// The place of each row's label among the classes.
  package let classIndices: [Int]
  /// Positive; nil for ones.
  package let weights: [Double]?

  /// - Throws: `.empty`, `.countMismatch`, `.oneClassOnly`, what is wrong with the weights.
  package init(
    _ x: Matrix, labels: [Label], weights: [Double]?, acceptsMissingValues: Bool = false
  ) throws(LearningError) {
    try requireSamples(x, (.labels, labels.count))
    let kept = try WeightedRows(weights, rowCount: x.rowCount)
    let keptLabels = kept.select(labels)
    let encoding = LabelEncoding(of: keptLabels)
    guard encoding.classes.count > 1 else {
      throw .oneClassOnly(label: encoding.classes.first.map { "\($0)" } ?? "")
    }
    self.x = try kept.select(x, acceptsMissingValues: acceptsMissingValues)
    self.weights = kept.weights
    classes = encoding.classes
    classIndices = try encoding.indices(of: keptLabels)
  }
}
