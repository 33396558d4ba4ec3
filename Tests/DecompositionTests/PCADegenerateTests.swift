import Decomposition
import Learning
import LinearAlgebra
import Testing

@Suite("PCA of data with less to it than it seems")
struct PCADegenerateTests {
  static let matrices: [PCA.AnalysedMatrix] = [.covariance, .correlation]

  @Test("constant columns are named and have no part in any component", arguments: matrices, exactSolvers)
  func constantColumns(_ matrix: PCA.AnalysedMatrix, _ solver: PCA.Solver) throws {
    let varying = try Samples.normal(40, 3)
    let x = try Matrix(rowCount: 40, columnCount: 1, elements: .init(repeating: 0.1, count: 40))
      .appendingColumns(varying).appendingColumns(Matrix(repeating: -7e5, rowCount: 40, columnCount: 1))
    let model = try PCA(on: matrix, solver: solver).fit(x)
    let alone = try PCA(on: matrix, solver: solver).fit(varying)
    #expect(model.componentCount == 3)
    #expect(model.eigenvalues.count == 5)
    #expect(distance(model.explainedVariance, alone.explainedVariance) <= 1e-14 * alone.explainedVariance[0])
    for j in [0, 4] {
      #expect(model.components.column(j).allSatisfy { abs($0) <= 1e-15 })
      #expect(model.scale[j] == 1)
    }
    #expect(model.center[0] == 0.1 && model.center[4] == -7e5)
    #expect(distance(model.components.selectingColumns(1...3), alone.components) <= 1e-12)
    #expect(model.report.warnings.map(\.kind) == [.constantColumns])
    #expect(model.report.warnings.first?.columns == [0, 4])
    #expect(model.report.warnings.first?.message.hasPrefix("Columns 0, 4 hold one value each.") == true)
    #expect(model.summary.contains("constant columns: Columns 0, 4"))
  }

  @Test("a constant column does not move the randomized solver")
  func constantColumnsOfTheRandomizedSolver() throws {
    let varying = try Samples.normal(60, 8)
    let x = varying.appendingColumns(Matrix(repeating: 3e7, rowCount: 60, columnCount: 1))
    for matrix in Self.matrices {
      let model = try PCA(components: .count(2), on: matrix, solver: .randomized()).fitRepeatably(x)
      let exact = try PCA(components: .count(2), on: matrix, solver: .svd).fit(x)
      #expect(distance(model.explainedVariance, exact.explainedVariance) <= 1e-10 * exact.explainedVariance[0])
      #expect(distance(model.explainedVarianceRatio, exact.explainedVarianceRatio) <= 1e-10)
      #expect(model.report.warnings.map(\.kind) == [.constantColumns])
      #expect(model.report.warnings.first?.message.hasPrefix("Column 8 holds one value only.") == true)
    }
  }

  @Test("duplicated columns are reported and add no component", arguments: matrices, exactSolvers)
  func duplicatedColumns(_ matrix: PCA.AnalysedMatrix, _ solver: PCA.Solver) throws {
    let x = try Samples.normal(30, 3)
    let model = try PCA(on: matrix, solver: solver).fit(x.appendingColumns(x.selectingColumns([1])))
    #expect(model.componentCount == 3)
    #expect(model.components.rows.allSatisfy { abs($0[1] - $0[3]) <= 1e-12 })
    #expect(model.report.warnings.map(\.kind) == [.rankDeficient])
    #expect(model.report.warnings.first?.message.contains("1 of 4 directions") == true)
    #expect(model.report.warnings.first?.message.contains("columns are linear combinations") == true)
  }

  @Test("repeated rows, where there are fewer than columns, are reported as such", arguments: exactSolvers)
  func repeatedRows(_ solver: PCA.Solver) throws {
    let x = try Samples.normal(5, 20).selectingRows([0, 1, 2, 3, 4, 2])
    let model = try PCA(solver: solver).fit(x)
    #expect(model.componentCount == 4)
    #expect(model.report.warnings.map(\.kind) == [.rankDeficient])
    #expect(model.report.warnings.first?.message.contains("1 of 5 directions") == true)
    #expect(model.report.warnings.first?.message.contains("rows") == true)
  }

  @Test("fewer rows than columns: every solver finds the n - 1 components", arguments: matrices)
  func wide(_ matrix: PCA.AnalysedMatrix) throws {
    let x = try Samples.normal(12, 50)
    let reference = try PCA(on: matrix, solver: .svd).fit(x)
    #expect(reference.componentCount == 11)
    #expect(reference.eigenvalues.count == 50)
    for solver in [PCA.Solver.gram, .covariance] {
      let model = try PCA(on: matrix, solver: solver).fit(x)
      #expect(model.componentCount == 11)
      #expect(distance(model.eigenvalues, reference.eigenvalues) <= 1e-13 * reference.eigenvalues[0])
      #expect(distance(model.components, reference.components) <= 1e-11)
      #expect(model.report.warnings.isEmpty)
    }
  }

  @Test("a handful of rows never has more components than n - 1 or d", arguments: matrices, exactSolvers)
  func handfuls(_ matrix: PCA.AnalysedMatrix, _ solver: PCA.Solver) throws {
    for seed in 0..<40 as Range<UInt64> {
      for (n, d) in [(2, 1), (2, 2), (2, 5), (3, 1), (3, 2), (3, 4), (4, 3), (5, 2)] {
        // Far from zero, rounding of the means gives the centred rows a sum that is not quite zero.
        let x = try Samples.normal(n, d, seed: seed).map { seed.isMultiple(of: 2) ? $0 : 1e8 + $0 }
        let model = try PCA(on: matrix, solver: solver).fit(x)
        #expect(model.componentCount == min(n - 1, d), "\(n) x \(d), seed \(seed)")
        let gram = model.components.multiplied(byTransposeOf: model.components)
        #expect(distance(gram, .identity(model.componentCount)) <= 1e-14)
      }
    }
  }

