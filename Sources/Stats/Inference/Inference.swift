public import Learning

/// The table of a fitted model's estimates: what each parameter is, how exactly it is known, and whether it could be
/// its null value.
///
///     let inference = try Inference(
///       names: ["(Intercept)", "dose"], estimates: [-3.2, 0.82], standardErrors: [0.9, 0.4])
///     print(inference)
///     //              estimate  std. error  z value  Pr(>|z|)  [0.025  0.975]
///     // (Intercept)     -3.20         0.9   -3.556  0.000377  -4.964  -1.436
///     // dose             0.82         0.4    2.050    0.0404   0.036   1.604
///     inference["dose"]?.pValue        // 0.0404
///
/// For each parameter with a standard error the statistic of Wald's test, z = (estimate - null value) / standard error,
/// its two-sided p-value, and the interval estimate ± c · standard error, where c is the statistic's quantile of
/// (1 + level) / 2. Both rest on the estimator being about normal: that is a matter of the number of observations, and
/// of the scale that the parameter is written on.
///
/// Source: Wald, Transactions of the American Mathematical Society 54(3), 1943, doi:10.1090/S0002-9947-1943-0012401-3.
public struct Inference: Sendable, Hashable {
  public let rows: [Row]
  /// What the statistics are compared with.
  public let statistic: Statistic
  /// The level of the intervals; 0.95 is 95 %.
  public let level: Double

  /// A table from its rows, where tests or intervals come from elsewhere: a profile of the likelihood, a bootstrap.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` unless `level` is between 0 and 1 and the degrees
  ///   of freedom are above zero.
  public init(rows: [Row], statistic: Statistic = .z, level: Double = 0.95) throws(LearningError) {
    try requireLevel(level)
    try statistic.requireValid()
    self.rows = rows
    self.statistic = statistic
    self.level = level
  }

  /// A table with Wald's tests and intervals.
  ///
  /// - Parameters:
  ///   - names: p names; ``subscript(_:)`` finds the first of two that are equal.
  ///   - estimates: p estimates, of any value.
  ///   - standardErrors: p standard errors; nil where there is none, as for an estimate on the boundary of what is
  ///     allowed. Such a parameter has no test and no interval.
  ///   - nullValues: p values to test against; nil where a test makes no sense, as for a standard deviation of zero.
  ///     Zero for every parameter by default.
  ///   - statistic: normal by default; `.t` where the errors are normal with a variance estimated from the residuals.
  ///   - level: of the intervals, 0.95 by default.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` where counts differ, a standard error is below
  ///   zero, `level` is not between 0 and 1 or the degrees of freedom are not above zero.
  public init(
    names: [String], estimates: [Double], standardErrors: [Double?], nullValues: [Double?]? = nil,
    statistic: Statistic = .z, level: Double = 0.95
  ) throws(LearningError) {
    try requireLevel(level)
    try statistic.requireValid()
    let nullValues = nullValues ?? estimates.map { _ in 0 }
    for (option, count) in [
      ("names", names.count), ("standardErrors", standardErrors.count), ("nullValues", nullValues.count),
    ] where count != estimates.count {
      throw .invalidOption(
        name: option, value: "\(count) values", allowed: "one for each of the \(estimates.count) estimates")
    }
    for (name, error) in zip(names, standardErrors) {
      guard let error, error < 0 else { continue }
      throw .invalidOption(name: "standardErrors", value: "\(error) for “\(name)”", allowed: "zero or positive")
    }
    let margin = try statistic.twoSidedQuantile(level)
    rows = try estimates.indices.map { index throws(LearningError) in
      try Row(
        name: names[index], estimate: estimates[index], standardError: standardErrors[index],
        nullValue: nullValues[index], statistic: statistic, margin: margin, level: level)
    }
    self.statistic = statistic
    self.level = level
  }

  /// The row of a parameter, the first of that name; nil where there is none.
  public subscript(_ name: String) -> Row? { rows.first { $0.name == name } }

  /// The row of a parameter that must be there.
  ///
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)``, with the names that there are.
  public func row(named name: String) throws(LearningError) -> Row {
    guard let row = self[name] else {
      let names = rows.map { "“\($0.name)”" }.joined(separator: ", ")
      throw .invalidOption(name: "name", value: "“\(name)”", allowed: rows.isEmpty ? "of a row" : "one of \(names)")
    }
    return row
  }
}
