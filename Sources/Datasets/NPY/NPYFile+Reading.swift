public import Learning
public import LinearAlgebra

extension NPYFile {
  /// All rows: n x d; an array of one dimension is one column.
  ///
  /// - Throws: as ``rows(_:)``.
  /// - Complexity: one pass, straight into the matrix: no other copy of the data is made.
  public func matrix() throws(LearningError) -> Matrix {
    try rows(0..<rowCount)
  }

  /// The rows with the given indices: as many x d.
  ///
  /// - Throws: ``LearningError/malformedFile(name:line:column:reason:)`` at a whole number that no `Double` holds
  ///   exactly and at a bool that is neither 0 nor 1; ``LearningError/fileAccess(path:reason:)`` where the file cannot
  ///   be read, or was cut off since it was opened.
  /// - Complexity: O(elements asked for), and no other part of the file is read. Elements that are not float64 in this
  ///   machine's order of bytes, row by row, go through a buffer of at most half a megabyte, or of eight columns.
  public func rows(_ range: Range<Int>) throws(LearningError) -> Matrix {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= rowCount,
      "Rows \(range) are not all in the file, which has \(rowCount)")
    var outcome: Result<Void, LearningError> = .success(())
    let matrix = Matrix(rowCount: range.count, columnCount: columnCount) { target in
      outcome = Result { () throws(LearningError) in try read(range, into: target) }
    }
    try outcome.get()
    return matrix
  }

  /// All elements of an array of one dimension, or of one column.
  ///
  /// - Throws: as ``rows(_:)``, and ``LearningError/malformedFile(name:line:column:reason:)`` where the array has more
  ///   columns than one.
  public func vector() throws(LearningError) -> [Double] {
    try requireOneColumn()
    return try elements { target throws(LearningError) in try read(0..<rowCount, into: target) }
  }

  func requireOneColumn() throws(LearningError) {
    guard columnCount == 1 else {
      throw malformed(
        at: 0, "The array is \(rowCount) x \(columnCount), and a vector has one column; read it with matrix().")
    }
  }

  /// An element for each row, all written by `fill`.
  func elements<Element: BitwiseCopyable>(
    _ fill: (UnsafeMutableBufferPointer<Element>) throws(LearningError) -> Void
  ) throws(LearningError) -> [Element] {
    var outcome: Result<Void, LearningError> = .success(())
    let elements = [Element](unsafeUninitializedCapacity: rowCount) { buffer, count in
      let target = UnsafeMutableBufferPointer(rebasing: buffer[..<rowCount])
      outcome = Result { () throws(LearningError) in try fill(target) }
      if case .success = outcome { count = rowCount }
    }
    try outcome.get()
    return elements
  }

  /// Writes the rows one after another to `target`, which has room for just them.
  private func read(
    _ rows: Range<Int>, into target: UnsafeMutableBufferPointer<Double>
  ) throws(LearningError) {
    guard let base = target.baseAddress, !target.isEmpty else { return }
    if isColumnMajor, columnCount > 1 {
      try readColumns(of: rows, into: base)
    } else if decoder.isIdentity {
      try file.read(into: UnsafeMutableRawBufferPointer(target), at: offset(ofElement: rows.lowerBound * columnCount))
    } else {
      let elements = rows.lowerBound * columnCount..<rows.upperBound * columnCount
      try readElements(elements, into: base)
    }
  }

  /// Elements that follow each other in the file and in memory.
  private func readElements(
    _ elements: Range<Int>, into target: UnsafeMutablePointer<Double>
  ) throws(LearningError) {
    let block = min(Self.blockLength, elements.count)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: block * elementType.byteCount, alignment: 64)
    defer { buffer.deallocate() }
    for start in stride(from: elements.lowerBound, to: elements.upperBound, by: block) {
      let part = start..<min(start + block, elements.upperBound)
      let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<(part.count * elementType.byteCount)])
      try file.read(into: bytes, at: offset(ofElement: start))
      try decode(UnsafeRawBufferPointer(bytes), from: start, into: target + (start - elements.lowerBound), stride: 1)
    }
  }

  /// Rows of a file that goes column by column.
  ///
  /// Some columns at a time, at least the eight that share a cache line of the matrix, and so many rows that those
  /// lines are still in cache when the last of the columns is written.
  private func readColumns(
    of rows: Range<Int>, into target: UnsafeMutablePointer<Double>
  ) throws(LearningError) {
    let height = min(Self.blockLength / 8, rows.count)
    let width = min(Self.blockLength / height, columnCount)
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: height * width * elementType.byteCount, alignment: 64)
    defer { buffer.deallocate() }
    for row in stride(from: rows.lowerBound, to: rows.upperBound, by: height) {
      for column in stride(from: 0, to: columnCount, by: width) {
        try readTile(
          rows: row..<min(row + height, rows.upperBound), columns: column..<min(column + width, columnCount),
          through: buffer, into: target + ((row - rows.lowerBound) * columnCount + column))
      }
    }
  }

  private func readTile(
    rows: Range<Int>, columns: Range<Int>, through buffer: UnsafeMutableRawBufferPointer,
    into target: UnsafeMutablePointer<Double>
  ) throws(LearningError) {
    let columnBytes = rows.count * elementType.byteCount
    let isContiguous = rows.count == rowCount
    if isContiguous {
      let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[..<(columns.count * columnBytes)])
      try file.read(into: bytes, at: offset(ofElement: columns.lowerBound * rowCount))
    }
    for (index, column) in columns.enumerated() {
      let start = column * rowCount + rows.lowerBound
      let bytes = UnsafeMutableRawBufferPointer(rebasing: buffer[(index * columnBytes)..<((index + 1) * columnBytes)])
      if !isContiguous { try file.read(into: bytes, at: offset(ofElement: start)) }
      try decode(UnsafeRawBufferPointer(bytes), from: start, into: target + index, stride: columnCount)
    }
  }

  /// So many elements are decoded at a time: they stay in cache between the system's copy and ours.
  private static var blockLength: Int { 1 << 14 }

  /// - Parameter start: the place of the first element among all of the file.
  private func decode(
    _ bytes: UnsafeRawBufferPointer, from start: Int, into target: UnsafeMutablePointer<Double>, stride: Int
  ) throws(LearningError) {
    guard let index = decoder.decode(bytes, into: target, stride: stride) else { return }
    let element = UnsafeRawBufferPointer(rebasing: bytes[(index * elementType.byteCount)...])
    throw malformed(
      at: offset(ofElement: start + index),
      "The element at \(place(ofElement: start + index)) is \(decoder.refusal(of: element)).")
  }

  func offset(ofElement index: Int) -> Int { dataOffset + index * elementType.byteCount }

  private func place(ofElement index: Int) -> String {
    let (major, minor) = index.quotientAndRemainder(dividingBy: isColumnMajor ? rowCount : columnCount)
    let (row, column) = isColumnMajor ? (minor, major) : (major, minor)
    return shape.count > 1 ? "row \(row), column \(column)" : "index \(row)"
  }

  func malformed(at offset: Int, _ reason: String) -> LearningError {
    .malformedFile(name: path, line: 1, column: offset + 1, reason: reason)
  }
}
