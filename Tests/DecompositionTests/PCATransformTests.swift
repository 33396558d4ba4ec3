import Decomposition
import Learning
import LinearAlgebra
import Testing

@Suite("Scores, reconstructions and loadings")
struct PCATransformTests {
  static let matrices: [PCA.AnalysedMatrix] = [.covariance, .correlation]

  @Test("scores are uncorrelated, and the eigenvalues are their variances", arguments: matrices, allSolvers)
  func scoresAreDecorrelated(_ matrix: PCA.AnalysedMatrix, _ solver: PCA.Solver) throws {
    let x = try RealData.load("wine")
    let model = try PCA(components: .count(3), on: matrix, solver: solver).fitRepeatably(x)
    let covariance = try model.transform(x).covariance()
    let largest = model.explainedVariance[0]
    #expect(distance(covariance, .diagonal(model.explainedVariance)) <= 1e-10 * largest)
  }

  @Test("whitened scores have the identity as their covariance", arguments: matrices, exactSolvers)
  func whitening(_ matrix: PCA.AnalysedMatrix, _ solver: PCA.Solver) throws {
    let x = try RealData.load("iris")
    let model = try PCA(on: matrix, solver: solver, whiten: true).fit(x)
    #expect(distance(try model.transform(x).covariance(), .identity(4)) <= 1e-12)
    #expect(distance(try model.inverseTransform(model.transform(x)), x) <= 1e-13)
  }

  @Test("whitening divides the scores by their standard deviations and changes nothing else")
  func whiteningIsAScaling() throws {
    let x = try RealData.load("iris")
    let plain = try PCA(components: .count(2)).fit(x)
    let white = try PCA(components: .count(2), whiten: true).fit(x)
    let deviations = plain.explainedVariance.map { $0.squareRoot() }
    #expect(white.components == plain.components)
    let rescaled = try white.transform(x).multiplied(by: .diagonal(deviations))
    #expect(distance(rescaled, try plain.transform(x)) <= 1e-14)
    let reconstructed = try plain.inverseTransform(plain.transform(x))
    #expect(distance(try white.inverseTransform(white.transform(x)), reconstructed) <= 1e-13)
  }

  @Test("all components give the samples back", arguments: matrices)
  func inverse(_ matrix: PCA.AnalysedMatrix) throws {
    let x = try RealData.load("breast_cancer")
    let model = try PCA(on: matrix).fit(x)
    #expect(distance(try model.inverseTransform(model.transform(x)), x) <= 1e-12 * x.maximumMagnitude)
  }

  @Test("the mean reconstruction error is the sum of the eigenvalues left out, times (n - 1) / n", arguments: matrices)
  func reconstruction(_ matrix: PCA.AnalysedMatrix) throws {
    let x = try RealData.load("wine")
    let n = Double(x.rowCount)
    for k in [1, 4, 12] {
      let model = try PCA(components: .count(k), on: matrix).fit(x)
      let leftOut = model.eigenvalues.dropFirst(k).reduce(0, +)
      let error = try model.reconstructionError(of: x)
      #expect(abs(error - leftOut * (n - 1) / n) <= 1e-12 * model.eigenvalues[0])
      let errors = try model.reconstructionErrors(of: x)
      #expect(errors.count == x.rowCount)
      #expect(abs(errors.reduce(0, +) / n - error) <= 1e-12 * model.eigenvalues[0])
    }
  }

  @Test("on the correlation matrix loadings are the correlations of columns with components")
  func loadings() throws {
    let x = try RealData.load("wine")
    let model = try PCA(on: .correlation).fit(x)
    let both = try x.appendingColumns(model.transform(x)).correlation()
    let expected = both.selectingRows(0..<13).selectingColumns(13..<26)
    #expect(distance(model.loadings, expected) <= 1e-12)
  }

  @Test("loadings times their transpose are the covariance matrix")
  func loadingsOfTheCovarianceMatrix() throws {
    let x = try RealData.load("iris")
    let loadings = try PCA().fit(x).loadings
    #expect(distance(loadings.multiplied(byTransposeOf: loadings), try x.covariance()) <= 1e-14)
  }

  @Test("the guide's example does what its comments say")
  func guide() throws {
    let x: Matrix = [[2.5, 2.4], [0.5, 0.7], [2.2, 2.9], [1.9, 2.2], [3.1, 3.0], [2.3, 2.7], [2, 1.6], [1, 1.1]]
    let model = try PCA(components: .variance(0.9)).fit(x)
    #expect(model.componentCount == 1)
    // numpy.linalg.eigvalsh(numpy.cov(x.T)), as shares
    #expect(distance(model.explainedVarianceRatio, [0.95903173]) <= 1e-8)
    let scores = try model.transform(x)
    #expect(scores.rowCount == 8 && scores.columnCount == 1)
    let near = try model.inverseTransform(scores)
    let squares = (near - x).elements.reduce(0) { $0 + $1 * $1 }
    #expect(abs(try model.reconstructionError(of: x) - squares / 8) <= 1e-15)
  }

  @Test("samples one by one give the scores of all at once")
  func rowByRow() throws {
    let x = try RealData.load("wine")
    let model = try PCA(on: .correlation).fit(x)
    let scores = try model.transform(x)
    for i in stride(from: 0, to: x.rowCount, by: 25) {
      let alone = try model.transform(x.selectingRows([i]))
      #expect(distance(alone, scores.selectingRows([i])) <= 1e-13)
    }
    #expect(try model.transform(.zeros(0, 13)) == .zeros(0, 13))
  }

  @Test("samples and scores of the wrong width or with holes are refused")
  func refusals() throws {
    let x = try RealData.load("wine")
    let model = try PCA(components: .count(2)).fit(x)
    #expect(throws: LearningError.featureCountMismatch(found: 12, expected: 13)) {
      try model.transform(.zeros(3, 12))
    }
    #expect(throws: LearningError.featureCountMismatch(found: 3, expected: 2)) {
      try model.inverseTransform(.zeros(3, 3))
    }
    #expect(throws: LearningError.notFinite(row: 1, column: 4, value: .infinity)) {
      try model.transform(x.changingColumn(4) { $0 == x[1, 4] ? .infinity : $0 })
    }
    #expect(throws: LearningError.notFinite(row: 0, column: 1, value: -.infinity)) {
      try model.inverseTransform([[0, -.infinity]])
    }
    #expect(throws: LearningError.empty(rowCount: 0, columnCount: 13)) {
      try model.reconstructionError(of: .zeros(0, 13))
    }
  }

  @Test("what overflows on the way is refused, not returned as NaN")
  func overflow() throws {
    let model = try PCA(components: .count(1)).fit([[0, 0], [1, 2], [2, 3]])
    for sample: Matrix in [[[1.7e308, 1.7e308]], [[1.7e308, -1.7e308]]] {
      let error = #expect(throws: LearningError.self) { try model.reconstructionErrors(of: sample) }
      #expect(error?.description.contains("overflow") == true)
    }
    let score = #expect(throws: LearningError.self) {
      try PCA(whiten: true).fit([[0, 0], [1e-9, 2e-9], [2e-9, 3e-9]]).transform([[1e300, 1e300]])
    }
    #expect(score?.description.contains("overflow") == true)
    let sample = #expect(throws: LearningError.self) {
      try PCA(whiten: true).fit([[0, 0], [1e9, 2e9], [2e9, 3e9]]).inverseTransform([[1e300, 1e300]])
    }
    #expect(sample?.description.contains("overflow") == true)
  }
}
