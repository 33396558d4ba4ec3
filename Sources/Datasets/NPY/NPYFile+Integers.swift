public import Learning

extension NPYFile {
  /// All elements of an array of whole numbers of one dimension, or of one column, in the width that they have in the
  /// file: a hundred million int8 are a hundred megabytes.
  ///
  ///     let counts = try NPYFile(path: "counts.npy").integers(of: Int32.self)
  ///
  /// - Throws: ``LearningError/malformedFile(name:line:column:reason:)`` where the elements are of another type or the
  ///   array has more columns than one; ``LearningError/fileAccess(path:reason:)`` where the file cannot be read.
  /// - Complexity: one pass, straight into the array.
  public func integers<Integer: FixedWidthInteger & BitwiseCopyable>(
    of type: Integer.Type
  ) throws(LearningError) -> [Integer] {
    guard elementType == ElementType(type) else {
      throw malformed(at: 0, "The elements are of the type \(elementType.rawValue), and \(type) was asked for.")
    }
    try requireOneColumn()
    let isByteSwapped = decoder.isByteSwapped
    return try elements { target throws(LearningError) in
      try file.read(into: UnsafeMutableRawBufferPointer(target), at: offset(ofElement: 0))
      if isByteSwapped {
        for index in target.indices { target[index] = target[index].byteSwapped }
      }
    }
  }
}

extension NPYFile.ElementType {
  /// The type of the file whose elements are those of an integer type; nil where there is none.
  init?<Integer: FixedWidthInteger>(_: Integer.Type) {
    self.init(rawValue: "\(Integer.isSigned ? "i" : "u")\(Integer.bitWidth / 8)")
  }
}
