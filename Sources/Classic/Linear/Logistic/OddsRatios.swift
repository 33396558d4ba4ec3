import LinearAlgebra
public import Stats
internal import RealModule

/// What a unit step in each feature multiplies the odds by, the other features unchanged: e to the coefficient.
///
///     print(try model.core.oddsRatios(names: ["age", "smoker"]))
///     //         odds ratio  [0.025  0.975]  Pr(>|z|)
///     // age          1.045   1.018   1.073   0.00082
public struct OddsRatios: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    /// The feature's name.
    public let name: String
    public let ratio: Double
    /// The interval of the coefficient on the scale of the ratio; nil where there is none.
    public let interval: IntervalEstimate?
    /// That the ratio is 1; nil where it was not tested.
    public let pValue: Double?
  }

  /// One row for each feature; the intercept is the odds where all features are zero, and no ratio.
  public let rows: [Row]
  /// The level of the intervals.
  public let level: Double

  /// - Parameter inference: of log-odds: Wald's, or that of a profile.
  public init(of inference: Inference) {
    level = inference.level
    rows = inference.rows.filter { $0.name != Inference.interceptName }.map { row in
      Row(
        name: row.name, ratio: .exp(row.estimate),
        interval: row.interval.map {
          IntervalEstimate(lower: .exp($0.lower), upper: .exp($0.upper), level: $0.level)
        },
        pValue: row.pValue)
    }
  }

  /// The row of a feature, the first of that name; nil where there is none.
  public subscript(_ name: String) -> Row? { rows.first { $0.name == name } }
}

extension OddsRatios: CustomStringConvertible {
  public var description: String {
    let ends = NumberColumn.texts(intervals: rows.map(\.interval), digits: 4)
    let tail = (1 - level) / 2
    let columns = [
      ["odds ratio"] + NumberColumn.texts(rows.map(\.ratio), digits: 4),
      ["[" + tail.formatted(digits: 4)] + ends.lower,
      [(1 - tail).formatted(digits: 4) + "]"] + ends.upper,
      ["Pr(>|z|)"] + NumberColumn.texts(pValues: rows.map(\.pValue)),
    ].map { texts in texts.map { $0.padded(to: texts.map(\.count).max() ?? 0) } }
    let names = [""] + rows.map(\.name)
    let width = names.map(\.count).max() ?? 0
    return names.indices.map { line in
      ([names[line] + String(repeating: " ", count: width - names[line].count)] + columns.map { $0[line] })
        .joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
