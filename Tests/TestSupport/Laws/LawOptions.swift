/// The problems that an estimator is tried on, for those that the usual ones do not suit.
package struct LawOptions: Sendable {
  /// The training rows of most laws. Small, because tests run unoptimised.
  package var rowCount: Int
  package var columnCount: Int
  /// The classes, at most as many as columns.
  package var classCount: Int
  /// The training rows of the law on threads: enough that loops over rows split into several blocks. Fewer for an
  /// estimator whose work grows faster than the rows; its loops split sooner.
  package var threadedRowCount: Int
  /// False for an estimator that gives every sample the same result; the laws then hold it to that.
  package var learns: Bool

  package init(
    rowCount: Int = 60, columnCount: Int = 4, classCount: Int = 3, threadedRowCount: Int = 30_000, learns: Bool = true
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.classCount = classCount
    self.threadedRowCount = threadedRowCount
    self.learns = learns
  }
}