  @Test("two rows have one component, the line through them", arguments: allSolvers)
  func twoRows(_ solver: PCA.Solver) throws {
    let model = try PCA(components: .count(1), solver: solver).fitRepeatably([[1, 2, 3], [3, 1, 5]])
    // The difference is (2, -1, 2), of length 3; two points at ± half of it have the variance 2 (3 / 2)² / (2 - 1).
    #expect(distance(model.components, [[2.0 / 3, -1.0 / 3, 2.0 / 3]]) <= 1e-15)
    #expect(abs(model.explainedVariance[0] - 4.5) <= 1e-14)
    #expect(abs(model.explainedVarianceRatio[0] - 1) <= 1e-15)
    #expect(model.center == [2, 1.5, 4])
  }

  @Test("one column is its own component", arguments: exactSolvers)
  func oneColumn(_ solver: PCA.Solver) throws {
    let model = try PCA(solver: solver).fit([[1], [2], [6]])
    #expect(model.components == [[1]])
    #expect(abs(model.explainedVariance[0] - 7) <= 1e-14)
  }

  @Test("means a thousand million times the spread cost no accuracy", arguments: allSolvers)
  func hugeOffset(_ solver: PCA.Solver) throws {
    let x = try Samples.wholeNumbers(300, 6)
    let configuration = PCA(components: .count(3), solver: solver)
    let near = try configuration.fitRepeatably(x)
    // Whole numbers: the sum is exact, so the centred data are the same.
    let far = try configuration.fitRepeatably(x.map { $0 + 1e9 })
    #expect(distance(far.explainedVariance, near.explainedVariance) <= 1e-12 * near.explainedVariance[0])
    #expect(distance(far.components, near.components) <= 1e-11)
    #expect(distance(try far.transform(x.map { $0 + 1e9 }), try near.transform(x)) <= 1e-6)
  }

  @Test("a first row of next to no weight, near zero, does not hide means far from it")
  func offsetBehindAnOutlier() throws {
    var x = try Samples.wholeNumbers(301, 6).map { $0 + 1e8 }
    for j in 0..<6 { x[0, j] = 0 }
    var weights = [Double](repeating: 1, count: 301)
    weights[0] = 1e-16
    let exact = try PCA(components: .count(2), solver: .svd).fit(x, weights: weights)
    let model = try PCA(components: .count(2), solver: .randomized()).fitRepeatably(x, weights: weights)
    #expect(distance(model.explainedVariance, exact.explainedVariance) <= 1e-12 * exact.explainedVariance[0])
    #expect(distance(model.components, exact.components) <= 1e-11)
  }

  @Test("numbers near the smallest and largest give a model or an error, never NaN", arguments: matrices, allSolvers)
  func extremes(_ matrix: PCA.AnalysedMatrix, _ solver: PCA.Solver) throws {
    let x = try Samples.normal(8, 3)
    for exponent in [-308, -200, -165, -162, -161, -155, -150, 150, 152, 153, 154, 160, 300] {
      // About ten to this exponent, as a power of two.
      let scaled = x.map { $0 * Double(sign: .plus, exponent: Int(Double(exponent) * 3.3219), significand: 1) }
      let configuration = PCA(components: .count(1), on: matrix, solver: solver, whiten: true)
      let outcome = Result { () throws(LearningError) in try configuration.fitRepeatably(scaled) }
      switch outcome {
      case .success(let model):
        #expect(model.explainedVariance.allSatisfy { $0 > 0 && $0.isFinite }, "exponent \(exponent)")
        #expect(model.explainedVarianceRatio.allSatisfy { $0 > 0 && $0 <= 1 + 1e-9 }, "exponent \(exponent)")
        #expect(model.scale.allSatisfy { $0 > 0 && $0.isFinite }, "exponent \(exponent)")
        #expect(try model.transform(scaled).elements.allSatisfy(\.isFinite), "exponent \(exponent)")
      case .failure(.noVariation):
        #expect(exponent < -150)
      case .failure(.linearAlgebra(.overflow)):
        #expect(exponent > 150)
      case .failure(let error):
        Issue.record(error, "exponent \(exponent)")
      }
    }
  }

  @Test("a sum of variances beyond the largest number is refused as that", arguments: matrices, allSolvers)
  func overflowOfTheSum(_ matrix: PCA.AnalysedMatrix, _ solver: PCA.Solver) throws {
    // Each column's sum of squares is below the largest Double, that of all twelve is not.
    let x = Matrix(repeating: 8e153, rowCount: 2, columnCount: 12)
    var signed = x
    for j in 0..<12 { signed[1, j].negate() }
    let configuration = PCA(components: .count(1), on: matrix, solver: solver)
    let outcome = Result { () throws(LearningError) in try configuration.fitRepeatably(signed) }
    switch outcome {
    case .success(let model):
      #expect(matrix == .correlation)
      #expect(abs(model.explainedVariance[0] - 12) <= 1e-13)
    case .failure(let error):
      #expect(matrix == .covariance)
      #expect(error == .linearAlgebra(.overflow(operation: "sum of the variances")))
    }
  }
}
