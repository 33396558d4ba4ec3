import LinearAlgebra
import TestSupport
import Testing

@Suite("Least squares by QR with column pivoting")
struct LeastSquaresTests {
  /// The digits of the worst coefficient and of the residual sum of squares. Filip's ten powers keep half of theirs:
  /// the condition number of its columns is 5e9 after scaling and 2e15 before, and no column may be dropped.
  static let linear: [(name: String, coefficients: Double, residual: Double)] = [
    ("Norris", 12.5, 13), ("Pontius", 12, 12.5), ("NoInt1", 14, 13.5), ("NoInt2", 14.5, 14.5), ("Longley", 10.5, 11),
    ("Wampler1", 9, 15), ("Wampler2", 12, 15), ("Wampler3", 9, 14), ("Wampler4", 8, 14.5), ("Wampler5", 6, 14.5),
    ("Filip", 7.5, 8),
  ]

  @Test("may be solved on several threads at once: no call disturbs another's reflectors")
  func concurrentSolutions() throws {
    var generator = TestGenerator(seed: 3)
    // Up to 32 reflectors LAPACK takes one at a time, and it is then that it writes ones among them.
    let a = Matrix.standardNormal(rowCount: 1000, columnCount: 30, using: &generator)
    let b = Array(Matrix.standardNormal(rowCount: 1000, columnCount: 1, using: &generator).column(0))
    let qr = try PivotedQR(of: a)
    let alone = try qr.leastSquares(b)
    let together = try ThreadBudget.reproducible.limited(to: 8).run {
      try parallelMap(2000) { _ throws(LinearAlgebraError) in try qr.leastSquares(b) }
    }
    #expect(together.allSatisfy { $0 == alone })
  }

