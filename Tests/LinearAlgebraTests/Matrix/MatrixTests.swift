import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
  private let x: Matrix = [[1, 2], [3, 4], [5, 6]]

  @Test("holds its elements row by row")
  func rowByRow() throws {
    #expect(x.rowCount == 3)
    #expect(x.columnCount == 2)
    #expect(x.count == 6)
    #expect(x[2, 1] == 6)
    #expect(x.elements == [1, 2, 3, 4, 5, 6])
    #expect(try Matrix(rowCount: 3, columnCount: 2, elements: [1, 2, 3, 4, 5, 6]) == x)
    #expect(try Matrix(rows: [[1, 2], [3, 4], [5, 6]]) == x)
  }

  @Test("refuses elements that do not fill its shape, and says how many would")
  func elementCount() {
    let error = LinearAlgebraError.elementCount(5, rowCount: 3, columnCount: 2)
    #expect(throws: error) { try Matrix(rowCount: 3, columnCount: 2, elements: [1, 2, 3, 4, 5]) }
    #expect(error.description == "5 elements do not fill 3 rows of 2; give exactly 3 x 2.")
  }

  @Test("refuses shapes that no matrix has", arguments: [(-1, 3), (3, -1), (-1, -1), (Int.min, Int.min)])
  func impossibleShape(rowCount: Int, columnCount: Int) {
    #expect(throws: LinearAlgebraError.elementCount(1, rowCount: rowCount, columnCount: columnCount)) {
      try Matrix(rowCount: rowCount, columnCount: columnCount, elements: [1])
    }
  }

  @Test("refuses sides that BLAS cannot count, empty or not", arguments: [(Int.max, 2), (Int.max, 0), (0, 1 << 31)])
  func tooLong(rowCount: Int, columnCount: Int) {
    #expect(throws: LinearAlgebraError.tooLong(rowCount: rowCount, columnCount: columnCount)) {
      try Matrix(rowCount: rowCount, columnCount: columnCount, elements: [])
    }
  }

  @Test("says of a negative size that it is negative")
  func negativeSize() {
    #expect(
      LinearAlgebraError.elementCount(1, rowCount: -1, columnCount: 3).description
        == "A matrix cannot have -1 rows and 3 columns; neither number may be negative.")
  }

  @Test("refuses rows of unequal length, and names the first")
  func raggedRows() {
    let error = LinearAlgebraError.raggedRows(row: 1, count: 1, expected: 2)
    #expect(throws: error) { try Matrix(rows: [[1, 2], [3], [4, 5, 6]]) }
    #expect(error.description == "Row 1 has 1 elements where row 0 has 2; give every row the same length.")
  }

  @Test("has the usual special forms")
  func specialForms() {
    #expect(Matrix.zeros(2, 3) == [[0, 0, 0], [0, 0, 0]])
    #expect(Matrix.identity(2) == [[1, 0], [0, 1]])
    #expect(Matrix.diagonal([3, 4]) == [[3, 0], [0, 4]])
    #expect(Matrix(repeating: 7, rowCount: 1, columnCount: 2) == [[7, 7]])
    #expect(x.diagonal == [1, 4])
  }

  @Test("is a value: changing a copy leaves the other as it was")
  func copyOnWrite() {
    var copy = x
    copy[0, 0] = 100
    copy.withUnsafeMutableBufferPointer { $0[5] = 200 }
    #expect(copy.elements == [100, 2, 3, 4, 5, 200])
    #expect(x.elements == [1, 2, 3, 4, 5, 6])
  }

  @Test("leaves views as they were when it changes")
  func viewsOfAChangedMatrix() {
    var changing = x
    let row = changing.row(1)
    let column = changing.column(1)
    changing[1, 1] = -1
    #expect(Array(row) == [3, 4])
    #expect(Array(column) == [2, 4, 6])
    #expect(changing[1, 1] == -1)
  }

  @Test("shows its rows and columns without copying")
  func views() {
    #expect(x.rows.map(Array.init) == [[1, 2], [3, 4], [5, 6]])
    #expect(x.columns.map(Array.init) == [[1, 3, 5], [2, 4, 6]])
    #expect(x.row(1).withContiguousStorageIfAvailable { Array($0) } == [3, 4])
    #expect(x.column(0).reversed() == [5, 3, 1])
    #expect(x.row(2)[1] == 6)
  }

  @Test("selects rows and columns in the order asked for, repeated ones too")
  func selection() {
    #expect(x.selectingRows([2, 0, 2]) == [[5, 6], [1, 2], [5, 6]])
    #expect(x.selectingColumns([1, 1, 0]) == [[2, 2, 1], [4, 4, 3], [6, 6, 5]])
    #expect(x.selectingRows(1..<3) == [[3, 4], [5, 6]])
    #expect(x.selectingRows([]) == .zeros(0, 2))
    #expect(x.selectingColumns([]) == .zeros(3, 0))
  }

  @Test("transposes across the borders of its tiles", arguments: [(1, 1), (3, 2), (31, 65), (64, 33), (100, 1)])
  func transposed(rowCount: Int, columnCount: Int) {
    let matrix = Matrix.filled(rowCount, columnCount) { Double($0 * 1000 + $1) }
    #expect(matrix.transposed() == .filled(columnCount, rowCount) { Double($1 * 1000 + $0) })
  }

  @Test("adds, subtracts and scales element by element")
  func arithmetic() {
    let y: Matrix = [[10, 20], [30, 40], [50, 60]]
    #expect(x + y == [[11, 22], [33, 44], [55, 66]])
    #expect(y - x == [[9, 18], [27, 36], [45, 54]])
    #expect(2 * x == [[2, 4], [6, 8], [10, 12]])
    #expect(x * 2 == 2 * x)
    #expect(y / 10 == x)
    #expect(x.map { -$0 } == -1 * x)
    var z = x
    z += y
    z -= x
    z *= 3
    z /= 3
    #expect(z == y)
    #expect(x.elements == [1, 2, 3, 4, 5, 6])
  }

  @Test("finds its largest magnitude, and NaN where there is one")
  func maximumMagnitude() {
    #expect(([[1, -7], [3, 4]] as Matrix).maximumMagnitude == 7)
    #expect(([[1, -Double.infinity]] as Matrix).maximumMagnitude == .infinity)
    #expect(([[.nan, 2], [3, 4]] as Matrix).maximumMagnitude.isNaN)
    #expect(([[1, .nan], [3, 4]] as Matrix).maximumMagnitude.isNaN)
    #expect(Matrix.zeros(0, 3).maximumMagnitude == 0)
  }

  @Test("equals and hashes by shape and elements, as Double does")
  func equality() throws {
    #expect(try Matrix(rowCount: 2, columnCount: 3, elements: x.elements) != x)
    #expect(Set([x, x.transposed().transposed(), x + x]).count == 2)
    let zero: Matrix = [[0]]
    let negativeZero: Matrix = [[-0.0]]
    #expect(zero == negativeZero)
    #expect(zero.hashValue == negativeZero.hashValue)
    let notANumber: Matrix = [[.nan]]
    #expect(notANumber != notANumber)
  }

  @Test("crosses tasks")
  func tasks() async {
    let x = x
    let sums = await withTaskGroup(of: Double.self) { group in
      for i in 0..<3 { group.addTask { x.row(i).reduce(0, +) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums.sorted() == [3, 7, 11])
  }
}
