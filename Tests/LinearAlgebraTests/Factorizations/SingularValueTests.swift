import LinearAlgebra
import Testing

@Suite("Singular values and vectors")
struct SingularValueTests {
  /// AᵀA = [[25, 20], [20, 25]], whose eigenvalues are 45 and 5.
  private static let known: Matrix = [[3, 0], [4, 5]]
  private static let knownValues = [45, 5].map { Double($0).squareRoot() }

  private func expectDecomposition(
    _ svd: SingularValueDecomposition, of a: Matrix, _ location: SourceLocation = #_sourceLocation
  ) {
    let r = min(a.rowCount, a.columnCount)
    #expect(svd.values.count == r && svd.left.columnCount == r && svd.right.rowCount == r, sourceLocation: location)
    #expect(svd.values == svd.values.sorted(by: >) && svd.values.allSatisfy { $0 >= 0 }, sourceLocation: location)
    #expect(svd.left.transposed().orthonormalityError < 1e-13, sourceLocation: location)
    #expect(svd.right.orthonormalityError < 1e-13, sourceLocation: location)
    #expect(svd.reconstruct().deviation(from: a) < 1e-13, sourceLocation: location)
  }

  @Test("give the matrix back", arguments: [(1, 1), (40, 7), (7, 40), (25, 25), (1, 9), (9, 1), (300, 20)])
  func reconstruct(n: Int, d: Int) throws {
    let a = Matrix.normal(n, d)
    expectDecomposition(try a.singularValueDecomposition(), of: a)
  }

  @Test("of a matrix with known ones are those")
  func knownValues() throws {
    let svd = try Self.known.singularValueDecomposition()
    #expect(deviation(svd.values, from: Self.knownValues) < 1e-15)
    expectDecomposition(svd, of: Self.known)
  }

  @Test("are zero beyond the rank")
  func rankDeficient() throws {
    let a = naiveProduct(.normal(30, 2), .normal(2, 10, seed: 2))
    let svd = try a.singularValueDecomposition()
    #expect(svd.values[1] > 1)
    #expect(svd.values.dropFirst(2).allSatisfy { $0 < 1e-13 * svd.values[0] })
    expectDecomposition(svd, of: a)
    #expect(try Matrix.zeros(3, 2).singularValueDecomposition().values == [0, 0])
  }

  @Test("keep their digits in tiny and huge units", arguments: [1e-200, 1e200])
  func scaled(unit: Double) throws {
    let svd = try (unit * Self.known).singularValueDecomposition()
    #expect(deviation(svd.values, from: Self.knownValues.map { $0 * unit }) < 1e-14)
  }

  @Test("say so where a value overflows though every element is finite")
  func overflow() {
    #expect(throws: LinearAlgebraError.overflow(operation: "computation of the singular values")) {
      try Matrix(repeating: .greatestFiniteMagnitude, rowCount: 3, columnCount: 2).singularValueDecomposition()
    }
  }

  @Test("are refused for what is not finite")
  func refused() {
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1, value: .infinity)) {
      try ([[1, .infinity]] as Matrix).singularValueDecomposition()
    }
  }
}
