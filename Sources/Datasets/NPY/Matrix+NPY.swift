public import Learning
public import LinearAlgebra

extension Matrix {
  /// Writes the matrix to a file of NumPy's `.npy` format: float64, C order, two dimensions.
  ///
  /// The file is written whole or not at all, as by ``NPYWriter``. Every bit is kept, those of NaNs included.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` where it cannot be written.
  public func writeNPY(path: String) throws(LearningError) {
    var writer = try NPYWriter(path: path, columnCount: columnCount)
    try writer.append(self)
    try writer.finish()
  }
}

extension Array<Double> {
  /// Writes the array to a file of NumPy's `.npy` format: float64, one dimension; otherwise as
  /// ``LinearAlgebra/Matrix/writeNPY(path:)``.
  ///
  /// - Throws: ``LearningError/fileAccess(path:reason:)`` where it cannot be written.
  public func writeNPY(path: String) throws(LearningError) {
    var writer = try NPYWriter(path: path, columnCount: 1, hasOneDimension: true)
    try withUnsafeBufferPointer { elements throws(LearningError) in try writer.append(elements, rowCount: count) }
    try writer.finish()
  }
}
