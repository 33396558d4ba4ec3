public import Learning

/// A table of numbers in a file of NumPy's `.npy` format, open for reading all of it or some of its rows.
///
///     let file = try NPYFile(path: "samples.npy")
///     file.shape                          // [1000000, 100]
///     let x = try file.matrix()           // Matrix, all rows
///     let few = try file.rows(0..<10)     // Matrix, 10 x 100
///
///     var chunks = file.chunks(rowCount: 10_000)
///     while let chunk = try chunks.next() { ... }    // one Matrix at a time, however long the file
///
/// Files of version 1.0, 2.0 and 3.0 with one or two dimensions are read, in C and in Fortran order, of the types in
/// ``ElementType-swift.enum`` in either byte order. Every element becomes the `Double` of the same value; a whole
/// number that no `Double` holds exactly is refused when it is read. The bits of float64 elements come through as they are,
/// NaNs included. Pickled objects are never executed: such files are refused.
///
/// The header and the size of the file are checked when it is opened: the array fills the rest of the file exactly.
/// The file stays open as long as this object is there. If it is replaced by another meanwhile, the one first opened
/// is read; if it is cut off, reading beyond its end throws.
///
/// Source: NumPy, [numpy.lib.format](https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).
public final class NPYFile: Sendable {
  /// As it was given.
  public let path: String
  /// The lengths of the dimensions: [n], or [n, d].
  public let shape: [Int]
  /// How the file stores its elements.
  public let elementType: ElementType
  /// Whether the elements of a column stand next to each other (`fortran_order`), and not those of a row.
  public let isColumnMajor: Bool

  let decoder: NPYDecoder
  let dataOffset: Int
  let file: RandomAccessFile

  /// Opens a file and reads its header.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` where the file cannot be read, or is not a regular file, such
  ///   as a pipe; ``LearningError/malformedFile(name:line:column:reason:)`` where it does not follow the format or
  ///   holds something else than a table of numbers. The line is 1 and the column is the offset in bytes, from 1.
  public init(path: String) throws(LearningError) {
    let file = try RandomAccessFile(path: path)
    let header = try NPYHeader(of: file)
    self.path = path
    shape = header.shape
    elementType = header.elementType
    isColumnMajor = header.isColumnMajor
    decoder = NPYDecoder(type: header.elementType, isByteSwapped: header.isByteSwapped)
    dataOffset = header.dataOffset
    self.file = file
  }

  /// The length of the first dimension.
  public var rowCount: Int { shape[0] }

  /// The length of the second dimension; 1 where there is none.
  public var columnCount: Int { shape.count > 1 ? shape[1] : 1 }
}
