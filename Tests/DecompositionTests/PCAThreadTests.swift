import Decomposition
import Learning
import LinearAlgebra
import Testing

@Suite("PCA on one thread and on several")
struct PCAThreadTests {
  /// Data large enough for the solver's work to be divided.
  static func samples(for solver: PCA.Solver) throws -> Matrix {
    switch solver {
    case .gram: try Samples.normal(300, 400)
    case .covariance: try Samples.normal(9000, 20)
    default: try Samples.normal(4000, 60)
    }
  }

  @Test("the same bits on any number of threads", arguments: allSolvers)
  func sameBits(_ solver: PCA.Solver) throws {
    let x = try Self.samples(for: solver)
    let weights = (0..<x.rowCount).map { 1 + Double($0 % 3) }
    let configuration = PCA(components: .count(3), on: .correlation, solver: solver, whiten: true)
    let models = try [1, 2, 3].map { threads in
      try ThreadBudget.reproducible.limited(to: threads).run {
        try (configuration.fitRepeatably(x), configuration.fitRepeatably(x, weights: weights))
      }
    }
    for model in models.dropFirst() { #expect(model == models[0]) }
    let scores = try [1, 2].map { threads in
      try ThreadBudget.reproducible.limited(to: threads).run { try models[0].0.transform(x) }
    }
    #expect(scores[0] == scores[1])
  }

  @Test("the fastest mode agrees to 1e-12 of the largest eigenvalue", arguments: allSolvers)
  func fastest(_ solver: PCA.Solver) throws {
    let x = try Self.samples(for: solver)
    let configuration = PCA(components: .count(3), solver: solver)
    let reproducible = try configuration.fitRepeatably(x)
    let fastest = try ThreadBudget.fastest.run { try configuration.fitRepeatably(x) }
    let largest = reproducible.explainedVariance[0]
    #expect(distance(fastest.explainedVariance, reproducible.explainedVariance) <= 1e-12 * largest)
    #expect(distance(fastest.components, reproducible.components) <= 1e-10)
  }
}
