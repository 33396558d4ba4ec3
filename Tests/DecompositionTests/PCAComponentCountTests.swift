import Decomposition
import Learning
import LinearAlgebra
import Testing

@Suite("Rules for the number of components")
struct PCAComponentCountTests {
  /// Columns that are orthogonal and of variances 50, 30, 10, 5 and 5, exactly: ratios 0.50, 0.30, 0.10, 0.05, 0.05.
  static let worked: Matrix = {
    let variances = [50.0, 30, 10, 5, 5]
    var rows = Matrix.zeros(10, 5)
    // Two rows a column, at plus and minus; Σ x² / (10 - 1) is the variance.
    for (j, variance) in variances.enumerated() {
      rows[2 * j, j] = (variance * 9 / 2).squareRoot()
      rows[2 * j + 1, j] = -rows[2 * j, j]
    }
    return rows
  }()

  @Test("a share that is reached exactly is reached", arguments: zip([0.8, 0.9, 0.95, 1], [2, 3, 4, 5]))
  func workedRatios(_ share: Double, _ count: Int) throws {
    #expect(VarianceSpectrum(variances: [50, 30, 10, 5, 5]).count(reaching: share) == count)
    for solver in exactSolvers {
      let model = try PCA(components: .variance(share), solver: solver).fit(Self.worked)
      #expect(distance(model.eigenvalues, [50, 30, 10, 5, 5]) <= 1e-13)
      #expect(model.componentCount == count, "\(solver)")
    }
  }

  @Test("every cumulative ratio of real data, given as the target, is reached by its own components")
  func ownRatios() throws {
    let x = try RealData.load("wine")
    let ratios = try PCA(on: .correlation).fit(x).cumulativeExplainedVarianceRatio
    for (index, ratio) in ratios.enumerated() {
      let model = try PCA(components: .variance(min(1, ratio)), on: .correlation).fit(x)
      #expect(model.componentCount == index + 1)
    }
  }

  @Test("digits need 13, 21, 29 and 41 components for 80, 90, 95 and 99 %, and 61 for all", arguments: [
    PCA.Solver.covariance, .svd,
  ])
  func digits(_ solver: PCA.Solver) throws {
    let x = try RealData.load("digits")
    for (share, count) in [(0.8, 13), (0.9, 21), (0.95, 29), (0.99, 41), (1, 61)] {
      #expect(try PCA(components: .variance(share), solver: solver).fit(x).componentCount == count)
    }
    #expect(try PCA(solver: solver).fit(x).componentCount == 61)
  }

  @Test("a count keeps that many", arguments: allSolvers)
  func count(_ solver: PCA.Solver) throws {
    let model = try PCA(components: .count(2), solver: solver).fit(try RealData.load("wine"))
    #expect(model.componentCount == 2)
    #expect(model.outputCount == 2)
    #expect(model.featureCount == 13)
  }

  @Test("Kaiser's rule keeps one component where no eigenvalue is above 1")
  func kaiserOfUncorrelatedColumns() throws {
    let x: Matrix = [[1, 1], [1, -1], [-1, 1], [-1, -1]]
    let model = try PCA(components: .kaiser, on: .correlation).fit(x)
    #expect(distance(model.eigenvalues, [1, 1]) <= 1e-15)
    #expect(model.componentCount == 1)
  }

  @Test("shares never rise, cumulative shares never fall and end at 1", arguments: PCAReferenceTests.Case.all)
  func monotonicRatios(_ fit: PCAReferenceTests.Case) throws {
    // The Gram matrix of 1797 rows says nothing here that the others do not.
    guard fit.name != "digits" || fit.solver != .gram else { return }
    let model = try PCA(on: fit.matrix, solver: fit.solver).fit(try RealData.load(fit.name))
    let ratios = model.explainedVarianceRatio
    let cumulative = model.cumulativeExplainedVarianceRatio
    #expect(zip(ratios, ratios.dropFirst()).allSatisfy(>=))
    #expect(zip(cumulative, cumulative.dropFirst()).allSatisfy(<=))
    #expect(abs((cumulative.last ?? 0) - 1) <= 1e-15)
  }
}
