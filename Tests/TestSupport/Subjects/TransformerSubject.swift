import Learning
import LinearAlgebra

package struct TransformerSubject<Estimator: TransformerEstimator>: LawSubject {
  private let estimator: Estimator

  package init(_ estimator: Estimator) {
    self.estimator = estimator
  }

  package var name: String { typeName(of: Estimator.self) }
  package var kind: EstimatorKind { .transformer }
  package var traits: EstimatorTraits { estimator.traits }
  package var companion: LearningError.Input? { nil }

  package func fit(
    _ problem: LawProblem, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> LawModel {
    seen(try estimator.fit(problem.x, weights: problem.weights, using: &generator))
  }

  package func fitWithoutGenerator(_ problem: LawProblem) throws(LearningError) -> LawModel {
    seen(try estimator.fit(problem.x, weights: problem.weights))
  }

  private func seen(_ model: Estimator.Model) -> LawModel { LawModel(transformer: model) }
}

extension LawModel {
  init(transformer: some Transformer & Codable) {
    self.init(transformer, outputCount: \.outputCount) { model in
      [Question("transform") { x throws(LearningError) in .values(try model.transform(x)) }]
    }
  }
}
