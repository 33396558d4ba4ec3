import Foundation
import LinearAlgebra
import Testing

@Suite("Eigenvalues and eigenvectors of symmetric matrices")
struct SymmetricEigenTests {
  /// The second difference on a line of `n` points.
  private static func laplacian(_ n: Int) -> Matrix {
    .filled(n, n) { i, j in i == j ? 2 : abs(i - j) == 1 ? -1 : 0 }
  }

  /// 2 - 2 cos(π k / (n + 1)), largest first.
  private static func laplacianValues(_ n: Int) -> [Double] {
    (1...n).reversed().map { 2 - 2 * cos(.pi * Double($0) / Double(n + 1)) }
  }

  /// A v = λ v, to a fraction of the largest value; and orthonormal vectors.
  private func expectEigen(_ eigen: SymmetricEigen, of a: Matrix, _ location: SourceLocation = #_sourceLocation) {
    let k = eigen.vectors.rowCount
    let scale = a.maximumMagnitude
    let product = naiveProduct(eigen.vectors, a)
    let expected = Matrix.filled(k, a.rowCount) { eigen.values[$0] * eigen.vectors[$0, $1] }
    #expect((product - expected).maximumMagnitude <= 1e-13 * scale, sourceLocation: location)
    #expect(eigen.vectors.orthonormalityError < 1e-13, sourceLocation: location)
  }

