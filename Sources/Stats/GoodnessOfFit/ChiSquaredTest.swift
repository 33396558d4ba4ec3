public import Learning
public import LinearAlgebra

/// Pearson's test of counts: how far are they from what was expected?
///
///     X² = Σ (observed - expected)² / expected
///
///     try ChiSquaredTest.goodnessOfFit(counts: [315, 108, 101, 32], probabilities: [9, 3, 3, 1].map { $0 / 16 })
///     // chi-squared: statistic 0.47002 on 3 df, p = 0.925
///
/// The p-value is that of the limit for many counts. The rule of thumb is that every expected count be 5 or more, or
/// 1 or more where few of many are small.
///
/// Source: Pearson, Philosophical Magazine 50, 1900, doi:10.1080/14786440009463897; Agresti, Categorical Data Analysis,
/// Wiley, 2013, sections 1.5 and 3.2.
public enum ChiSquaredTest {
  /// Tests counts against probabilities.
  ///
  /// - Parameters:
  ///   - counts: k counts, zero or positive.
  ///   - probabilities: k probabilities above zero, of sum 1.
  ///   - fittedParameters: how many parameters were estimated from the counts to find the probabilities; each takes a
  ///     degree of freedom.
  ///   - poolingBelow: joins neighbouring cells, from the first on, until each expects at least this many; what is left
  ///     at the end joins the last. 5 is usual; nil, the default, leaves the cells as they are.
  /// - Throws: `.tooFewSamples` for fewer than 2 counts, `.valueNotFinite`, `.invalidOption` for unequal lengths, for a
  ///   count below zero, no count above zero, a probability not above zero, a sum other than 1, and where the fitted
  ///   parameters leave no degree of freedom.
  public static func goodnessOfFit(
    counts: [Double], probabilities: [Double], fittedParameters: Int = 0, poolingBelow: Double? = nil
  ) throws(LearningError) -> HypothesisTest {
    let sum = probabilities.reduce(0, +)
    guard abs(sum - 1) <= sumTolerance else {
      throw .invalidOption(name: "probabilities", value: "of sum \(sum)", allowed: "of sum 1")
    }
    let total = counts.reduce(0, +)
    return try goodnessOfFit(
      counts: counts, expected: probabilities.map { $0 * total }, fittedParameters: fittedParameters,
      poolingBelow: poolingBelow)
  }

