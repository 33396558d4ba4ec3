import Datasets
import Foundation
import Learning
import LinearAlgebra
import Stats
import Testing

@Suite("The fit of a multivariate normal sample")
struct MultivariateNormalFitTests {
  @Test("gives what scipy gives of Old Faithful")
  func reference() throws {
    let fit = try MultivariateNormal.fit(Datasets.oldFaithful().features)
    let expected = try LikelihoodFixture.fit("multivariateNormal")
    let covariance = fit.covariance(.maximumLikelihood)
    let estimates = fit.mean + [covariance[0, 0], covariance[0, 1], covariance[1, 0], covariance[1, 1]]
    #expect(zip(estimates, expected.estimates).allSatisfy { relativeError($0, $1) < 1e-12 })
    #expect(relativeError(fit.logLikelihood, expected.logLikelihood) < 1e-13)
    let errors = try #require(fit.meanCovariance).diagonal.map { $0.squareRoot() }
    #expect(zip(errors, expected.standardErrors).allSatisfy { relativeError($0, $1) < 1e-12 })
    #expect(fit.parameterCount == 5)
    #expect(abs(fit.aic - (10 - 2 * expected.logLikelihood)) < 1e-9)
    #expect(abs(fit.bic - (5 * 5.605802066295998 - 2 * expected.logLikelihood)) < 1e-9)
    #expect(abs(fit.covariance(.unbiased)[0, 1] / covariance[0, 1] - 272.0 / 271) < 1e-13)
  }

  @Test("is the normal fit in one dimension")
  func oneDimension() throws {
    let sample = [4.1, 5.3, 4.7, 6.2, 5.5, 3.9, 5.0]
    let fit = try MultivariateNormal.fit(Matrix(rows: sample.map { [$0] }))
    let normal = try Normal.fit(sample)
    #expect(abs(fit.logLikelihood - normal.logLikelihood) < 1e-13 && abs(fit.aic - normal.aic) < 1e-12)
    // The variance's error is 2σ times that of σ.
    let error = try #require(fit.covarianceStandardErrors)[0, 0]
    let expected = try #require(normal.standardError(of: .standardDeviation)) * 2 * normal[.standardDeviation]
    #expect(abs(error - expected) < 1e-14)
    let errorOfMean = try #require(fit.inference().rows[0].standardError)
    #expect(abs(errorOfMean - (normal.standardError(of: .mean) ?? 0)) < 1e-15)
  }

  @Test("has the log-likelihood that its distribution's densities sum to")
  func sum() throws {
    let x: Matrix = [[1, 2, 0.5], [2, 1, -1], [4, 3, 2], [0, 1, 1], [2, 5, -3]]
    let fit = try MultivariateNormal.fit(x)
    let sum = try fit.distribution.logDensities(of: x).reduce(0, +)
    #expect(abs(fit.logLikelihood - sum) < 1e-11)
    #expect(try JSONDecoder().decode(MultivariateNormal.Fit.self, from: JSONEncoder().encode(fit)) == fit)
  }

  @Test("counts weights as repetitions")
  func weights() throws {
    let weighted = try MultivariateNormal.fit([[1, 2], [2, 1], [9, 9], [4, 4]], weights: [2, 1, 0, 3])
    let repeated = try MultivariateNormal.fit([[1, 2], [1, 2], [2, 1], [4, 4], [4, 4], [4, 4]])
    #expect(abs(weighted.logLikelihood - repeated.logLikelihood) < 1e-12)
    #expect(zip(weighted.mean, repeated.mean).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(weighted.sampleSize == 6)
  }

  @Test("puts samples of fewer dimensions at the boundary, and says which")
  func degenerate() throws {
    let constant = try MultivariateNormal.fit([[1, 5], [2, 5], [4, 5]])
    #expect(constant.rank == 1 && !constant.isInterior && constant.logLikelihood == .infinity)
    #expect(constant.report.warnings.map(\.columns) == [[1]])
    #expect(constant.meanCovariance == nil && constant.covarianceStandardErrors == nil)
    #expect(throws: LearningError.noDensity(dimensions: 1, of: 2)) { try constant.distribution }
    let dependent = try MultivariateNormal.fit([[0.1, 0.3, 1], [0.2, 0.6, 5], [0.7, 2.1, 2], [0.4, 1.2, 2]])
    #expect(dependent.rank == 2)
    let few = try MultivariateNormal.fit([[1, 2, 3], [3, 1, 7]])
    #expect(few.rank == 1)
    let one = try MultivariateNormal.fit([[1, 2]])
    #expect(one.rank == 0)
    #expect(try JSONDecoder().decode(MultivariateNormal.Fit.self, from: JSONEncoder().encode(one)) == one)
    // Columns in units far apart are no reason.
    #expect(try MultivariateNormal.fit([[1e-9, 2e9], [3e-9, 1e9], [4e-9, 7e9]]).isInterior)
  }

  @Test("refuses what is no sample")
  func refusals() {
    #expect(throws: LearningError.notFinite(row: 1, column: 0, value: .infinity)) {
      try MultivariateNormal.fit([[1, 2], [.infinity, 2]])
    }
    #expect(throws: LearningError.self) { try MultivariateNormal.fit(Matrix.zeros(0, 2)) }
    #expect(throws: LearningError.countMismatch(.weights, count: 1, rowCount: 2)) {
      try MultivariateNormal.fit([[1, 2], [3, 4]], weights: [1])
    }
  }
}
