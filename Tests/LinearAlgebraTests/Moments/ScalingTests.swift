import LinearAlgebra
import Testing

@Suite("Centred and standardised rows")
struct ScalingTests {
  @Test("are (x - center) / scale")
  func formula() {
    let x: Matrix = [[1, 10], [3, 30], [5, 80]]
    #expect(x.centered(at: [3, 40]) == [[-2, -30], [0, -10], [2, 40]])
    #expect(x.standardized(center: [3, 40], scale: [2, 10]) == [[-1, -3], [0, -1], [1, 4]])
    #expect(x.elements == [1, 10, 3, 30, 5, 80])
  }

  @Test("are the same across the borders of blocks")
  func blocks() {
    let x = Matrix.normal(3 << 15, 2)
    let centered = x.centered(at: [1, -1])
    #expect(zip(x.rows, centered.rows).allSatisfy { $1[0] == $0[0] - 1 && $1[1] == $0[1] + 1 })
  }
}

@Suite("Finite elements")
struct FiniteTests {
  @Test("are found finite, to the largest and the smallest")
  func finite() throws {
    let extremes: Matrix = [[.greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0]]
    try extremes.requireFinite()
    try Matrix.normal(1000, 131).requireFinite()
  }

  /// Places inside a group of eight, in the rest of a block, and in the second block.
  @Test("are told from the first that is not", arguments: [0, 5, 8, 65_535, 65_536, 65_540, 139_999])
  func first(place: Int) {
    var x = Matrix(repeating: 1, rowCount: 1000, columnCount: 140)
    for later in [139_999, place + 20, place] where later < x.count { x[later / 140, later % 140] = .infinity }
    #expect(throws: LinearAlgebraError.notFinite(row: place / 140, column: place % 140, value: .infinity)) {
      try x.requireFinite()
    }
  }
}