  /// Tests counts against expected ones, of the same sum.
  ///
  /// - Parameter expected: k counts above zero. The other parameters, and what is thrown, are as for probabilities.
  public static func goodnessOfFit(
    counts: [Double], expected: [Double], fittedParameters: Int = 0, poolingBelow: Double? = nil
  ) throws(LearningError) -> HypothesisTest {
    let total = try requireCounts(counts)
    guard expected.count == counts.count else {
      throw .invalidOption(
        name: "expected", value: "\(expected.count) values", allowed: "one for each of the \(counts.count) counts")
    }
    if let cell = expected.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
      throw .invalidOption(
        name: "expected", value: "\(expected[cell]) in cell \(cell)", allowed: "a finite number above zero")
    }
    let expectedTotal = expected.reduce(0, +)
    guard abs(expectedTotal - total) <= sumTolerance * total else {
      throw .invalidOption(name: "expected", value: "of sum \(expectedTotal)", allowed: "of the counts' sum, \(total)")
    }
    let cells = pooled(Array(zip(counts, expected).map { Cell(observed: $0, expected: $1) }), below: poolingBelow)
    return try result(cells, degreesOfFreedom: freedom(of: cells.count, fittedParameters: fittedParameters))
  }

  /// Tests whether the rows and the columns of a table of counts are independent.
  ///
  /// The expected count of a cell is its row's sum times its column's over the table's, on (r - 1)(c - 1) degrees of
  /// freedom.
  ///
  /// - Parameters:
  ///   - table: r x c counts, at least 2 x 2, every row and column with a positive sum.
  ///   - continuityCorrection: whether Yates's correction takes up to 1/2 from each difference, which has an effect for
  ///     2 x 2 tables only. Off by default, as it makes p too large (Agresti, section 3.5); on in R and SciPy.
  /// - Throws: `.invalidOption` for another table, `.valueNotFinite`.
  public static func independence(
    of table: Matrix, continuityCorrection: Bool = false
  ) throws(LearningError) -> HypothesisTest {
    guard table.rowCount >= 2, table.columnCount >= 2 else {
      throw .invalidOption(name: "table", value: "\(table.rowCount) x \(table.columnCount)", allowed: "2 x 2 or larger")
    }
    let total = try requireCounts(table.elements)
    let rowSums = (0..<table.rowCount).map { table.row($0).reduce(0, +) }
    let columnSums = (0..<table.columnCount).map { table.column($0).reduce(0, +) }
    try requirePositive(rowSums, of: "row")
    try requirePositive(columnSums, of: "column")
    let corrects = continuityCorrection && table.rowCount == 2 && table.columnCount == 2
    var cells: [Cell] = []
    for i in 0..<table.rowCount {
      for j in 0..<table.columnCount {
        cells.append(Cell(observed: table[i, j], expected: rowSums[i] * (columnSums[j] / total)))
      }
    }
    return try result(
      cells, degreesOfFreedom: (table.rowCount - 1) * (table.columnCount - 1), correction: corrects ? 0.5 : 0)
  }

  /// How far sums may be from each other: what rounding of a few digits does.
  private static let sumTolerance = 1e-8

  private struct Cell {
    var observed, expected: Double
  }

  private static func result(
    _ cells: [Cell], degreesOfFreedom: Int, correction: Double = 0
  ) throws(LearningError) -> HypothesisTest {
    let statistic = cells.reduce(0) { sum, cell in
      let difference = max(0, abs(cell.observed - cell.expected) - correction)
      return sum + difference * (difference / cell.expected)
    }
    let distribution = try ChiSquared(degreesOfFreedom: Double(degreesOfFreedom))
    return HypothesisTest(
      name: correction > 0 ? "chi-squared, with continuity correction" : "chi-squared", statistic: statistic,
      degreesOfFreedom: Double(degreesOfFreedom), pValue: distribution.survival(statistic))
  }

  private static func freedom(of cellCount: Int, fittedParameters: Int) throws(LearningError) -> Int {
    guard cellCount > 1 else {
      throw .invalidOption(name: "counts", value: "\(cellCount) cells after pooling", allowed: "2 cells or more")
    }
    guard (0..<cellCount - 1).contains(fittedParameters) else {
      throw .invalidOption(
        name: "fittedParameters", value: "\(fittedParameters)",
        allowed: "from 0 to \(cellCount - 2) for \(cellCount) cells")
    }
    return cellCount - 1 - fittedParameters
  }

  private static func pooled(_ cells: [Cell], below minimum: Double?) -> [Cell] {
    guard let minimum else { return cells }
    var pooled: [Cell] = []
    var open = Cell(observed: 0, expected: 0)
    for cell in cells {
      open.observed += cell.observed
      open.expected += cell.expected
      if open.expected >= minimum {
        pooled.append(open)
        open = Cell(observed: 0, expected: 0)
      }
    }
    guard let last = pooled.indices.last else { return [open] }
    pooled[last].observed += open.observed
    pooled[last].expected += open.expected
    return pooled
  }

  /// Checks counts, and gives their sum.
  private static func requireCounts(_ counts: [Double]) throws(LearningError) -> Double {
    try requireObservations(counts, atLeast: 2, for: "a chi-squared test")
    if let cell = counts.firstIndex(where: { $0 < 0 }) {
      throw .invalidOption(name: "counts", value: "\(counts[cell]) in cell \(cell)", allowed: "zero or positive")
    }
    let total = counts.reduce(0, +)
    guard total > 0 else { throw .invalidOption(name: "counts", value: "all zero", allowed: "above zero somewhere") }
    return total
  }

  private static func requirePositive(_ sums: [Double], of line: String) throws(LearningError) {
    if let index = sums.firstIndex(of: 0) {
      throw .invalidOption(
        name: "table", value: "zero everywhere in \(line) \(index)", allowed: "above zero somewhere in each \(line)")
    }
  }
}
