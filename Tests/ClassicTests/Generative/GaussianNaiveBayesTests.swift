import Classic
import Foundation
import Learning
import LinearAlgebra
import RealModule
import Testing

@Suite("Gaussian naive Bayes")
struct GaussianNaiveBayesTests {
  /// Class "a" about (0, 0), "b" about (6, 0); the variances are 1 and 4, and 4 and 1.
  private let x: Matrix = [[-1, -2], [1, 2], [4, -1], [8, 1]]
  private let y = ["a", "a", "b", "b"]

  @Test("agrees with scikit-learn", arguments: GenerativeData.setNames, ["empirical", "given", "weighted"])
  func peer(name: String, variant: String) throws {
    let results = try #require(try Fixture.generative().sets[name])
    let expected = try #require(results.naiveBayes[variant])
    let data = try GenerativeData.set(name)
    let isWeighted = variant == "weighted"
    let estimator = GaussianNaiveBayes(
      priors: variant == "given" ? .given(results.given) : .empirical, varianceSmoothing: isWeighted ? 0 : 1e-9)
    let weights = isWeighted ? data.labels.indices.map { Double(1 + $0 % 3) } : nil
    let model = try estimator.fit(data.features, labels: data.labels, weights: weights)
    #expect(try model.priors.relativeDifference(from: expected.priors) < 1e-14)
    #expect(try model.means.relativeDifference(from: expected.means) < 1e-14)
    // Column by column: variances of wine differ by a factor of a million.
    for (found, expected) in zip(model.variances.elements, expected.variances.joined()) {
      #expect(abs(found / expected - 1) < 1e-12)
    }
    #expect(abs(model.smoothing - expected.smoothing) <= 1e-12 * expected.smoothing)
    let rows = data.features.selectingRows(results.rows)
    #expect(
      try model.core.jointLogLikelihoods(of: rows).relativeDifference(from: expected.jointLogLikelihoods) < 1e-12)
    #expect(try model.probabilities(for: rows).relativeDifference(from: expected.probabilities) < 1e-10)
  }

  /// At (3, 0): squares 9 / 1 + 0 against 9 / 4 + 0, and the determinants are equal, so the odds are exp(-27 / 8).
  @Test("has the means, variances and probabilities of the formula")
  func formula() throws {
    let model = try GaussianNaiveBayes(varianceSmoothing: 0).fit(x, labels: y)
    #expect(model.means == [[0, 0], [6, 0]])
    #expect(model.variances == [[1, 4], [4, 1]])
    #expect(abs(try model.probabilities(for: [[3, 0]])[0, 0] - 1 / (1 + .exp(27.0 / 8))) < 1e-15)
    // log ½ - log 2π - ½ log 4 - 9/2
    let logLikelihood = try model.core.jointLogLikelihoods(of: [[3, 0]])[0, 0]
    #expect(abs(logLikelihood - (-Double.log(2) - .log(2 * .pi) - .log(2) - 4.5)) < 1e-14)
    #expect(model.report.hasConverged && model.report.warnings.isEmpty)
  }

  @Test("takes the class of the largest joint log-likelihood where every density underflows")
  func underflow() throws {
    let model = try GaussianNaiveBayes(varianceSmoothing: 0).fit(x, labels: y)
    // Along the first column class b is the wider, along the second class a.
    for distance in [1e3, 1e8, 1e150] {
      let far: Matrix = [[distance, 0], [-distance, 0], [0, distance], [0, -distance]]
      #expect(try model.probabilities(for: far) == [[0, 1], [0, 1], [1, 0], [1, 0]])
      #expect(try model.predict(far) == ["b", "b", "a", "a"])
      #expect(try model.core.jointLogLikelihoods(of: far).elements.allSatisfy { $0 < -1e4 && $0.isFinite })
    }
    #expect(throws: LearningError.linearAlgebra(.overflow(operation: "squared distance to a class's mean"))) {
      try model.predict([[1e200, 0]])
    }
  }

  /// The variance of all is that of 0, 2, 2: 8 / 9.
  @Test("gives a class of one row the smoothing for variance, and says so")
  func loneRow() throws {
    let model = try GaussianNaiveBayes(varianceSmoothing: 0.5).fit([[0], [2], [2]], labels: ["a", "a", "b"])
    #expect(abs(model.smoothing - 4.0 / 9) < 1e-15)
    #expect(abs(model.variances[0, 0] - 13.0 / 9) < 1e-15)
    #expect(model.variances[1, 0] == model.smoothing)
    let warning = try #require(model.report.warnings.first)
    #expect(model.report.warnings.count == 1 && warning.kind == .constantColumns && warning.columns == [0])
    #expect(
      warning.message == "Column 0 holds one value only in class 1, counted from 0 in ascending order. "
        + "The variance there is the smoothing alone, 0.444.")
  }

  @Test("refuses a variance of zero, and tells where it is")
  func zeroVariance() throws {
    let x: Matrix = [[0, 1], [1, 2], [5, 3], [6, 3]]
    let error = try #require(throws: LearningError.self) {
      try GaussianNaiveBayes(varianceSmoothing: 0).fit(x, labels: [1, 1, 2, 2])
    }
    #expect(
      error.description == "The option varianceSmoothing is 0.0; it must be large enough where a column has no "
        + "variance within a class, as column 1 in class 1, counted from 0 in ascending order; leave it at 1e-9, or "
        + "drop the column.")
    #expect(try GaussianNaiveBayes().fit(x, labels: [1, 1, 2, 2]).predict([[4, 3]]) == [2])
  }

  @Test("refuses columns that are all constant, whatever the smoothing is", arguments: [0, 1e-9])
  func noVariation(smoothing: Double) {
    #expect(throws: LearningError.noVariation) {
      try GaussianNaiveBayes(varianceSmoothing: smoothing).fit([[1, 2], [1, 2]], labels: [0, 1])
    }
  }

  @Test("lets a column that is constant everywhere change nothing")
  func constantColumn() throws {
    let widened = Matrix(repeating: 7, rowCount: 4, columnCount: 3).replacingFirstColumns(with: x)
    let query: Matrix = [[3, 0], [2.5, 1]]
    let wideQuery = Matrix(repeating: 7, rowCount: 2, columnCount: 3).replacingFirstColumns(with: query)
    let narrow = try GaussianNaiveBayes().fit(x, labels: y).probabilities(for: query)
    let wide = try GaussianNaiveBayes().fit(widened, labels: y).probabilities(for: wideQuery)
    #expect((narrow - wide).maximumMagnitude < 1e-14)
  }

  @Test("takes the smoothing from the weighted variance, so that weights equal repetition")
  func weightedSmoothing() throws {
    let weighted = try GaussianNaiveBayes(varianceSmoothing: 0.1).fit(x, labels: y, weights: [1, 3, 2, 1])
    let rows = [0, 1, 1, 1, 2, 2, 3]
    let repeated = try GaussianNaiveBayes(varianceSmoothing: 0.1)
      .fit(x.selectingRows(rows), labels: rows.map { y[$0] })
    #expect(abs(weighted.smoothing - repeated.smoothing) < 1e-14)
    #expect((weighted.variances - repeated.variances).maximumMagnitude < 1e-14)
  }

  @Test("multiplies the odds by those of the priors")
  func priors() throws {
    let uniform = try GaussianNaiveBayes(priors: .uniform).fit(x, labels: y).probabilities(for: [[2, 0.5]])
    let given = try GaussianNaiveBayes(priors: .given([0.2, 0.8])).fit(x, labels: y).probabilities(for: [[2, 0.5]])
    #expect(abs((given[0, 0] / given[0, 1]) / (uniform[0, 0] / uniform[0, 1]) - 0.25) < 1e-14)
  }

  @Test("says what priors must be", arguments: [[0.5, 0.25, 0.25], [1, 0], [0.5, 0.6], [-0.5, 1.5], [.nan, 1]])
  func wrongPriors(priors: [Double]) {
    let error = LearningError.invalidOption(
      name: "priors", value: "\(priors)", allowed: "one positive number for each of the 2 classes, with the sum 1")
    #expect(throws: error) { try GaussianNaiveBayes(priors: .given(priors)).fit(x, labels: y) }
    #expect(throws: error) { try LinearDiscriminantAnalysis(priors: .given(priors)).fit(x, labels: y) }
  }

  @Test("comes back from a file the same")
  func roundTrip() throws {
    let model = try GaussianNaiveBayes().fit(x, labels: y)
    let data = try JSONEncoder().encode(model)
    #expect(try JSONDecoder().decode(GaussianNaiveBayes.Model<String>.self, from: data).core == model.core)
    let estimator = GaussianNaiveBayes(priors: .given([0.5, 0.5]), varianceSmoothing: 0.1)
    #expect(
      try JSONDecoder().decode(GaussianNaiveBayes.self, from: JSONEncoder().encode(estimator)) == estimator)
  }

  @Test("refuses a file whose parts do not fit together")
  func inconsistentFile() throws {
    let model = try GaussianNaiveBayes().fit(x, labels: y)
    let replacements: [(key: String, value: Any)] = [
      ("means", try GenerativeData.json(Matrix.zeros(2, 3))), ("means", try GenerativeData.json(Matrix.zeros(2, 0))),
      ("variances", try GenerativeData.json(Matrix.zeros(2, 2))), ("logPriors", [-1.0]), ("logPriors", [0.5, -1]),
      ("smoothing", -1),
    ]
    for (key, value) in replacements {
      let data = try GenerativeData.json(model, core: key, replacedBy: value)
      #expect(throws: DecodingError.self, "\(key)") {
        try JSONDecoder().decode(GaussianNaiveBayes.Model<String>.self, from: data)
      }
    }
  }
}

extension Matrix {
  /// The matrix with the columns of `other` in the place of its first ones.
  fileprivate func replacingFirstColumns(with other: Matrix) -> Matrix {
    var result = self
    for i in 0..<other.rowCount {
      for j in 0..<other.columnCount { result[i, j] = other[i, j] }
    }
    return result
  }
}
