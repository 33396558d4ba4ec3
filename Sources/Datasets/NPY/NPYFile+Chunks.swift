public import Learning
public import LinearAlgebra

extension NPYFile {
  /// The rows in chunks of `rowCount`, the last maybe shorter, each read when it is asked for.
  ///
  ///     var chunks = file.chunks(rowCount: 10_000)
  ///     while let x = try chunks.next() { ... }
  public func chunks(rowCount: Int) -> Chunks {
    precondition(rowCount >= 1, "A chunk has at least one row, not \(rowCount)")
    return Chunks(file: self, length: rowCount)
  }

  /// The rows of a file, some at a time: no more than one chunk need be in memory.
  public struct Chunks: Sendable {
    private let file: NPYFile
    private let length: Int
    private var row = 0

    init(file: NPYFile, length: Int) {
      self.file = file
      self.length = length
    }

    /// The next chunk; nil after the last.
    ///
    /// - Throws: as ``NPYFile/rows(_:)``; the chunk that failed is then tried again at the next call.
    public mutating func next() throws(LearningError) -> Matrix? {
      guard row < file.rowCount else { return nil }
      let count = min(length, file.rowCount - row)
      let chunk = try file.rows(row..<row + count)
      row += count
      return chunk
    }
  }
}
