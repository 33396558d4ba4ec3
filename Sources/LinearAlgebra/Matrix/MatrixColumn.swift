extension Matrix {
  /// One column of a matrix: a strided view that copies nothing.
  public struct Column: Sendable {
    @usableFromInline let storage: MatrixStorage
    @usableFromInline let offset: Int
    @usableFromInline let stride: Int
    public let count: Int

    @inlinable
    init(storage: MatrixStorage, offset: Int, stride: Int, count: Int) {
      self.storage = storage
      self.offset = offset
      self.stride = stride
      self.count = count
    }
  }

  /// Column `j`, without a copy.
  @inlinable
  public func column(_ j: Int) -> Column {
    precondition(j >= 0 && j < columnCount, "Column \(j) is outside a matrix of \(rowCount) x \(columnCount)")
    return Column(storage: storage, offset: j, stride: columnCount, count: rowCount)
  }

  /// The columns in order, without a copy.
  public var columns: LazyMapCollection<Range<Int>, Column> {
    (0..<columnCount).lazy.map { column($0) }
  }

  /// The elements of the main diagonal.
  public var diagonal: [Double] {
    (0..<min(rowCount, columnCount)).map { self[$0, $0] }
  }
}

extension Matrix.Column: RandomAccessCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable
  public subscript(i: Int) -> Double {
    precondition(i >= 0 && i < count, "Row \(i) is outside a column of \(count) elements")
    return storage.base[offset &+ i &* stride]
  }
}
