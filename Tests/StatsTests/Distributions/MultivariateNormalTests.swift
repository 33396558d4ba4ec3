import Foundation
import Learning
import LinearAlgebra
import Stats
import Testing

/// Values to 50 digits; see Tests/Fixtures/stats/make_distributions_elementary.py.
private struct MultivariateFixture: Decodable {
  struct Content: Decodable {
    struct Conditional: Decodable {
      let indices: [Int]
      let given, mean: [Double]
      let covariance: [[Double]]
    }

    let mean: [Double]
    let covariance: [[Double]]
    let entropy: Double
    let points: [[Double]]
    let distances, logDensities: [Double]
    let conditionals: [Conditional]

    func distribution() throws -> MultivariateNormal {
      try MultivariateNormal(mean: mean, covariance: Matrix(rows: covariance))
    }
  }

  let multivariateNormal: Content

  static let shared: Result<Content, any Error> = Result {
    try fixture("distributions_elementary", of: MultivariateFixture.self).multivariateNormal
  }
}

@Suite("The multivariate normal distribution")
struct MultivariateNormalTests {
  @Test("has the densities, distances and entropy of its formulas, one by one and by rows")
  func densities() throws {
    let content = try MultivariateFixture.shared.get()
    let distribution = try content.distribution()
    #expect(relativeError(distribution.entropy, content.entropy) < 1e-15)
    let points = try Matrix(rows: content.points)
    let distances = try distribution.squaredMahalanobisDistances(of: points)
    let logDensities = try distribution.logDensities(of: points)
    for (index, point) in content.points.enumerated() {
      let alone = (distribution.squaredMahalanobisDistance(of: point), distribution.logDensity(point))
      for (distance, logDensity) in [alone, (distances[index], logDensities[index])] {
        #expect(relativeError(distance, content.distances[index]) < 1e-14)
        #expect(relativeError(logDensity, content.logDensities[index]) < 1e-14)
      }
      #expect(relativeError(distribution.density(point), exp(content.logDensities[index])) < 1e-12)
    }
  }

  @Test("has the same distances by rows as one by one, across blocks")
  func blocks() throws {
    var generator = SeededGenerator(seed: 3)
    let root = Matrix.standardNormal(rowCount: 60, columnCount: 40, using: &generator)
    let distribution = try MultivariateNormal(mean: (0..<40).map(Double.init), covariance: root.gram())
    let rows = distribution.sampleRows(500, using: &generator)
    let distances = try distribution.squaredMahalanobisDistances(of: rows)
    for (row, distance) in zip(rows.rows, distances) {
      #expect(relativeError(distance, distribution.squaredMahalanobisDistance(of: Array(row))) < 1e-13)
    }
    // Their sum is chi-squared on 40 · 500 degrees of freedom, with a standard deviation of 200.
    #expect(abs(distances.reduce(0, +) - 20_000) < 1000)
    #expect(try distribution.logDensities(of: .zeros(0, 40)).isEmpty)
  }

