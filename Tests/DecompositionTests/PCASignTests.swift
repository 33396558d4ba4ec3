import Decomposition
import Learning
import LinearAlgebra
import Testing

@Suite("Signs of components")
struct PCASignTests {
  @Test("the largest loading in magnitude is positive", arguments: allSolvers)
  func rule(_ solver: PCA.Solver) throws {
    let model = try PCA(components: .count(5), on: .correlation, solver: solver)
      .fitRepeatably(try RealData.load("breast_cancer"))
    for row in model.components.rows {
      #expect((row.max { abs($0) < abs($1) } ?? 0) > 0)
    }
  }

  @Test("negating a column negates its loadings, and the rule then decides", arguments: allSolvers)
  func negatedColumn(_ solver: PCA.Solver) throws {
    let x = try RealData.load("wine")
    let configuration = PCA(components: .count(4), on: .correlation, solver: solver)
    let model = try configuration.fitRepeatably(x)
    for j in 0..<13 {
      let negated = try configuration.fitRepeatably(x.changingColumn(j, -))
      for (row, original) in zip(negated.components.rows, model.components.rows) {
        var expected = Array(original)
        expected[j].negate()
        if (expected.max { abs($0) < abs($1) } ?? 0) < 0 { expected = expected.map(-) }
        #expect(distance(Array(row), expected) <= 1e-9, "column \(j)")
      }
    }
  }

  @Test("of two loadings equal in magnitude the first is positive", arguments: allSolvers)
  func ties(_ solver: PCA.Solver) throws {
    // The second column is the first negated, so only rounding could tell the magnitudes of the loadings apart.
    let x: Matrix = [[1, -1], [2, -2], [4, -4], [7, -7]]
    let half = 0.5.squareRoot()
    let model = try PCA(components: .count(1), solver: solver).fitRepeatably(x)
    #expect(distance(model.components, [[half, -half]]) <= 1e-15)
  }

  @Test("the order of the rows does not matter", arguments: allSolvers)
  func permutedRows(_ solver: PCA.Solver) throws {
    let x = try RealData.load("wine")
    let configuration = PCA(components: .count(4), on: .correlation, solver: solver)
    let model = try configuration.fitRepeatably(x)
    var generator = SeededGenerator(seed: 3)
    let permuted = try configuration.fitRepeatably(x.selectingRows(generator.permutation(of: x.rowCount)))
    #expect(distance(permuted.components, model.components) <= 1e-11)
    #expect(distance(permuted.explainedVariance, model.explainedVariance) <= 1e-12 * model.explainedVariance[0])
  }
}
