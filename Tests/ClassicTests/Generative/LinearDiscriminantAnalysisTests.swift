import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("Linear discriminant analysis")
struct LinearDiscriminantAnalysisTests {
  /// Within each class the covariance is the identity; the means are (0, 0) and (4, 0).
  private let x: Matrix = [[-1, -1], [-1, 1], [1, -1], [1, 1], [3, -1], [3, 1], [5, -1], [5, 1]]
  private let y = ["a", "a", "a", "a", "b", "b", "b", "b"]

  @Test(
    "agrees with scikit-learn", arguments: GenerativeData.setNames, ["empirical", "given", "fixed", "ledoitWolf"])
  func peer(name: String, variant: String) throws {
    let results = try #require(try Fixture.generative().sets[name])
    let expected = try #require(results.discriminants[variant])
    let data = try GenerativeData.set(name)
    let estimator = LinearDiscriminantAnalysis(
      priors: variant == "given" ? .given(results.given) : .empirical,
      shrinkage: variant == "fixed" ? .fixed(0.1) : variant == "ledoitWolf" ? .ledoitWolf : .none)
    let model = try estimator.fit(data.features, labels: data.labels)
    #expect(try model.priors.relativeDifference(from: expected.priors) < 1e-14)
    #expect(try model.means.relativeDifference(from: expected.means) < 1e-14)
    #expect(try model.coefficients.relativeDifference(from: expected.coefficients) < 1e-10)
    #expect(try model.intercepts.relativeDifference(from: expected.intercepts) < 1e-10)
    let rows = data.features.selectingRows(results.rows)
    #expect(try model.probabilities(for: rows).relativeDifference(from: expected.probabilities) < 1e-10)
    if let shrinkage = expected.shrinkage {
      #expect(try model.shrinkage.relativeDifference(from: shrinkage) < 1e-12)
    }
    if let ratio = expected.explainedVarianceRatio, let projection = expected.projection {
      #expect(try model.explainedVarianceRatio.relativeDifference(from: ratio) < 1e-12)
      // scikit-learn's signs are as LAPACK leaves them.
      let found = try model.core.transform(rows).map(abs)
      #expect(try found.relativeDifference(from: projection) < 1e-10)
    }
    #expect(model.rank == data.features.columnCount && model.report.warnings.isEmpty)
  }

  /// The scores are ∓2 (x₁ - 2) - 2 + log ½.
  @Test("has the scores, the borders and the axis of the formula")
  func formula() throws {
    let model = try LinearDiscriminantAnalysis().fit(x, labels: y)
    #expect((model.coefficients - [[-2, 0], [2, 0]]).maximumMagnitude < 1e-14)
    let logHalf = -0.6931471805599453
    #expect(try model.intercepts.relativeDifference(from: [2 + logHalf, -6 + logHalf]) < 1e-14)
    let scores = try model.core.decisionValues(for: [[2, 9], [0, 0]])
    #expect((scores - [[-2 + logHalf, -2 + logHalf], [2 + logHalf, -6 + logHalf]]).maximumMagnitude < 1e-14)
    #expect(try model.predict([[1.9, 100], [2.1, -100]]) == ["a", "b"])
    #expect(model.axisCount == 1 && model.explainedVarianceRatio == [1])
    #expect((model.discriminantAxes - [[1, 0]]).maximumMagnitude < 1e-15)
    #expect((try model.core.transform([[7, 3]]) - [[5]]).maximumMagnitude < 1e-14)
  }

