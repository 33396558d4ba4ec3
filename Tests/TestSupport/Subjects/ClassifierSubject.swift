import Learning
import LinearAlgebra

package struct ClassifierSubject<Estimator: ClassifierEstimator>: LabelledSubject {
  private let estimator: Estimator

  package init(_ estimator: Estimator) {
    self.estimator = estimator
  }

  package var name: String { typeName(of: Estimator.self) }
  package var kind: EstimatorKind { .classifier }
  package var traits: EstimatorTraits { estimator.traits }
  package var companion: LearningError.Input? { .labels }

  package func fit(
    _ problem: LawProblem, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> LawModel {
    seen(try estimator.fit(problem.x, labels: problem.labels, weights: problem.weights, using: &generator))
  }

  package func fitWithoutGenerator(_ problem: LawProblem) throws(LearningError) -> LawModel {
    seen(try estimator.fit(problem.x, labels: problem.labels, weights: problem.weights))
  }

  package func fit<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]?, seed: UInt64
  ) throws(LearningError) -> LabelledModel<Label> {
    var generator = SeededGenerator(seed: seed)
    let model = try estimator.fit(x, labels: labels, weights: weights, using: &generator)
    return LabelledModel(
      classes: model.classes,
      probabilities: { x throws(LearningError) in try model.probabilities(for: x) },
      predict: { x throws(LearningError) in try model.predict(x) })
  }

  private func seen(_ model: Classified<Estimator.Core, Int>) -> LawModel {
    LawModel(model, outputCount: \.classes.count) { model in
      [
        LawModel.Question("probabilities") { x throws(LearningError) in .values(try model.probabilities(for: x)) },
        LawModel.Question("predict") { x throws(LearningError) in .labels(try model.predict(x)) },
      ]
    }
  }
}
