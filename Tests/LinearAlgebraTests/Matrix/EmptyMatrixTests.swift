import LinearAlgebra
import Testing

@Suite("An empty matrix")
struct EmptyMatrixTests {
  @Test("goes through every operation that has a result", arguments: [(0, 3), (3, 0), (0, 0)])
  func operations(n: Int, d: Int) throws {
    let x = Matrix.zeros(n, d)
    #expect(x.isEmpty)
    #expect(x.elements.isEmpty)
    #expect(x.transposed() == .zeros(d, n))
    #expect(x + x == x)
    #expect(x - x == x)
    #expect(2 * x == x)
    #expect(x.rows.count == n)
    #expect(x.columns.count == d)
    #expect(x.rows.allSatisfy { $0.count == d && Array($0).isEmpty == (d == 0) })
    #expect(x.diagonal.isEmpty)
    #expect(x.selectingRows(0..<n) == x)
    #expect(x.selectingColumns(0..<d) == x)
    #expect(x.multiplied(by: .zeros(d, 2)) == .zeros(n, 2))
    #expect(x.transposeMultiplied(by: .zeros(n, 2)) == .zeros(d, 2))
    #expect(x.multiplied(byTransposeOf: .zeros(2, d)) == .zeros(n, 2))
    #expect(x.multiplied(by: [Double](repeating: 1, count: d)) == [Double](repeating: 0, count: n))
    #expect(x.transposeMultiplied(by: [Double](repeating: 1, count: n)) == [Double](repeating: 0, count: d))
    #expect(x.gram() == .zeros(d, d))
    #expect(x.rowGram() == .zeros(n, n))
    #expect(x.squaredDistances(to: .zeros(2, d)) == .zeros(n, 2))
    #expect(Matrix.zeros(2, d).squaredDistances(to: x) == .zeros(2, n))
    #expect(x.centered(at: [Double](repeating: 1, count: d)) == x)
    #expect(x.standardized(center: [Double](repeating: 1, count: d), scale: [Double](repeating: 2, count: d)) == x)
    let (center, scale) = ([Double](repeating: 0, count: d), [Double](repeating: 1, count: d))
    #expect(x.centeredMultiplied(byTransposeOf: .zeros(2, d), center: center, scale: scale) == .zeros(n, 2))
    #expect(x.description == "Matrix \(n) x \(d)")
    try x.requireFinite()
  }

  @Test("has no rows to be near to, also where distances are taken by products")
  func wideDistances() {
    #expect(Matrix.zeros(0, 40).squaredDistances(to: .zeros(2, 40)) == .zeros(0, 2))
    #expect(Matrix.zeros(2, 40).squaredDistances(to: .zeros(0, 40)) == .zeros(2, 0))
  }

  @Test("has no moments and no factorization, and says so", arguments: [(0, 3), (3, 0), (0, 0)])
  func refused(n: Int, d: Int) {
    let x = Matrix.zeros(n, d)
    let empty = LinearAlgebraError.empty(rowCount: n, columnCount: d)
    var generator = TestGenerator(seed: 1)
    #expect(throws: empty) { try Moments(of: x) }
    #expect(throws: empty) { try ColumnMoments(of: x) }
    #expect(throws: empty) { try x.columnMeans() }
    #expect(throws: empty) { try Cholesky(of: x) }
    #expect(throws: empty) { try PivotedQR(of: x) }
    #expect(throws: empty) { try x.symmetricEigen() }
    #expect(throws: empty) { try x.symmetricEigenvalues() }
    #expect(throws: empty) { try x.symmetricEigen { _ in 1 } }
    #expect(throws: empty) { try x.singularValueDecomposition() }
    #expect(throws: empty) { try x.randomizedSVD(rank: 1, using: &generator) }
    #expect(empty.description == "The matrix is \(n) x \(d); at least one row and one column are needed.")
  }
}
