/// What can go wrong in linear algebra because of the data.
///
/// Slips that a caller could have seen in the source, such as adding matrices of unequal shapes, are preconditions
/// instead; everything that depends on values is one of these.
public enum LinearAlgebraError: Error, Hashable, Sendable {
  /// The rows given to build a matrix do not all have the same length.
  case raggedRows(row: Int, count: Int, expected: Int)
  /// The number of elements given is not rows times columns.
  case elementCount(Int, rowCount: Int, columnCount: Int)
  /// A side is longer than BLAS and LAPACK can count.
  case tooLong(rowCount: Int, columnCount: Int)
  /// An element is NaN or infinite.
  case notFinite(row: Int, column: Int, value: Double)
  /// All elements are finite, but a sum or product over them is not.
  case overflow(operation: String)
  /// A row's weight is negative, NaN or infinite.
  case invalidWeight(row: Int, value: Double)
  /// No row's weight is above zero.
  case noPositiveWeight
  /// A matrix with no rows or no columns where there must be some.
  case empty(rowCount: Int, columnCount: Int)
  /// A factorization that needs as many rows as columns was given another shape.
  case notSquare(rowCount: Int, columnCount: Int)
  /// The leading minor of this order is not positive, so the Cholesky factorization does not exist.
  case notPositiveDefinite(order: Int)
  /// A triangular factor has an exact zero on its diagonal.
  case singular(index: Int)
  /// More values or vectors asked for than the matrix has, or none.
  case rankOutOfRange(Int, allowed: ClosedRange<Int>)
  /// An eigenvalue asked for by an index that none has.
  case indexOutOfRange(Int, allowed: ClosedRange<Int>)
  /// An iteration of LAPACK did not converge; `info` is the routine's own code.
  case noConvergence(routine: String, info: Int)
  /// The caller asked the iteration to stop.
  case cancelled
  /// LAPACK could not get its working memory.
  case outOfMemory(routine: String)
}

extension LinearAlgebraError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .raggedRows(let row, let count, let expected):
      "Row \(row) has \(count) elements where row 0 has \(expected); give every row the same length."
    case .elementCount(_, let rowCount, let columnCount) where rowCount < 0 || columnCount < 0:
      "A matrix cannot have \(rowCount) rows and \(columnCount) columns; neither number may be negative."
    case .elementCount(let count, let rowCount, let columnCount):
      "\(count) elements do not fill \(rowCount) rows of \(columnCount); give exactly \(rowCount) x \(columnCount)."
    case .tooLong(let rowCount, let columnCount):
      "A matrix of \(rowCount) x \(columnCount) has a side above 2147483647, which BLAS cannot count; split it."
    case .notFinite(let row, let column, let value):
      "The element at row \(row), column \(column) is \(value); remove or impute it first."
    case .overflow(let operation):
      "The \(operation) overflows a Double although every element is finite; rescale the columns first."
    case .invalidWeight(let row, let value):
      "The weight of row \(row) is \(value); weights must be finite, and zero or positive."
    case .noPositiveWeight:
      "Every weight is zero; at least one row must count."
    case .empty(let rowCount, let columnCount):
      "The matrix is \(rowCount) x \(columnCount); at least one row and one column are needed."
    case .notSquare(let rowCount, let columnCount):
      "The matrix is \(rowCount) x \(columnCount); a square one is needed."
    case .notPositiveDefinite(let order):
      "The leading minor of order \(order) is not positive, so the matrix is not positive definite; "
        + "look for duplicated or constant columns, or add a small ridge to the diagonal."
    case .singular(let index):
      "The matrix is singular: pivot \(index) is exactly zero; look for duplicated or constant columns."
    case .rankOutOfRange(let rank, let allowed):
      "\(rank) values or vectors were asked for; this matrix has from \(allowed.lowerBound) to \(allowed.upperBound)."
    case .indexOutOfRange(let index, let allowed):
      "Eigenvalue \(index) was asked for; they are numbered from 0, the largest, to \(allowed.upperBound)."
    case .noConvergence(let routine, let info):
      "LAPACK's \(routine) did not converge (info = \(info)); look for extreme values and rescale the columns."
    case .cancelled:
      "The work was cancelled before it was finished; there is no result."
    case .outOfMemory(let routine):
      "LAPACK's \(routine) could not get its working memory; use fewer rows or columns."
    }
  }
}
