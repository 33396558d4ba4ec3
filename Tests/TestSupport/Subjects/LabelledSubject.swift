import Learning
import LinearAlgebra

/// A classifier as the laws see it: one that can be fitted to labels of any type.
package protocol LabelledSubject: LawSubject {
  func fit<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]?, seed: UInt64
  ) throws(LearningError) -> LabelledModel<Label>
}