  /// What `lda(Species ~ ., iris)` of R's package MASS prints (Venables and Ripley, Modern Applied Statistics with S,
  /// 4th edition, Springer 2002). It divides the covariance by n - K and leaves the signs as they come.
  @Test("has the discriminants that R prints for iris")
  func publishedTable() throws {
    let data = try Datasets.iris()
    let model = try LinearDiscriminantAnalysis().fit(data.features, labels: data.namedLabels)
    let printed: Matrix = [
      [-0.8293776, -1.5344731, 2.2012117, 2.8104603], [0.02410215, 2.16452123, -0.93192121, 2.83918785],
    ]
    let rescaled = model.discriminantAxes * (147.0 / 150).squareRoot()
    #expect((rescaled - printed).maximumMagnitude < 6e-8)
    for (ratio, printed) in zip(model.explainedVarianceRatio, [0.9912, 0.0088]) {
      #expect(abs(ratio - printed) < 5e-5)
    }
    // Three flowers are taken for another species.
    let predicted = try model.predict(data.features)
    let errors = data.namedLabels.indices.filter { predicted[$0] != data.namedLabels[$0] }
    #expect(errors.map { predicted[$0] } == ["virginica", "virginica", "versicolor"])
  }

  @Test("projects on axes of unit variance within the classes, of positive largest coefficient")
  func axes() throws {
    let data = try Datasets.wine()
    let model = try LinearDiscriminantAnalysis().fit(data.features, labels: data.namedLabels)
    #expect(model.axisCount == 2)
    let residuals = try GenerativeData.residuals(of: data.features, labels: data.labels)
    let covariance = try Moments(of: residuals).covariance(.maximumLikelihood)
    let axes = model.discriminantAxes
    let within = axes.multiplied(by: covariance).multiplied(byTransposeOf: axes)
    #expect((within - .identity(2)).maximumMagnitude < 1e-11)
    for axis in axes.rows {
      let scaled = zip(axis, covariance.diagonal).map { $0 * $1.squareRoot() }
      let largest = try #require(scaled.max { abs($0) < abs($1) })
      #expect(largest > 0)
    }
  }

  @Test("learns the same with a column more that depends on the others, and names it")
  func dependentColumn() throws {
    let data = try Datasets.iris()
    let plain = try LinearDiscriminantAnalysis().fit(data.features, labels: data.labels)
    let dependents: [(Int) -> Double] = [
      { data.features[$0, 1] }, { 3 - 1e6 * data.features[$0, 1] },
      { data.features[$0, 0] + data.features[$0, 2] - data.features[$0, 3] }, { _ in 1e6 },
    ]
    for (index, dependent) in dependents.enumerated() {
      let x = data.features.appending(dependent)
      let model = try LinearDiscriminantAnalysis().fit(x, labels: data.labels)
      #expect(model.rank == 4)
      let warning = try #require(model.report.warnings.first)
      #expect(warning.kind == .rankDeficient && warning.columns.count == 1)
      let others = x.selectingColumns((0..<5).filter { $0 != warning.columns[0] })
      #expect(try LinearDiscriminantAnalysis().fit(others, labels: data.labels).report.warnings.isEmpty)
      let difference = try model.probabilities(for: x) - plain.probabilities(for: data.features)
      #expect(difference.maximumMagnitude < 1e-9, "dependent column \(index)")
    }
  }

