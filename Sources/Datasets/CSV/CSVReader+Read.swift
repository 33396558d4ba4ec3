public import Learning

extension CSVReader {
  /// Reads a file.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` where the file cannot be read;
  ///   ``LearningError/malformedFile(name:line:column:reason:)`` where it breaks the rules, with the line and, in
  ///   bytes, the column of the field's first character, both from 1;
  ///   ``LearningError/invalidOption(name:value:allowed:)`` where the delimiter cannot be one, a column is not in the
  ///   file, or one column has two roles.
  public func read(path: String) throws(LearningError) -> CSVTable {
    try read(bytes: FileBytes.contents(ofPath: path), name: path)
  }

  /// Reads a text; `name` stands in the errors where a file would have its path.
  ///
  /// - Throws: as ``read(path:)``.
  public func read(text: String, name: String = "CSV text") throws(LearningError) -> CSVTable {
    try read(bytes: text.utf8, name: name)
  }

  /// Reads UTF-8 bytes, such as an array or a `Data`; `name` stands in the errors where a file would have its path.
  ///
  /// - Throws: as ``read(path:)``.
  public func read(
    bytes: some Collection<UInt8>, name: String = "CSV data"
  ) throws(LearningError) -> CSVTable {
    let result = bytes.withContiguousStorageIfAvailable { parse($0, name: name) }
    return try (result ?? Array(bytes).withUnsafeBufferPointer { parse($0, name: name) }).get()
  }

  /// A result, because the collections' closures rethrow without a type.
  private func parse(_ bytes: UnsafeBufferPointer<UInt8>, name: String) -> Result<CSVTable, LearningError> {
    Result { () throws(LearningError) in
      var parser = try CSVParser(bytes, reader: self, name: name)
      return try parser.readTable()
    }
  }
}
