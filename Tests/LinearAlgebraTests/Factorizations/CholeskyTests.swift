import LinearAlgebra
import Testing

@Suite("The Cholesky factorization")
struct CholeskyTests {
  /// L = [[2, 0, 0], [6, 1, 0], [-8, 5, 3]].
  private let a: Matrix = [[4, 12, -16], [12, 37, -43], [-16, -43, 98]]

  @Test("is the lower triangular square root")
  func factor() throws {
    let cholesky = try Cholesky(of: a)
    #expect(cholesky.factor == [[2, 0, 0], [6, 1, 0], [-8, 5, 3]])
    #expect(cholesky.reconstruct() == a)
    #expect(abs(cholesky.logDeterminant - 3.58351893845611) < 1e-14)
  }

  @Test("solves for vectors, for matrices and for the inverse")
  func solve() throws {
    let cholesky = try Cholesky(of: a)
    let x: Matrix = [[1, -1], [2, 0.5], [-3, 4]]
    let b = naiveProduct(a, x)
    #expect(try deviation(cholesky.solve(Array(b.column(0))), from: Array(x.column(0))) < 1e-12)
    #expect(try cholesky.solve(b).deviation(from: x) < 1e-12)
    #expect(try cholesky.solve(.zeros(3, 0)) == .zeros(3, 0))
    #expect(try naiveProduct(cholesky.inverse(), a).deviation(from: .identity(3)) < 1e-12)
  }

  @Test("holds for a larger matrix, under both budgets", arguments: [ThreadBudget.Mode.reproducible, .fastest])
  func larger(mode: ThreadBudget.Mode) throws {
    let a = Matrix.normal(200, 60).gram()
    let budget = mode == .reproducible ? ThreadBudget.reproducible : .fastest
    try budget.run {
      let cholesky = try Cholesky(of: a)
      #expect(cholesky.reconstruct().deviation(from: a) < 1e-13)
      let b = a.multiplied(by: [Double](repeating: 1, count: 60))
      #expect(try deviation(cholesky.solve(b), from: [Double](repeating: 1, count: 60)) < 1e-12)
    }
  }

  @Test("reads the lower triangle only")
  func lowerTriangle() throws {
    #expect(try Cholesky(of: [[4, 99, 99], [12, 37, 99], [-16, -43, 98]]) == Cholesky(of: a))
  }

  @Test("does not overflow in the determinant")
  func logDeterminant() throws {
    let cholesky = try Cholesky(of: .diagonal([Double](repeating: 1e-200, count: 5)))
    #expect(abs(cholesky.logDeterminant / (5 * -460.517018598809) - 1) < 1e-14)
  }

  @Test(
    "says which leading minor is not positive",
    arguments: [
      ([[1, 2], [2, 1]], 2), ([[-1]], 1), ([[1, 0, 0], [0, 0, 0], [0, 0, 1]], 2),
    ] as [(Matrix, Int)])
  func notPositiveDefinite(matrix: Matrix, order: Int) throws {
    let error = LinearAlgebraError.notPositiveDefinite(order: order)
    #expect(throws: error) { try Cholesky(of: matrix) }
    #expect(error.description.contains("order \(order)") && error.description.contains("add a small ridge"))
  }

  @Test("refuses a right-hand side that is not finite, and says where", arguments: [.nan, .infinity] as [Double])
  func rightHandSide(value: Double) throws {
    let cholesky = try Cholesky(of: a)
    for solve in [
      { _ = try cholesky.solve([1, value, 2]) }, { _ = try cholesky.solve([[1], [value], [2]] as Matrix) },
    ] as [() throws -> Void] {
      let error = try #require(throws: LinearAlgebraError.self) { try solve() }
      #expect(error.description == "The element at row 1, column 0 is \(value); remove or impute it first.")
    }
  }

  @Test("says so where the solution overflows")
  func overflow() throws {
    let cholesky = try Cholesky(of: [[1e-300]])
    let error = LinearAlgebraError.overflow(operation: "solution of the linear system")
    #expect(throws: error) { try cholesky.solve([1e300]) }
    #expect(throws: error) { try cholesky.solve([[1e300]] as Matrix) }
    #expect(throws: error) { try Cholesky(of: [[.leastNonzeroMagnitude]]).inverse() }
  }

  @Test("refuses what is not square or not finite")
  func refused() {
    #expect(throws: LinearAlgebraError.notSquare(rowCount: 1, columnCount: 2)) { try Cholesky(of: [[1, 2]]) }
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0, value: .infinity)) {
      try Cholesky(of: [[1, 2], [.infinity, 1]])
    }
  }
}
