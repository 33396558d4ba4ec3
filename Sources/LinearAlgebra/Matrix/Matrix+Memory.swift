extension Matrix {
  /// The elements row by row, for a kernel that reads them all: take the pointer once, not an element at a time.
  @inlinable
  public func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let storage = storage
    defer { withExtendedLifetime(storage) {} }
    return try body(UnsafeBufferPointer(start: storage.base, count: count))
  }

  /// The elements row by row, for a kernel that changes them in place.
  @inlinable
  public mutating func withUnsafeMutableBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeMutableBufferPointer<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    makeUnique()
    let storage = storage
    defer { withExtendedLifetime(storage) {} }
    return try body(UnsafeMutableBufferPointer(start: storage.base, count: count))
  }

  /// The elements row by row, as an array of their own.
  public var elements: [Double] {
    withUnsafeBufferPointer { Array($0) }
  }
}
