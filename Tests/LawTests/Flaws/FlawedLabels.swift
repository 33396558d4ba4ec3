import Classic
import Learning
import LinearAlgebra
import TestSupport

/// The nearest centroid behind a way of handling labels that does one thing wrong: what ``Classified`` does right for
/// every classifier of the project.
struct FlawedLabels: LabelledSubject {
  enum Flaw: CaseIterable {
    case predictsTheNextLabel, ordersClassesBackwards, takesOneClass

    /// The law that is broken so.
    var breaks: Law {
      switch self {
      case .predictsTheNextLabel: .anyLabelsWork
      case .ordersClassesBackwards: .classesAreSorted
      case .takesOneClass: .oneClassIsRefused
      }
    }
  }

  let flaw: Flaw
  private let base = ClassifierSubject(NearestCentroid())

  init(flaw: Flaw) {
    self.flaw = flaw
  }

  var name: String { base.name }
  var kind: EstimatorKind { base.kind }
  var traits: EstimatorTraits { base.traits }
  var companion: LearningError.Input? { base.companion }

  func fit(
    _ problem: LawProblem, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> LawModel {
    try base.fit(problem, using: &generator)
  }

  func fitWithoutGenerator(_ problem: LawProblem) throws(LearningError) -> LawModel {
    try base.fitWithoutGenerator(problem)
  }

  func fit<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]?, seed: UInt64
  ) throws(LearningError) -> LabelledModel<Label> {
    do {
      return spoilt(try base.fit(x, labels: labels, weights: weights, seed: seed))
    } catch {
      guard case .oneClassOnly = error, flaw == .takesOneClass else { throw error }
      return LabelledModel(
        classes: [labels[0]],
        probabilities: { x throws(LearningError) in Matrix(repeating: 1, rowCount: x.rowCount, columnCount: 1) },
        predict: { x throws(LearningError) in [Label](repeating: labels[0], count: x.rowCount) })
    }
  }

  private func spoilt<Label: ClassLabel>(_ right: LabelledModel<Label>) -> LabelledModel<Label> {
    var model = right
    switch flaw {
    case .predictsTheNextLabel where Label.self == String.self:
      model.predict = { x throws(LearningError) in
        try right.predict(x).map { label in right.classes.first { $0 > label } ?? label }
      }
    case .ordersClassesBackwards:
      model.classes.reverse()
    case .predictsTheNextLabel, .takesOneClass:
      break
    }
    return model
  }
}
