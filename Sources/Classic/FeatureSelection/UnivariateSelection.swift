public import Learning
public import LinearAlgebra
public import Stats

/// Keeps the columns that an F test by themselves finds to go with the classes or the targets.
///
///     let best = try UnivariateSelection(.count(5)).fit(x, labels: species)
///     best.selectedColumns
///     best.tests.pValues
///     UnivariateSelection(.pValue(atMost: 0.05, adjustment: .benjaminiHochberg)).then(LogisticRegression())
///
/// For classes the test is the analysis of variance, for targets that of the correlation; see ``UnivariateTests``. A
/// selection looks at the labels, so it belongs inside the pipeline that is cross-validated: made before on all rows,
/// it has seen the ones that it is judged by, and even columns of noise look good.
///
/// - Complexity: O(n d).
///
/// Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd edition, section 7.10.2.
public struct UnivariateSelection: ClassificationStep, RegressionStep, Hashable, Codable {
  /// Which columns are kept.
  public enum Rule: Hashable, Sendable, Codable {
    /// Those of the largest statistics; where several are as large, those further left first.
    case count(Int)
    /// A share of all columns from above 0 to 1, by the largest statistics; rounded down, but at least one.
    case share(Double)
    /// Those with a p-value, adjusted or not, of at most a level.
    ///
    /// Without an adjustment about that share of the columns of noise is kept; with `.benjaminiHochberg` that is about
    /// the share of noise among the columns kept; with `.holm` the probability that any noise is.
    case pValue(atMost: Double, adjustment: PValueAdjustment? = nil)
  }

  public var rule: Rule

  public init(_ rule: Rule) {
    self.rule = rule
  }

  public var traits: EstimatorTraits { .deterministic }

  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try requireRule(columnCount: x.columnCount)
    return try model(
      .ofClasses(x, classIndices: classIndices, classCount: classCount, weights: weights))
  }

  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try requireSamples(x)
    try requireRule(columnCount: x.columnCount)
    return try model(.ofTargets(x, targets: targets, weights: weights))
  }

  private func requireRule(columnCount: Int) throws(LearningError) {
    switch rule {
    case .count(let count):
      try requireCount(count, upTo: columnCount)
    case .share(let share):
      guard share > 0, share <= 1 else {
        throw .invalidOption(name: "share", value: "\(share)", allowed: "above 0 and at most 1")
      }
    case .pValue(let level, _):
      guard level > 0, level <= 1 else {
        throw .invalidOption(name: "pValue(atMost:)", value: "\(level)", allowed: "above 0 and at most 1")
      }
    }
  }

  private func model(_ tests: UnivariateTests) throws(LearningError) -> Model {
    let columnCount = tests.statistics.count
    let columns: [Int]
    switch rule {
    case .count(let count):
      columns = tests.statistics.indicesOfLargest(count)
    case .share(let share):
      // A share such as 0.29 of 100 columns is a little less than it says.
      columns = tests.statistics.indicesOfLargest(max(1, Int(share * Double(columnCount) + 1e-9)))
    case .pValue(let level, let adjustment):
      let pValues = try adjustment?.adjusted(tests.pValues) ?? tests.pValues
      columns = pValues.indices.filter { pValues[$0] <= level }
      guard !columns.isEmpty else {
        throw .undefined(
          "column with a p-value of at most \(level)",
          reason: "the smallest\(adjustment == nil ? "" : ", adjusted,") is "
            + "\((pValues.min() ?? 1).formatted(digits: 3)); raise the level, or keep a count of columns")
      }
    }
    return Model(tests: tests, columns: columns)
  }

  /// The tests, and the columns kept.
  public struct Model: FeatureSelection, Codable, Equatable {
    /// Of all columns.
    public let tests: UnivariateTests
    let selection: ColumnSelection
    public let report: FitReport

    init(tests: UnivariateTests, columns: [Int]) {
      self.tests = tests
      selection = ColumnSelection(featureCount: tests.statistics.count, columns: columns)
      let constant = tests.constantColumns
      let warning = FitWarning(
        .constantColumns, columns: constant,
        message: "columns \(constant.map(String.init).joined(separator: ", ")) do not vary; their F is 0.")
      report = FitReport(method: "F test of each column", warnings: constant.isEmpty ? [] : [warning])
    }

    public var featureCount: Int { selection.featureCount }
    public var selectedColumns: [Int] { selection.columns }
  }
}
