import LinearAlgebra

/// A label: anything that can be told apart and put in order, such as an `Int`, a `String` or an enum.
public typealias ClassLabel = Hashable & Comparable & Sendable

/// A fitted classifier.
public protocol Classifier<Label>: FittedModel {
  associatedtype Label: ClassLabel

  /// The labels in ascending order: the order of the columns of ``probabilities(for:)``.
  var classes: [Label] { get }

  /// The probability of each class for each row: n x K, rows sum to 1.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`.
  func probabilities(for x: Matrix) throws(LearningError) -> Matrix

  /// The label of each row: the class of the highest probability, the first of them where several share it, but for
  /// estimators with the trait ``EstimatorTraits/decidesByCutOff``.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`.
  func predict(_ x: Matrix) throws(LearningError) -> [Label]
}

/// The part of a fitted classifier that does not know the labels, only their indices 0..<K.
public protocol ClassifierCore: FittedModel, Codable {
  var classCount: Int { get }

  /// The probability of each class for each row: n x K, rows sum to 1.
  func probabilities(for x: Matrix) throws(LearningError) -> Matrix

  /// The index of each row's class. The default takes the highest probability, the first of them where several share
  /// it; a core that knows the class without the probabilities may be faster.
  func predictIndices(for x: Matrix) throws(LearningError) -> [Int]
}

extension ClassifierCore {
  public func predictIndices(for x: Matrix) throws(LearningError) -> [Int] {
    try probabilities(for: x).rows.map { $0.indexOfMaximum ?? 0 }
  }
}

extension Matrix.Row {
  /// The index of the largest element, the first of several; nil for an empty row.
  package var indexOfMaximum: Int? {
    indices.max { self[$0] < self[$1] || (self[$0] == self[$1] && $0 > $1) }
  }
}
