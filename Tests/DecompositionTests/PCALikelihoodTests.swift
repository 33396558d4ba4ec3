import Decomposition
import Learning
import LinearAlgebra
import RealModule
import Testing

/// Reference values: Tests/Fixtures/pca/make_rules.py, scikit-learn 1.9.1.
@Suite("Probabilistic PCA")
struct PCALikelihoodTests {
  @Test("noise variance and log-likelihood are scikit-learn's", arguments: [
    ("iris", 1, 0.11490511364833406, -3.137841031775032, -2.4504489063217134),
    ("iris", 2, 0.051022296508184406, -2.699796510675664, -1.7829611040183),
    ("iris", 4, 0.0, -2.532808843783386, -1.6133761387791465),
    ("wine", 1, 15.809622841028053, -40.725852515314934, -49.748835186745275),
    ("wine", 4, 0.30565725592584625, -23.32984570613638, -22.05812322200115),
    ("breast_cancer", 2, 28.708966041039595, -100.4927778389282, -153.26156214166056),
    ("breast_cancer", 4, 1.7449449722155175, -66.00797853553917, -355.261018859422),
  ])
  func reference(_ name: String, _ k: Int, _ noise: Double, _ mean: Double, _ first: Double) throws {
    let x = try RealData.load(name)
    let model = try PCA(components: .count(k)).fit(x)
    #expect(abs(model.noiseVariance - noise) <= 1e-10 * max(noise, model.explainedVariance[0] * 1e-3))
    #expect(abs(try model.meanLogLikelihood(of: x) - mean) <= 1e-9 * abs(mean))
    #expect(abs(try model.logLikelihoods(of: x)[0] - first) <= 1e-9 * abs(first))
  }

  @Test("the density is the normal one of the model's covariance, worked out by Cholesky")
  func normalDensity() throws {
    let x = try Samples.normal(50, 4)
    for matrix in [PCA.AnalysedMatrix.covariance, .correlation] {
      let model = try PCA(components: .count(2), on: matrix).fit(x)
      let noise = Matrix.identity(4) * model.noiseVariance
      let spikes = model.components.transposeMultiplied(
        by: Matrix.diagonal(model.explainedVariance.map { $0 - model.noiseVariance })).multiplied(by: model.components)
      let units = Matrix.diagonal(model.scale)
      let cholesky = try Cholesky(of: units.multiplied(by: noise + spikes).multiplied(by: units))
      let densities = try model.logLikelihoods(of: x)
      for (row, density) in zip(x.rows, densities) {
        let centered = zip(row, model.center).map { $0 - $1 }
        let square = zip(centered, try cholesky.solve(centered)).reduce(0) { $0 + $1.0 * $1.1 }
        let expected = -(4 * .log(2 * .pi) + cholesky.logDeterminant + square) / 2
        #expect(abs(density - expected) <= 1e-10 * abs(expected))
      }
    }
  }

  @Test("a distribution with directions of no variance has no density, and says what to do")
  func noDensity() throws {
    let x = try Samples.normal(50, 3)
    let doubled = x.appendingColumns(x)
    let model = try PCA().fit(doubled)
    #expect(model.componentCount == 3)
    let error = #expect(throws: LearningError.self) { try model.logLikelihoods(of: doubled) }
    #expect(error == .noDensity(dimensions: 3, of: 6))
    // With fewer components the rest counts as noise.
    #expect(try PCA(components: .count(2)).fit(doubled).meanLogLikelihood(of: doubled).isFinite)
  }

  @Test("samples that do not fit are refused")
  func refusals() throws {
    let model = try PCA(components: .count(1)).fit(Samples.normal(20, 3))
    #expect(throws: LearningError.featureCountMismatch(found: 2, expected: 3)) {
      try model.logLikelihoods(of: .zeros(1, 2))
    }
    #expect(throws: LearningError.empty(rowCount: 0, columnCount: 3)) {
      try model.meanLogLikelihood(of: .zeros(0, 3))
    }
  }
}
