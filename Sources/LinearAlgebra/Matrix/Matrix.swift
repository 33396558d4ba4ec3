/// A dense matrix of `Double`, row by row in one contiguous block.
///
///     let x: Matrix = [[1, 2], [3, 4], [5, 6]]
///     x[2, 1]          // 6
///     x.rowCount       // 3, the samples
///     x.columnCount    // 2, the features
///
/// A matrix is a value: copies share their memory until one of them is changed. Samples are rows and features are
/// columns throughout the toolkit.
public struct Matrix: Sendable {
  public let rowCount: Int
  public let columnCount: Int
  @usableFromInline var storage: MatrixStorage

  /// A matrix whose elements `initialize` writes, row by row, all of them.
  ///
  /// - Parameter initialize: gets the uninitialised memory of `rowCount * columnCount` elements.
  package init(
    rowCount: Int, columnCount: Int, initializingWith initialize: (UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    precondition(
      rowCount >= 0 && columnCount >= 0, "A matrix cannot have \(rowCount) rows and \(columnCount) columns")
    let (count, overflow) = rowCount.multipliedReportingOverflow(by: columnCount)
    precondition(
      !overflow && count <= Int.max / MemoryLayout<Double>.stride,
      "A matrix of \(rowCount) x \(columnCount) elements is larger than the address space")
    self.rowCount = rowCount
    self.columnCount = columnCount
    storage = MatrixStorage(uninitializedCount: count)
    initialize(UnsafeMutableBufferPointer(start: storage.base, count: count))
  }

  /// A matrix with the same value everywhere.
  public init(repeating value: Double, rowCount: Int, columnCount: Int) {
    self.init(rowCount: rowCount, columnCount: columnCount) { $0.initialize(repeating: value) }
  }

  /// A matrix of zeros.
  public static func zeros(_ rowCount: Int, _ columnCount: Int) -> Matrix {
    Matrix(repeating: 0, rowCount: rowCount, columnCount: columnCount)
  }

  /// The identity of the given order.
  public static func identity(_ order: Int) -> Matrix {
    diagonal([Double](repeating: 1, count: order))
  }

  /// A square matrix with `values` on its diagonal and zeros elsewhere.
  public static func diagonal(_ values: [Double]) -> Matrix {
    var result = zeros(values.count, values.count)
    for (i, value) in values.enumerated() { result[i, i] = value }
    return result
  }

  /// A matrix from its elements, row by row.
  ///
  /// - Throws: ``LinearAlgebraError/elementCount(_:rowCount:columnCount:)`` unless there are exactly
  ///   `rowCount * columnCount` of them, `.tooLong` for a side above 2³¹ - 1.
  public init(rowCount: Int, columnCount: Int, elements: [Double]) throws(LinearAlgebraError) {
    guard max(rowCount, columnCount) <= Int(Int32.max) else {
      throw .tooLong(rowCount: rowCount, columnCount: columnCount)
    }
    let (count, overflow) = rowCount.multipliedReportingOverflow(by: columnCount)
    guard rowCount >= 0, columnCount >= 0, !overflow, count == elements.count else {
      throw .elementCount(elements.count, rowCount: rowCount, columnCount: columnCount)
    }
    self.init(rowCount: rowCount, columnCount: columnCount) { _ = $0.initialize(from: elements) }
  }

  /// A matrix from its rows.
  ///
  /// - Throws: ``LinearAlgebraError/raggedRows(row:count:expected:)`` where a row is longer or shorter than the first.
  public init(rows: [[Double]]) throws(LinearAlgebraError) {
    let columnCount = rows.first?.count ?? 0
    if let row = rows.firstIndex(where: { $0.count != columnCount }) {
      throw .raggedRows(row: row, count: rows[row].count, expected: columnCount)
    }
    self.init(rowsOfEqualLength: rows, columnCount: columnCount)
  }

  private init(rowsOfEqualLength rows: [[Double]], columnCount: Int) {
    self.init(rowCount: rows.count, columnCount: columnCount) { target in
      for (i, row) in rows.enumerated() {
        for (j, value) in row.enumerated() { target.initializeElement(at: i * columnCount + j, to: value) }
      }
    }
  }

  /// The number of elements.
  @inlinable public var count: Int { rowCount * columnCount }

  @inlinable public var isEmpty: Bool { count == 0 }

  /// "3 x 2", for messages.
  package var shape: String { "\(rowCount) x \(columnCount)" }

  /// The element in row `i` and column `j`.
  @inlinable
  public subscript(i: Int, j: Int) -> Double {
    get {
      precondition(contains(i, j), "Index [\(i), \(j)] is outside a matrix of \(rowCount) x \(columnCount)")
      return storage.base[i &* columnCount &+ j]
    }
    set {
      precondition(contains(i, j), "Index [\(i), \(j)] is outside a matrix of \(rowCount) x \(columnCount)")
      makeUnique()
      storage.base[i &* columnCount &+ j] = newValue
    }
  }

  @inlinable
  func contains(_ i: Int, _ j: Int) -> Bool {
    i >= 0 && i < rowCount && j >= 0 && j < columnCount
  }

  @usableFromInline
  mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&storage) { storage = MatrixStorage(copying: storage) }
  }
}

extension Matrix: ExpressibleByArrayLiteral {
  /// A matrix from a literal of its rows, all of one length.
  public init(arrayLiteral rows: [Double]...) {
    let columnCount = rows.first?.count ?? 0
    for (i, row) in rows.enumerated() {
      precondition(
        row.count == columnCount, "Row \(i) of the literal has \(row.count) elements where row 0 has \(columnCount)")
    }
    self.init(rowsOfEqualLength: rows, columnCount: columnCount)
  }
}

extension Matrix: Hashable {
  /// Whether both have the same shape and equal elements, as `Double` compares them: a NaN equals nothing.
  public static func == (a: Matrix, b: Matrix) -> Bool {
    guard a.rowCount == b.rowCount, a.columnCount == b.columnCount else { return false }
    return a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { b in a.elementsEqual(b) } }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(rowCount)
    hasher.combine(columnCount)
    withUnsafeBufferPointer { $0.forEach { hasher.combine($0) } }
  }
}
