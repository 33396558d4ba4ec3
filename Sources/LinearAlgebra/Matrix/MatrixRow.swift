extension Matrix {
  /// One row of a matrix: a view that copies nothing.
  public struct Row: Sendable {
    @usableFromInline let storage: MatrixStorage
    @usableFromInline let offset: Int
    public let count: Int

    @inlinable
    init(storage: MatrixStorage, offset: Int, count: Int) {
      self.storage = storage
      self.offset = offset
      self.count = count
    }
  }

  /// Row `i`, without a copy.
  @inlinable
  public func row(_ i: Int) -> Row {
    precondition(i >= 0 && i < rowCount, "Row \(i) is outside a matrix of \(rowCount) x \(columnCount)")
    return Row(storage: storage, offset: i * columnCount, count: columnCount)
  }

  /// The rows in order, without a copy.
  public var rows: LazyMapCollection<Range<Int>, Row> {
    (0..<rowCount).lazy.map { row($0) }
  }
}

extension Matrix.Row: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable
  public subscript(j: Int) -> Double {
    precondition(j >= 0 && j < count, "Column \(j) is outside a row of \(count) elements")
    return storage.base[offset &+ j]
  }

  /// Rows are contiguous, so `Array(row)`, sums and comparisons run over the memory itself.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Double>) throws -> Result
  ) rethrows -> Result? {
    defer { withExtendedLifetime(storage) {} }
    return try body(UnsafeBufferPointer(start: storage.base + offset, count: count))
  }
}