  @Test("names the columns that are constant within each class, and those of them that tell classes apart")
  func constantColumns() throws {
    let widened = x.appending { _ in 5 }.appending { $0 < 4 ? 1 : 2 }
    let model = try LinearDiscriminantAnalysis().fit(widened, labels: y)
    let warning = try #require(model.report.warnings.first)
    #expect(warning.kind == .rankDeficient && warning.columns == [2, 3])
    #expect(
      warning.message == "The within-class covariance has rank 2 for 4 columns, and was inverted in its range only. "
        + "Columns 2, 3 are constant within every class, and left out. Column 3 tells some classes apart without "
        + "error; look at that first.")
    #expect((model.coefficients - [[-2, 0, 0, 0], [2, 0, 0, 0]]).maximumMagnitude < 1e-14)
  }

  @Test("learns from fewer rows than columns by the pseudo-inverse, as numpy computes it")
  func wide() throws {
    let expected = try Fixture.generative().wide
    let data = try Datasets.wine()
    let x = data.features.selectingRows(expected.rows)
    let model = try LinearDiscriminantAnalysis().fit(x, labels: expected.rows.map { data.labels[$0] })
    #expect(model.rank == expected.rank)
    #expect(try model.coefficients.relativeDifference(from: expected.coefficients) < 1e-9)
    #expect(try model.probabilities(for: x).relativeDifference(from: expected.probabilities) < 1e-9)
    #expect(model.report.warnings.first?.columns.count == 13 - expected.rank)
  }

  @Test("is regular with shrinkage where there are fewer rows than columns")
  func shrinkageMakesRegular() throws {
    let expected = try Fixture.generative().wide
    let data = try Datasets.wine()
    let (x, y) = (data.features.selectingRows(expected.rows), expected.rows.map { data.labels[$0] })
    for shrinkage in [LinearDiscriminantAnalysis.Shrinkage.fixed(0.01), .ledoitWolf] {
      let model = try LinearDiscriminantAnalysis(shrinkage: shrinkage).fit(x, labels: y)
      #expect(model.rank == 13 && model.report.warnings.isEmpty)
      #expect(model.shrinkage.allSatisfy { $0 > 0 && $0 <= 1 })
    }
  }

  /// γ = 1 leaves the mean variance on the diagonal alone: the rule of the nearest mean, but for the priors.
  @Test("with full shrinkage is the nearest centroid")
  func fullShrinkage() throws {
    let data = try Datasets.iris()
    let model = try LinearDiscriminantAnalysis(shrinkage: .fixed(1)).fit(data.features, labels: data.labels)
    let centroid = try NearestCentroid().fit(data.features, labels: data.labels)
    let difference = try model.probabilities(for: data.features) - centroid.probabilities(for: data.features)
    #expect(difference.maximumMagnitude < 1e-12)
  }

  @Test("does not depend on the units or the origin of the columns", arguments: [.none, .ledoitWolf] as [
    LinearDiscriminantAnalysis.Shrinkage
  ])
  func units(shrinkage: LinearDiscriminantAnalysis.Shrinkage) throws {
    let data = try Datasets.iris()
    let moved = data.features.standardized(center: [1e4, -1e5, 0, 3], scale: [1e-6, 1, 1e9, 0.1])
    let estimator = LinearDiscriminantAnalysis(shrinkage: shrinkage)
    let plain = try estimator.fit(data.features, labels: data.labels).probabilities(for: data.features)
    let other = try estimator.fit(moved, labels: data.labels).probabilities(for: moved)
    #expect((plain - other).maximumMagnitude < 1e-8)
  }

  @Test("leaves columns that are constant within a class out of the Ledoit and Wolf formula")
  func ledoitWolfConstantColumn() throws {
    let data = try Datasets.iris()
    let plain = try LinearDiscriminantAnalysis(shrinkage: .ledoitWolf).fit(data.features, labels: data.labels)
    let model = try LinearDiscriminantAnalysis(shrinkage: .ledoitWolf)
      .fit(data.features.appending { _ in 3 }, labels: data.labels)
    #expect(try model.shrinkage.relativeDifference(from: plain.shrinkage) < 1e-14)
    #expect(model.rank == 4)
  }

  @Test("has no axis where the means are the same, and gives the priors")
  func equalMeans() throws {
    let model = try LinearDiscriminantAnalysis(priors: .given([0.25, 0.75]))
      .fit([[-1, 2], [1, -2], [-1, 2], [1, -2], [2, 1], [-2, -1]], labels: [0, 0, 1, 1, 0, 0])
    #expect(model.axisCount == 0 && model.explainedVarianceRatio.isEmpty)
    let query: Matrix = [[5, -3], [100, 2]]
    #expect(try model.core.transform(query) == .zeros(2, 0))
    #expect((try model.probabilities(for: query) - [[0.25, 0.75], [0.25, 0.75]]).maximumMagnitude < 1e-15)
  }

  @Test("refuses data without any difference within the classes", arguments: [
    LinearDiscriminantAnalysis.Shrinkage.none, .fixed(0.5), .ledoitWolf,
  ])
  func noCovariance(shrinkage: LinearDiscriminantAnalysis.Shrinkage) throws {
    let error = try #require(throws: LearningError.self) {
      try LinearDiscriminantAnalysis(shrinkage: shrinkage).fit([[0, 1], [2, 3]], labels: [0, 1])
    }
    #expect(
      error.description == "There is no within-class covariance: every row equals the mean of its class, so nothing "
        + "tells how rows of one class differ; give more rows of each class.")
  }

  @Test("gives probabilities that are finite however far away a sample is, or refuses it")
  func farAway() throws {
    let model = try LinearDiscriminantAnalysis().fit(x, labels: y)
    #expect(try model.probabilities(for: [[1e300, 0], [-1e300, 0]]) == [[0, 1], [1, 0]])
    #expect(throws: LearningError.linearAlgebra(.overflow(operation: "decision value"))) {
      try model.probabilities(for: [[1.5e308, 0]])
    }
  }

  @Test("never shrinks by a number that is none, where huge weights let variances underflow")
  func underflow() throws {
    let weights = [Double](repeating: 1e300, count: 6)
    let x: Matrix = [[0, 0], [1e-300, 1e-300], [2e-300, 5e-300], [1, 0], [3, 1], [2, 5]]
    let model = try LinearDiscriminantAnalysis(shrinkage: .ledoitWolf)
      .fit(x, labels: [0, 0, 0, 1, 1, 1], weights: weights)
    #expect(model.shrinkage[0] == 0)
    #expect(try model.probabilities(for: x).elements.allSatisfy(\.isFinite))
  }

  @Test("comes back from a file the same")
  func roundTrip() throws {
    let data = try Datasets.wine()
    let model = try LinearDiscriminantAnalysis(shrinkage: .ledoitWolf).fit(data.features, labels: data.namedLabels)
    let bytes = try JSONEncoder().encode(model)
    #expect(try JSONDecoder().decode(LinearDiscriminantAnalysis.Model<String>.self, from: bytes).core == model.core)
    let estimator = LinearDiscriminantAnalysis(priors: .uniform, shrinkage: .fixed(0.25))
    #expect(
      try JSONDecoder().decode(LinearDiscriminantAnalysis.self, from: JSONEncoder().encode(estimator)) == estimator)
  }

  @Test("refuses a file whose parts do not fit together")
  func inconsistentFile() throws {
    let model = try LinearDiscriminantAnalysis().fit(x, labels: y)
    let replacements: [(key: String, value: Any)] = [
      ("priors", [0.5]), ("priors", [0.5, 0]), ("center", [1.0]), ("scoresAtCenter", [1.0]), ("shrinkage", [0, 2]),
      ("means", try GenerativeData.json(Matrix.zeros(2, 3))), ("rank", 3), ("rank", 0),
      ("coefficients", try GenerativeData.json(Matrix.zeros(3, 2))),
      ("coefficients", try GenerativeData.json(Matrix.zeros(0, 2))),
      ("discriminantAxes", try GenerativeData.json(Matrix.zeros(2, 2))), ("explainedVarianceRatio", [1.5]),
      ("explainedVarianceRatio", [Double]()),
      ("coefficients", try GenerativeData.json(Matrix(repeating: .infinity, rowCount: 2, columnCount: 2))),
    ]
    for (key, value) in replacements {
      let data = try GenerativeData.json(model, core: key, replacedBy: value)
      #expect(throws: DecodingError.self, "\(key)") {
        try JSONDecoder().decode(LinearDiscriminantAnalysis.Model<String>.self, from: data)
      }
    }
  }
}

extension GenerativeData {
  /// The rows less the means of their classes.
  fileprivate static func residuals(of x: Matrix, labels: [Int]) throws -> Matrix {
    var result = x
    for label in Set(labels) {
      let rows = labels.indices.filter { labels[$0] == label }
      let means = try x.selectingRows(rows).columnMeans()
      for i in rows {
        for j in means.indices { result[i, j] -= means[j] }
      }
    }
    return result
  }
}

extension Matrix {
  /// The matrix with one column more, from the index of the row.
  fileprivate func appending(_ column: (Int) -> Double) -> Matrix {
    var result = Matrix.zeros(rowCount, columnCount + 1)
    for i in 0..<rowCount {
      for j in 0..<columnCount { result[i, j] = self[i, j] }
      result[i, columnCount] = column(i)
    }
    return result
  }
}
