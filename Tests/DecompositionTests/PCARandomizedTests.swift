import Decomposition
import Learning
import LinearAlgebra
import Testing

@Suite("PCA by random projection")
struct PCARandomizedTests {
  @Test("agrees with the exact solvers where the spectrum decays, and says that it converged",
    arguments: [PCA.AnalysedMatrix.covariance, .correlation])
  func decayingSpectrum(_ matrix: PCA.AnalysedMatrix) throws {
    let x = try Samples.normal(300, 40) { Double(sign: .plus, exponent: -$0, significand: 1) }
    let exact = try PCA(components: .count(4), on: matrix, solver: .svd).fit(x)
    let model = try PCA(components: .count(4), on: matrix, solver: .randomized()).fitRepeatably(x)
    let largest = exact.explainedVariance[0]
    #expect(distance(model.explainedVariance, exact.explainedVariance) <= 1e-8 * largest)
    #expect(distance(model.components, exact.components) <= 1e-8)
    #expect(distance(model.eigenvalues, Array(exact.eigenvalues.prefix(4))) <= 1e-8 * largest)
    // Shares are of the whole variance, which the solver knows although it never sees the other eigenvalues.
    #expect(abs(model.explained.total - exact.explained.total) <= 1e-12 * exact.explained.total)
    #expect(distance(model.explainedVarianceRatio, exact.explainedVarianceRatio) <= 1e-8)
    #expect(model.report.termination == .converged)
    #expect(model.report.hasConverged)
    let certificate = try #require(model.report.certificate)
    #expect(certificate.measure == .residualNorm)
    #expect(certificate.value <= certificate.tolerance)
  }

  @Test("says on a flat spectrum that it did not converge")
  func flatSpectrum() throws {
    let x = try Samples.normal(200, 150) { _ in 1 }
    let model = try PCA(components: .count(5), solver: .randomized(oversampling: 2, iterations: 1)).fitRepeatably(x)
    #expect(model.report.termination == .iterationLimit)
    #expect(!model.report.hasConverged)
    let certificate = try #require(model.report.certificate)
    #expect(certificate.value > certificate.tolerance)
    // The certificate bounds the error: an eigenvalue of the exact spectrum lies this near to each singular value.
    let exact = try PCA(solver: .svd).fit(x).singularValues
    for value in model.singularValues {
      let nearest = exact.map { abs($0 - value) }.min() ?? .infinity
      #expect(nearest <= certificate.value * model.singularValues[0] * (1 + 1e-9))
    }
  }

  @Test("more iterations bring the flat spectrum nearer")
  func iterationsHelp() throws {
    let x = try Samples.normal(120, 60) { _ in 1 }
    let values = try [0, 2, 30].map { iterations in
      let solver = PCA.Solver.randomized(oversampling: 5, iterations: iterations)
      return try PCA(components: .count(3), solver: solver).fitRepeatably(x).report.certificate?.value ?? .nan
    }
    #expect(values[0] > values[1] && values[1] > values[2])
  }

  @Test("the same seed gives the same bits, another seed other bits")
  func seeds() throws {
    let x = try Samples.normal(120, 60)
    let configuration = PCA(components: .count(3), solver: .randomized(oversampling: 2, iterations: 1))
    let first = try configuration.fitRepeatably(x, seed: 5)
    #expect(try configuration.fitRepeatably(x, seed: 5) == first)
    #expect(try configuration.fitRepeatably(x, seed: 6).components != first.components)
  }

  @Test("means far from zero cost no accuracy")
  func farFromZero() throws {
    let x = try Samples.normal(300, 20) { 20 / Double($0 + 1) }.map { 1e8 + $0 }
    for matrix in [PCA.AnalysedMatrix.covariance, .correlation] {
      let exact = try PCA(components: .count(2), on: matrix, solver: .svd).fit(x)
      let model = try PCA(components: .count(2), on: matrix, solver: .randomized(iterations: 8)).fitRepeatably(x)
      #expect(distance(model.explainedVariance, exact.explainedVariance) <= 1e-10 * exact.explainedVariance[0])
      #expect(distance(model.components, exact.components) <= 1e-8)
    }
  }

  @Test("takes any number of extra columns, and refuses negative ones")
  func options() throws {
    let x = try Samples.normal(50, 6)
    let exact = try PCA(components: .count(2), solver: .svd).fit(x)
    let model = try PCA(components: .count(2), solver: .randomized(oversampling: .max, iterations: 0)).fitRepeatably(x)
    #expect(distance(model.components, exact.components) <= 1e-12)
    for solver in [PCA.Solver.randomized(oversampling: -1), .randomized(iterations: -1)] {
      let error = #expect(throws: LearningError.self) { try PCA(components: .count(2), solver: solver).fit(x) }
      #expect(error?.description.contains("zero or more of both") == true)
    }
  }

  @Test("the automatic solver chooses by shape, and its report says what")
  func automatic() throws {
    let small = try PCA().fit(try Samples.normal(50, 6)).report.method
    #expect(small == "singular value decomposition of the centred data")
    let tall = try PCA().fit(try Samples.normal(27_000, 50)).report.method
    #expect(tall == "covariance matrix, all eigenvalues, then 50 vectors")
  }

  @Test("only what may draw random numbers is not deterministic")
  func traits() {
    #expect(PCA().traits == .deterministic)
    #expect(PCA(components: .count(2)).traits == [])
    #expect(PCA(components: .count(2), solver: .svd).traits == .deterministic)
    #expect(PCA(components: .count(2), solver: .randomized()).traits == [])
  }
}
