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

  /// The label of each row: the class of the highest probability, the first of them where several share it; a model
  /// with a cut-off of its own may decide otherwise, as ``EstimatorTraits/decidesByCutOff`` says.
  ///
  /// - Throws: `.featureCountMismatch`, `.notFinite`.
  func predict(_ x: Matrix) throws(LearningError) -> [Label]

  /// The labels that belong to probabilities of this model: ``predict(_:)`` for those who have them already.
  ///
  /// - Parameter probabilities: n x K, as ``probabilities(for:)`` gives them.
  func decide(_ probabilities: Matrix) -> [Label]
}

extension Classifier {
  public func predict(_ x: Matrix) throws(LearningError) -> [Label] { decide(try probabilities(for: x)) }

  public func decide(_ probabilities: Matrix) -> [Label] { probabilities.columnsOfMaxima.map { classes[$0] } }
}

/// The part of a fitted classifier that does not know the labels, only their indices 0..<K.
public protocol ClassifierCore: FittedModel, Codable {
  var classCount: Int { get }

  /// The probability of each class for each row: n x K, rows sum to 1.
  func probabilities(for x: Matrix) throws(LearningError) -> Matrix

  /// The index of each row's class, by probabilities that this core has given. The default takes the highest, the first
  /// of them where several share it.
  func decide(_ probabilities: Matrix) -> [Int]

  /// The index of each row's class, which are those of the probabilities; a core that knows the class without them may
  /// be faster.
  func predictIndices(for x: Matrix) throws(LearningError) -> [Int]
}

extension ClassifierCore {
  public func decide(_ probabilities: Matrix) -> [Int] { probabilities.columnsOfMaxima }

  public func predictIndices(for x: Matrix) throws(LearningError) -> [Int] { decide(try probabilities(for: x)) }
}

extension Matrix {
  /// The column of each row's largest element, the first of several.
  package var columnsOfMaxima: [Int] {
    guard columnCount > 0 else { return [Int](repeating: 0, count: rowCount) }
    return withUnsafeBufferPointer { elements in
      (0..<rowCount).map { row in
        let start = row * columnCount
        var best = 0
        for column in 1..<max(1, columnCount) where elements[start + column] > elements[start + best] { best = column }
        return best
      }
    }
  }
}
