/// The labels of some samples in ascending order, and each one's place among them.
public struct LabelEncoding<Label: ClassLabel>: Hashable, Sendable {
  public let classes: [Label]
  /// Empty for few classes, which are faster compared than hashed.
  private let indexOfClass: [Label: Int]

  private static var fewClasses: Int { 8 }

  /// The encoding of the labels that are there, whatever their order.
  ///
  /// - Complexity: O(n).
  public init(of labels: [Label]) {
    classes = Self.distinct(labels).sorted()
    indexOfClass =
      classes.count <= Self.fewClasses
      ? [:] : Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
  }

  /// The place of each label among the classes.
  ///
  /// - Throws: ``LearningError/unknownLabel(_:row:known:)`` for a label that is none of them.
  @specialized(where Label == Int)
  public func indices(of labels: [Label]) throws(LearningError) -> [Int] {
    var indices: [Int] = []
    indices.reserveCapacity(labels.count)
    for (row, label) in labels.enumerated() {
      let index = indexOfClass.isEmpty ? Self.place(of: label, among: classes) : indexOfClass[label]
      guard let index else {
        throw .unknownLabel("\(label)", row: row, known: classes.map { "\($0)" })
      }
      indices.append(index)
    }
    return indices
  }

  @specialized(where Label == Int)
  private static func distinct(_ labels: [Label]) -> [Label] {
    var found: [Label] = []
    for label in labels where place(of: label, among: found) == nil {
      if found.count == fewClasses { return Array(Set(labels)) }
      found.append(label)
    }
    return found
  }

  /// Compares with all, and so without a branch that depends on the label: it would be guessed wrong half of the time.
  @inline(__always)
  private static func place(of label: Label, among few: [Label]) -> Int? {
    var place = few.count
    for index in few.indices { place = few[index] == label ? index : place }
    return place < few.count ? place : nil
  }
}
