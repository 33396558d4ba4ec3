extension Matrix {
  func requireNotEmpty() throws(LinearAlgebraError) {
    guard !isEmpty else { throw .empty(rowCount: rowCount, columnCount: columnCount) }
  }

  func requireSquare() throws(LinearAlgebraError) {
    try requireNotEmpty()
    guard rowCount == columnCount else { throw .notSquare(rowCount: rowCount, columnCount: columnCount) }
  }
}