  @Test("has the digits of NIST's certified coefficients", arguments: linear)
  func certified(name: String, coefficients: Double, residual: Double) throws {
    let certified = try #require(try NIST.certified().linear[name])
    let (x, y) = try NIST.design(name, certified)
    let solution = try x.leastSquares(y)
    #expect(solution.rank == x.columnCount)
    let digits = zip(solution.coefficients, certified.coefficients).map { correctDigits($0, certified: $1.estimate) }
    #expect((digits.min() ?? 0) >= coefficients)
    #expect(
      correctDigits(solution.residualSumOfSquares, certified: certified.residual.sumOfSquares) >= residual)
  }

  @Test("solves a square system, and leaves a residual of nothing")
  func square() throws {
    let solution = try ([[2, 1], [1, 3]] as Matrix).leastSquares([5, 10])
    #expect(deviation(solution.coefficients, from: [1, 3]) < 1e-15)
    #expect(solution.residualSumOfSquares == 0)
    #expect(solution.rank == 2 && solution.dependentColumns.isEmpty)
  }

  @Test("names the columns that depend on others, and gives them zero")
  func dependentColumns() throws {
    let z = Matrix.normal(30, 3)
    // Columns 0, 1, 4 are free; 2 = 0 + 1 would be found in some order, and 3 is zero.
    let x = Matrix.filled(30, 5) { i, j in
      switch j {
      case 2: 4 * (z[i, 0] + z[i, 1])
      case 3: 0
      case 4: z[i, 2]
      default: z[i, j]
      }
    }
    let y = (0..<30).map { 2 * z[$0, 0] - z[$0, 1] + 3 * z[$0, 2] }
    let solution = try x.leastSquares(y)
    #expect(solution.rank == 3)
    #expect(solution.dependentColumns.count == 2)
    #expect(solution.dependentColumns.contains(3))
    #expect(solution.dependentColumns.allSatisfy { $0 < 4 && solution.coefficients[$0] == 0 })
    #expect(deviation(x.multiplied(by: solution.coefficients), from: y) < 1e-14)
    #expect(solution.residualSumOfSquares < 1e-26)
  }

  @Test("inverts the Gram matrix of the independent columns, and leaves the others' rows zero")
  func inverseGram() throws {
    let z = Matrix.normal(30, 3)
    let factorization = try PivotedQR(of: z)
    let expected = try Cholesky(of: z.gram()).inverse()
    #expect(try factorization.inverseGram().deviation(from: expected) < 1e-14)
    // Its error is that of A, where inverting AᵀA has that of the square: columns of angle 1e-7, known by hand.
    let near: Matrix = [[1, 1], [0, 1e-7], [1, 1]]
    let inverse = try PivotedQR(of: near).inverseGram()
    #expect(inverse.deviation(from: [[1e14 + 0.5, -1e14], [-1e14, 1e14]]) < 1e-8)
    let dependent = try PivotedQR(of: Matrix.filled(30, 4) { $1 == 3 ? 0 : z[$0, $1] })
    #expect(dependent.dependentColumns == [3])
    let embedded = try dependent.inverseGram()
    #expect(embedded.selectingRows(0..<3).selectingColumns(0..<3).deviation(from: expected) < 1e-14)
    #expect((0..<4).allSatisfy { embedded[3, $0] == 0 && embedded[$0, 3] == 0 })
  }

  @Test("gives a wide system a solution with as many coefficients as rows")
  func wide() throws {
    let x = Matrix.normal(3, 8)
    let y = [1.0, -2, 3]
    let solution = try x.leastSquares(y)
    #expect(solution.rank == 3)
    #expect(solution.coefficients.filter { $0 != 0 }.count == 3)
    #expect(solution.dependentColumns.count == 5)
    #expect(deviation(x.multiplied(by: solution.coefficients), from: y) < 1e-13)
  }

  @Test("finds nothing in a matrix of zeros")
  func zeros() throws {
    let solution = try Matrix.zeros(4, 2).leastSquares([1, 2, 3, 4])
    #expect(solution.rank == 0)
    #expect(solution.coefficients == [0, 0])
    #expect(abs(solution.residualSumOfSquares - 30) < 1e-14)
    #expect(solution.dependentColumns == [0, 1])
  }

  @Test("sees the same rank in any units", arguments: [1e-300, 1e-150, 1e150, 1e300])
  func units(unit: Double) throws {
    let x = Matrix.normal(20, 3)
    let y = (0..<20).map { 2 * x[$0, 0] - x[$0, 1] + 3 * x[$0, 2] + Double($0 % 3) }
    let expected = try x.leastSquares(y)
    let solution = try Matrix.filled(20, 3) { x[$0, $1] * ($1 == 1 ? unit : 1) }.leastSquares(y)
    #expect(solution.rank == 3)
    #expect(abs(solution.coefficients[1] * unit / expected.coefficients[1] - 1) < 1e-12)
    #expect(abs(solution.coefficients[0] / expected.coefficients[0] - 1) < 1e-12)
    #expect(abs(solution.residualSumOfSquares / expected.residualSumOfSquares - 1) < 1e-12)
  }

  @Test("judges the rank by the tolerance that it is given")
  func tolerance() throws {
    let x: Matrix = [[1, 1], [1, 1 + 1e-6], [1, 1 - 1e-6]]
    #expect(try PivotedQR(of: x).rank == 2)
    #expect(try PivotedQR(of: x, tolerance: 1e-5).rank == 1)
    #expect(try PivotedQR(of: x, tolerance: 1e-5).pivots.sorted() == [0, 1])
  }

  @Test("says so where a coefficient or the residual overflows")
  func overflow() {
    #expect(throws: LinearAlgebraError.overflow(operation: "solution of the least-squares problem")) {
      try ([[1e-200], [1e-200]] as Matrix).leastSquares([1e200, 1e200])
    }
    #expect(throws: LinearAlgebraError.overflow(operation: "residual sum of squares")) {
      try ([[1], [1]] as Matrix).leastSquares([1e200, -1e200])
    }
  }

  @Test("refuses what is not finite, and says where")
  func refused() {
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0, value: .infinity)) {
      try ([[1], [.infinity]] as Matrix).leastSquares([1, 2])
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0, value: -.infinity)) {
      try ([[1], [2]] as Matrix).leastSquares([1, -.infinity])
    }
  }
}
