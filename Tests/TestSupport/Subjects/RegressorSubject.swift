import Learning
import LinearAlgebra

package struct RegressorSubject<Estimator: RegressorEstimator>: LawSubject {
  private let estimator: Estimator

  package init(_ estimator: Estimator) {
    self.estimator = estimator
  }

  package var name: String { typeName(of: Estimator.self) }
  package var kind: EstimatorKind { .regressor }
  package var traits: EstimatorTraits { estimator.traits }
  package var companion: LearningError.Input? { .targets }

  package func fit(
    _ problem: LawProblem, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> LawModel {
    seen(try estimator.fit(problem.x, targets: problem.targets, weights: problem.weights, using: &generator))
  }

  package func fitWithoutGenerator(_ problem: LawProblem) throws(LearningError) -> LawModel {
    seen(try estimator.fit(problem.x, targets: problem.targets, weights: problem.weights))
  }

  private func seen(_ model: Estimator.Model) -> LawModel {
    LawModel(model, outputCount: { _ in 1 }) { model in
      [
        LawModel.Question("predict") { x throws(LearningError) in
          let predictions = try model.predict(x)
          return .values(
            Matrix(rowCount: predictions.count, columnCount: 1) { _ = $0.initialize(from: predictions) })
        }
      ]
    }
  }
}
