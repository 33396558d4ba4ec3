import Learning
import LinearAlgebra

package struct RegressionStepSubject<Estimator: RegressionStep>: LawSubject {
  private let estimator: Estimator

  package init(_ estimator: Estimator) {
    self.estimator = estimator
  }

  package var name: String { typeName(of: Estimator.self) }
  package var kind: EstimatorKind { .regressionStep }
  package var traits: EstimatorTraits { estimator.traits }
  package var companion: LearningError.Input? { .targets }

  package func fit(
    _ problem: LawProblem, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> LawModel {
    LawModel(
      transformer: try estimator.fit(
        problem.x, targets: problem.targets, weights: problem.weights, using: &generator))
  }

  package func fitWithoutGenerator(_ problem: LawProblem) throws(LearningError) -> LawModel {
    LawModel(transformer: try estimator.fit(problem.x, targets: problem.targets, weights: problem.weights))
  }
}
