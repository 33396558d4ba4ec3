import Learning
import LinearAlgebra

/// An estimator of any kind, as the laws see it.
package protocol LawSubject {
  var name: String { get }
  var kind: EstimatorKind { get }
  var traits: EstimatorTraits { get }
  /// What each training row comes with.
  var companion: LearningError.Input? { get }

  func fit(
    _ problem: LawProblem, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> LawModel
  func fitWithoutGenerator(_ problem: LawProblem) throws(LearningError) -> LawModel
}

/// A classifier as the laws see it: one that can be fitted to labels of any type.
package protocol LabelledSubject: LawSubject {
  func fit<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]?, seed: UInt64
  ) throws(LearningError) -> LabelledModel<Label>
}

/// A fitted classifier as the laws see it.
package struct LabelledModel<Label: ClassLabel> {
  package var classes: [Label]
  package var probabilities: (Matrix) throws(LearningError) -> Matrix
  package var predict: (Matrix) throws(LearningError) -> [Label]

  package init(
    classes: [Label], probabilities: @escaping (Matrix) throws(LearningError) -> Matrix,
    predict: @escaping (Matrix) throws(LearningError) -> [Label]
  ) {
    self.classes = classes
    self.probabilities = probabilities
    self.predict = predict
  }
}
