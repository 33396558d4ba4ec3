import Learning
import LinearAlgebra

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
