#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Matrix {
  func requireNotEmpty() throws(LinearAlgebraError) {
    guard !isEmpty else { throw .empty(rowCount: rowCount, columnCount: columnCount) }
  }

  func requireSquare() throws(LinearAlgebraError) {
    try requireNotEmpty()
    guard rowCount == columnCount else { throw .notSquare(rowCount: rowCount, columnCount: columnCount) }
  }
}

extension Double {
  var logarithm: Double { log(self) }
}
