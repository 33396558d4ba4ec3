/// The labels of some samples in ascending order, and each one's place among them.
public struct LabelEncoding<Label: ClassLabel>: Hashable, Sendable {
  public let classes: [Label]
  private let indexOfClass: [Label: Int]

  /// The encoding of the labels that are there, whatever their order.
  public init(of labels: [Label]) {
    classes = Set(labels).sorted()
    indexOfClass = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
  }

  /// The place of each label among the classes.
  ///
  /// - Throws: ``LearningError/unknownLabel(_:row:known:)`` for a label that is none of them.
  public func indices(of labels: [Label]) throws(LearningError) -> [Int] {
    var indices: [Int] = []
    indices.reserveCapacity(labels.count)
    for (row, label) in labels.enumerated() {
      guard let index = indexOfClass[label] else {
        throw .unknownLabel("\(label)", row: row, known: classes.map { "\($0)" })
      }
      indices.append(index)
    }
    return indices
  }
}
