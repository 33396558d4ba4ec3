import Decomposition
import Learning
import LinearAlgebra
import Testing

@Suite("What PCA refuses, and in which words")
struct PCARefusalTests {
  /// The sentence of the error that the fit throws.
  static func sentence(
    _ configuration: PCA, _ x: Matrix, sourceLocation: SourceLocation = #_sourceLocation
  ) -> String {
    let error = #expect(throws: LearningError.self, sourceLocation: sourceLocation) { try configuration.fit(x) }
    return error?.description ?? ""
  }

  @Test("NaN and infinities are named by row and column", arguments: allSolvers, [Double.nan, .infinity, -.infinity])
  func notFinite(_ solver: PCA.Solver, _ value: Double) throws {
    var x = try Samples.normal(20, 3)
    x[13, 2] = value
    for matrix in [PCA.AnalysedMatrix.covariance, .correlation] {
      let sentence = Self.sentence(PCA(components: .count(1), on: matrix, solver: solver), x)
      #expect(sentence.contains("row 13, column 2 is \(value)"))
    }
    // A row that does not count must be sound all the same.
    var weights = [Double](repeating: 1, count: 20)
    weights[13] = 0
    #expect(throws: LearningError.self) {
      try PCA(components: .count(1), solver: solver).fit(x, weights: weights)
    }
  }

  @Test("no rows, no columns and one row", arguments: allSolvers)
  func tooLittle(_ solver: PCA.Solver) {
    let configuration = PCA(components: .count(1), solver: solver)
    #expect(Self.sentence(configuration, .zeros(0, 3)).contains("0 x 3"))
    #expect(Self.sentence(configuration, .zeros(3, 0)).contains("3 x 0"))
    #expect(Self.sentence(configuration, [[1, 2]]).contains("1 sample; a variance needs at least 2"))
  }

  @Test("columns that are all constant", arguments: allSolvers)
  func noVariation(_ solver: PCA.Solver) {
    for matrix in [PCA.AnalysedMatrix.covariance, .correlation] {
      for value in [0, 0.1, 1e9, -1e-300] {
        let x = Matrix(repeating: value, rowCount: 7, columnCount: 3)
        #expect(throws: LearningError.noVariation, "\(value)") {
          try PCA(components: .count(1), on: matrix, solver: solver).fit(x)
        }
      }
    }
    #expect(Self.sentence(PCA(), .zeros(4, 2)).contains("no variance"))
  }

  @Test("counts below 1 and above the rank", arguments: allSolvers)
  func counts(_ solver: PCA.Solver) throws {
    let x = try Samples.normal(20, 3)
    let duplicated = x.appendingColumns(x.selectingColumns([0]))
    for (count, x, words) in [
      (0, x, "from 1 to the rank of the data"), (-1, x, "from 1 to the rank of the data"),
      (4, x, "from 1 to 3, the rank of the data"), (.max, x, "from 1 to 3, the rank of the data"),
      (4, duplicated, "from 1 to 3, the rank of the data"),
      (3, x.selectingRows(0..<3), "from 1 to 2, the rank of the data"),
    ] {
      let sentence = Self.sentence(PCA(components: .count(count), solver: solver), x)
      #expect(sentence.contains("components is .count(\(count))"))
      #expect(sentence.contains(words))
    }
  }

  @Test("shares outside (0, 1]", arguments: [0, -0.5, 1.01, 95, .nan, .infinity])
  func shares(_ share: Double) throws {
    let sentence = Self.sentence(PCA(components: .variance(share)), try Samples.normal(20, 3))
    #expect(sentence.contains(".variance(\(share))"))
    #expect(sentence.contains("above 0 and at most 1"))
  }

  @Test("Kaiser's rule on the covariance matrix, and random projection without a count")
  func rulesThatDoNotFit() throws {
    let x = try Samples.normal(20, 3)
    let kaiser = Self.sentence(PCA(components: .kaiser), x)
    #expect(kaiser.contains("on: .correlation"))
    #expect(kaiser.contains("eigenvalues have units"))
    for rule in [PCA.ComponentCount.variance(0.9), .all, .kaiser] {
      let sentence = Self.sentence(PCA(components: rule, on: .correlation, solver: .randomized()), x)
      #expect(sentence.contains(".randomized"))
      #expect(sentence.contains(".count(k)"))
    }
  }
}
