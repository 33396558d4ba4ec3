/// The problems that an estimator is tried on, for those that the usual ones do not suit.
package struct LawOptions: Sendable {
  /// The training rows of most laws. Small, because tests run unoptimised; not a multiple of the usual numbers of
  /// classes, so that one class is the most frequent.
  package var rowCount: Int
  package var columnCount: Int
  /// The classes, at most as many as columns.
  package var classCount: Int
  /// The training rows of the law on threads: enough that loops over rows split into several blocks, also those over
  /// the rows of one class. Fewer for an estimator whose work grows faster than the rows; its loops split sooner.
  package var threadedRowCount: Int
  /// False for an estimator that gives every sample the same result; the laws then hold it to that.
  package var learns: Bool
  /// Whether targets are counts that follow the exponential of a trend; false by default, for any numbers.
  package var countTargets: Bool
  /// Whether features are codes of categories, 0, 1 and 2; false by default, for any numbers.
  package var categories: Bool

  package init(
    rowCount: Int = 61, columnCount: Int = 4, classCount: Int = 3, threadedRowCount: Int? = nil, learns: Bool = true,
    countTargets: Bool = false, categories: Bool = false
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.classCount = classCount
    // Each class then has more than the 2^15 elements of one block of the column moments.
    self.threadedRowCount = threadedRowCount ?? classCount * 40_000 / columnCount
    self.learns = learns
    self.countTargets = countTargets
    self.categories = categories
  }
}

extension LawOptions {
  /// Samples of the kind that these options ask for.
  func problem(rowCount: Int, seed: UInt64) -> LawProblem {
    let blobs = LawProblem.blobs(rowCount: rowCount, columnCount: columnCount, classCount: classCount, seed: seed)
    let problem = categories ? blobs.withCategories() : blobs
    return countTargets ? problem.withCounts() : problem
  }
}