  @Test("are the same every time, on several threads and several at once", arguments: [100, 200])
  func repeated(n: Int) throws {
    var generator = TestGenerator(seed: UInt64(n))
    let a = Matrix.standardNormal(rowCount: 2 * n, columnCount: n, using: &generator).gram()
    let alone = try ThreadBudget.reproducible.limited(to: 1).run { try a.symmetricEigen { $0.count } }
    #expect(alone.vectors.orthonormalityError < 1e-12)
    for _ in 0..<20 { #expect(try a.symmetricEigen { $0.count } == alone) }
    let together = try parallelMap(20) { _ throws(LinearAlgebraError) in try a.symmetricEigen { $0.count } }
    #expect(together.allSatisfy { $0 == alone })
  }

  @Test("of the second difference are its closed form", arguments: [1, 2, 3, 50])
  func laplacian(n: Int) throws {
    let a = Self.laplacian(n)
    let expected = Self.laplacianValues(n)
    #expect(try deviation(a.symmetricEigenvalues(), from: expected) < 1e-14)
    let all = try a.symmetricEigen()
    #expect(deviation(all.values, from: expected) < 1e-14)
    expectEigen(all, of: a)
    #expect(all.reconstruct().deviation(from: a) < 1e-14)
    let largest = try a.symmetricEigen(.largest(n))
    #expect(deviation(largest.values, from: expected) < 1e-14)
    expectEigen(largest, of: a)
    let chosen = try a.symmetricEigen { $0.count }
    #expect(deviation(chosen.values, from: expected) < 1e-14)
    expectEigen(chosen, of: a)
  }

  @Test("are the same whichever way a part of them is asked for")
  func parts() throws {
    let a = Matrix.normal(60, 25).gram()
    let all = try a.symmetricEigen()
    let largest = try a.symmetricEigen(.largest(4))
    let middle = try a.symmetricEigen(.indices(3...10))
    let chosen = try a.symmetricEigen { values in values.filter { $0 > all.values[4] * 1.000001 }.count }
    #expect(largest.values.count == 4 && largest.vectors.rowCount == 4)
    #expect(deviation(largest.values, from: Array(all.values.prefix(4))) < 1e-14)
    #expect(deviation(middle.values, from: Array(all.values[3...10])) < 1e-13)
    #expect(deviation(chosen.values, from: all.values) < 1e-14)
    #expect(chosen.vectors.rowCount == 4)
    for eigen in [largest, middle, chosen] { expectEigen(eigen, of: a) }
    // Simple values: the vectors are the same up to their signs.
    for i in 0..<4 {
      for other in [largest, chosen] {
        #expect(abs(abs(zip(all.vectors.row(i), other.vectors.row(i)).reduce(0) { $0 + $1.0 * $1.1 }) - 1) < 1e-10)
      }
    }
  }

  @Test("are orthonormal also where values repeat")
  func repeated() throws {
    // I + u uᵀ with |u|² = 30: 31 once and 1 three times.
    let u = [1.0, 2, 3, 4]
    let a = Matrix.filled(4, 4) { u[$0] * u[$1] + ($0 == $1 ? 1 : 0) }
    for eigen in [try a.symmetricEigen(), try a.symmetricEigen(.largest(4)), try a.symmetricEigen { _ in 4 }] {
      #expect(deviation(eigen.values, from: [31, 1, 1, 1]) < 1e-14)
      expectEigen(eigen, of: a)
    }
    #expect(try Matrix.identity(5).symmetricEigen(.largest(2)).values == [1, 1])
    #expect(try Matrix.zeros(3, 3).symmetricEigen().values == [0, 0, 0])
  }

  @Test("of negative and of tiny and huge matrices keep their relative digits", arguments: [-1, 1e-200, 1e200, -1e150])
  func scaled(factor: Double) throws {
    let n = 12
    let a = factor * Self.laplacian(n)
    let expected = Self.laplacianValues(n).map { $0 * factor }.sorted(by: >)
    #expect(try deviation(a.symmetricEigenvalues(), from: expected) < 1e-14)
    for eigen in [try a.symmetricEigen(), try a.symmetricEigen(.largest(n)), try a.symmetricEigen { _ in n }] {
      #expect(deviation(eigen.values, from: expected) < 1e-14)
      expectEigen(eigen, of: a)
    }
  }

  @Test("of the Hilbert matrix reach its smallest value to the precision of the largest")
  func hilbert() throws {
    let hilbert = Matrix.filled(6, 6) { 1 / Double($0 + $1 + 1) }
    // From mpmath's eigsy at 50 digits.
    let expected = [
      1.61889985892434, 0.24236087057521, 0.0163215213198758, 0.000615748354182658, 1.25707571226252e-5,
      1.08279948456555e-7,
    ]
    #expect(try deviation(hilbert.symmetricEigen().values, from: expected) < 1e-14)
  }

  @Test("read the lower triangle only")
  func lowerTriangle() throws {
    let a = Matrix.normal(20, 6).gram()
    let spoiled = Matrix.filled(6, 6) { i, j in j > i ? 99 : a[i, j] }
    #expect(try spoiled.symmetricEigen() == a.symmetricEigen())
    #expect(try spoiled.symmetricEigen(.largest(2)) == a.symmetricEigen(.largest(2)))
    #expect(try spoiled.symmetricEigen { _ in 3 } == a.symmetricEigen { _ in 3 })
  }

  @Test("are as many vectors as were chosen, from none to all", arguments: [(-1, 0), (0, 0), (1, 1), (7, 7), (8, 7)])
  func chosen(answer: Int, count: Int) throws {
    let eigen = try Self.laplacian(7).symmetricEigen { _ in answer }
    #expect(eigen.values.count == 7)
    #expect(eigen.vectors.rowCount == count && eigen.vectors.columnCount == 7)
  }

  @Test("are refused where more are asked for than there are, or none", arguments: [-1, 0, 4])
  func rankOutOfRange(count: Int) {
    let error = LinearAlgebraError.rankOutOfRange(count, allowed: 1...3)
    #expect(throws: error) { try Self.laplacian(3).symmetricEigen(.largest(count)) }
    #expect(error.description == "\(count) values or vectors were asked for; this matrix has from 1 to 3.")
  }

  @Test("are refused for indices that no eigenvalue has", arguments: [(-1...0, -1), (1...3, 3), (0...Int.max, Int.max)])
  func indexOutOfRange(range: ClosedRange<Int>, index: Int) {
    let error = LinearAlgebraError.indexOutOfRange(index, allowed: 0...2)
    #expect(throws: error) { try Self.laplacian(3).symmetricEigen(.indices(range)) }
    #expect(error.description == "Eigenvalue \(index) was asked for; they are numbered from 0, the largest, to 2.")
  }

  @Test("say so where a value overflows though every element is finite")
  func overflow() {
    let a = Matrix(repeating: .greatestFiniteMagnitude, rowCount: 3, columnCount: 3)
    let error = LinearAlgebraError.overflow(operation: "computation of the eigenvalues")
    #expect(throws: error) { try a.symmetricEigen() }
    #expect(throws: error) { try a.symmetricEigen(.largest(1)) }
    #expect(throws: error) { try a.symmetricEigen { _ in 1 } }
    #expect(throws: error) { try a.symmetricEigenvalues() }
  }

  @Test("are refused for what is not square or not finite")
  func refused() {
    #expect(throws: LinearAlgebraError.notSquare(rowCount: 2, columnCount: 1)) {
      try ([[1], [2]] as Matrix).symmetricEigen()
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0, value: .infinity)) {
      try ([[.infinity]] as Matrix).symmetricEigen { _ in 1 }
    }
  }

  @Test("have the same bits on one thread and on two")
  func sameBits() throws {
    let a = Matrix.normal(150, 120).gram()
    let results = try [1, 2].map { threads in
      try ThreadBudget.reproducible.limited(to: threads).run {
        [try a.symmetricEigen(), try a.symmetricEigen(.largest(9)), try a.symmetricEigen { _ in 9 }]
      }
    }
    #expect(results[0] == results[1])
  }
}
