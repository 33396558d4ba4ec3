public import Learning
public import LinearAlgebra

/// Writes a table to a file of NumPy's `.npy` format some rows at a time, for results larger than memory.
///
///     var writer = try NPYWriter(path: "scores.npy", columnCount: 3)
///     while let x = try chunks.next() { try writer.append(model.transform(x)) }
///     try writer.finish()
///
/// The elements are float64 in C order, the version is 1.0, and the bytes are those that NumPy 2 writes. They go into
/// a temporary file beside the path, which takes its place when ``finish()`` is called; if that never happens, what
/// stood there before is left as it was.
///
/// A matrix that is in memory is written with `x.writeNPY(path:)`.
public struct NPYWriter: ~Copyable {
  /// The number of columns of each chunk.
  public let columnCount: Int
  /// The rows appended so far.
  public private(set) var rowCount = 0

  private var file: WholeFile
  private let hasOneDimension: Bool
  private var end: Int

  /// Begins a file of two dimensions.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` where no file can be written there.
  public init(path: String, columnCount: Int) throws(LearningError) {
    try self.init(path: path, columnCount: columnCount, hasOneDimension: false)
  }

  init(path: String, columnCount: Int, hasOneDimension: Bool) throws(LearningError) {
    precondition(columnCount >= 0, "A table cannot have \(columnCount) columns")
    file = try WholeFile(path: path)
    self.columnCount = columnCount
    self.hasOneDimension = hasOneDimension
    end = NPYHeader.bytes(shape: hasOneDimension ? [0] : [0, columnCount]).count
  }

  /// Writes the rows of `matrix` after those before.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` where they cannot be written, as on a full disk.
  public mutating func append(_ matrix: Matrix) throws(LearningError) {
    precondition(
      matrix.columnCount == columnCount, "Rows of \(matrix.columnCount) elements do not fit a file of \(columnCount)")
    try matrix.withUnsafeBufferPointer { elements throws(LearningError) in
      try append(elements, rowCount: matrix.rowCount)
    }
  }

  mutating func append(_ elements: UnsafeBufferPointer<Double>, rowCount: Int) throws(LearningError) {
    let bytes = UnsafeRawBufferPointer(elements)
    try file.write(bytes, at: end)
    end += bytes.count
    self.rowCount += rowCount
  }

  /// Puts the file in its place.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` where the system fails; what stood there before is left as it
  ///   was.
  public consuming func finish() throws(LearningError) {
    // Written last, because only now the number of rows is known; its count of bytes does not depend on it.
    let header = NPYHeader.bytes(shape: hasOneDimension ? [rowCount] : [rowCount, columnCount])
    try header.withUnsafeBufferPointer { bytes throws(LearningError) in
      try file.write(UnsafeRawBufferPointer(bytes), at: 0)
    }
    try file.putInPlace()
  }
}