  @Test("in one dimension is the normal distribution")
  func oneDimension() throws {
    let line = try MultivariateNormal(mean: [3], covariance: [[0.25]])
    let normal = try Normal(mean: 3, standardDeviation: 0.5)
    #expect(relativeError(line.entropy, normal.entropy) < 1e-15)
    for x in [-2.0, 2.9, 3.0, 11.0] { #expect(relativeError(line.logDensity([x]), normal.logDensity(x)) < 1e-15) }
  }

  @Test("has the conditional distributions of the block formulas")
  func conditionals() throws {
    let content = try MultivariateFixture.shared.get()
    let distribution = try content.distribution()
    for expected in content.conditionals {
      let values = Dictionary(uniqueKeysWithValues: zip(expected.indices, expected.given))
      let found = try distribution.conditional(on: values)
      for (a, b) in zip(found.mean, expected.mean) { #expect(abs(a - b) < 1e-14 * max(1, abs(b))) }
      let difference = try found.covariance - Matrix(rows: expected.covariance)
      #expect(difference.maximumMagnitude < 1e-14)
      #expect(found.dimension == expected.mean.count)
    }
    #expect(try distribution.conditional(on: [:]).mean == distribution.mean)
  }

  @Test("factors into a marginal and a conditional distribution")
  func chainRule() throws {
    let distribution = try MultivariateFixture.shared.get().distribution()
    let marginal = try distribution.marginal(of: [2, 0])
    #expect(marginal.mean == [0.25, 1.5])
    #expect(marginal.covariance == [[1, -0.5], [-0.5, 4]])
    let rest = try distribution.conditional(on: [0: 2, 2: -1])
    let joint = distribution.logDensity([2, 5, -1])
    #expect(relativeError(marginal.logDensity([-1, 2]) + rest.logDensity([5]), joint) < 1e-14)
    #expect(relativeError(marginal.entropy + rest.entropy, distribution.entropy) < 1e-14)
  }

  @Test("gives samples with its mean and covariance, the same for the same seed")
  func samples() throws {
    let distribution = try MultivariateFixture.shared.get().distribution()
    func draws() -> Matrix {
      var generator = SeededGenerator(seed: 11)
      return distribution.sampleRows(4000, using: &generator)
    }
    let rows = draws()
    #expect(rows == draws())
    let means = try rows.columnMeans()
    let covariance = try rows.covariance()
    for i in 0..<3 {
      // Five standard errors, of a mean and of a covariance.
      let variance = distribution.covariance[i, i]
      #expect(abs(means[i] - distribution.mean[i]) < 5 * (variance / 4000).squareRoot())
      for j in 0..<3 {
        let product = distribution.covariance[i, i] * distribution.covariance[j, j]
        let square = distribution.covariance[i, j] * distribution.covariance[i, j]
        #expect(
          abs(covariance[i, j] - distribution.covariance[i, j]) < 5 * ((product + square) / 4000).squareRoot())
      }
    }
    var (first, second) = (SeededGenerator(seed: 2), SeededGenerator(seed: 2))
    #expect(
      distribution.samples(3, using: &first) == distribution.sampleRows(3, using: &second).rows.map { Array($0) })
    #expect(distribution.sample(using: &first).count == 3)
  }

  @Test("refuses rows that it has no density for, and conditions that leave nothing")
  func refusals() throws {
    let distribution = try MultivariateFixture.shared.get().distribution()
    #expect(throws: LearningError.featureCountMismatch(found: 2, expected: 3)) {
      try distribution.logDensities(of: [[1, 2]])
    }
    #expect(throws: LearningError.notFinite(row: 1, column: 2, value: .infinity)) {
      try distribution.squaredMahalanobisDistances(of: [[1, 2, 3], [1, 2, .infinity]])
    }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 1, value: -.infinity)) {
      try distribution.conditional(on: [0: 1, 1: -.infinity])
    }
    let everything = #expect(throws: LearningError.self) { try distribution.conditional(on: [0: 1, 1: 2, 2: 3]) }
    #expect(
      "\(try #require(everything))"
        == "The option values is given for all 3 variables; it must be given for fewer, so that one is left.")
    #expect(throws: LearningError.empty(rowCount: 0, columnCount: 0)) { try distribution.marginal(of: []) }
  }

  @Test("has no density as far away as numbers go, and none at all at NaN")
  func extremes() throws {
    let distribution = try MultivariateNormal(mean: [0, 0], covariance: [[1e-20, 0], [0, 1]])
    #expect(distribution.logDensity([.infinity, 0]) == -.infinity)
    #expect(distribution.logDensity([1e305, 0]) == -.infinity)
    #expect(try distribution.logDensities(of: [[1e305, 0], [-1e305, 1e305]]) == [-.infinity, -.infinity])
    #expect(distribution.logDensity([.infinity, .nan]).isNaN)
  }

  @Test("is read from JSON as it was written, and not where the covariance is none")
  func coding() throws {
    let distribution = try MultivariateFixture.shared.get().distribution()
    let json = try JSONEncoder().encode(distribution)
    let read = try JSONDecoder().decode(MultivariateNormal.self, from: json)
    #expect(read == distribution)
    #expect(read.logDensity([0, 0, 0]) == distribution.logDensity([0, 0, 0]))
    let edited = String(decoding: json, as: UTF8.self).replacingOccurrences(of: "[4,", with: "[-4,")
    #expect {
      try JSONDecoder().decode(MultivariateNormal.self, from: Data(edited.utf8))
    } throws: { error in
      guard case DecodingError.dataCorrupted(let context) = error else { return false }
      return context.debugDescription.contains("not positive definite")
    }
  }

  @Test("takes the lower triangle of a covariance that is symmetric but for rounding")
  func symmetry() throws {
    let distribution = try MultivariateNormal(mean: [0, 0], covariance: [[1, 0.5 + 1e-12], [0.5, 1]])
    #expect(distribution.covariance == [[1, 0.5], [0.5, 1]])
  }
}
