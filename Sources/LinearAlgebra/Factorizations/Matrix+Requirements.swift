extension Matrix {
  func requireNotEmpty() throws(LinearAlgebraError) {
    guard !isEmpty else { throw .empty(rowCount: rowCount, columnCount: columnCount) }
  }

  func requireSquare() throws(LinearAlgebraError) {
    try requireNotEmpty()
    guard rowCount == columnCount else { throw .notSquare(rowCount: rowCount, columnCount: columnCount) }
  }
}

/// Checks a right-hand side, whose elements count as one column.
func requireFinite(rightHandSide b: [Double]) throws(LinearAlgebraError) {
  if let row = b.firstIndex(where: { !$0.isFinite }) { throw .notFinite(row: row, column: 0, value: b[row]) }
}

/// Checks what was computed from finite numbers.
func requireNoOverflow(_ values: some Sequence<Double>, in operation: String) throws(LinearAlgebraError) {
  guard values.allSatisfy({ $0.isFinite }) else { throw .overflow(operation: operation) }
}
