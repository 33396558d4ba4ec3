internal import LinearAlgebra

extension Inference: CustomStringConvertible {
  /// ``table(stars:)`` without stars.
  public var description: String { table() }

  /// The table as text, a line for each parameter, as R's `summary` and statsmodels print it; without the columns of
  /// tests where nothing is tested.
  ///
  /// - Parameter stars: whether stars stand for small p-values, with a line that says which. Off by default: the
  ///   p-value says more, and 0.051 is no different from 0.049.
  public func table(stars: Bool = false) -> String {
    var columns = [
      column("", rows.map(\.name), .leading),
      column("estimate", NumberColumn.texts(rows.map(\.estimate), digits: 5)),
      column("std. error", NumberColumn.texts(rows.map(\.standardError), digits: 4)),
    ]
    let testsAny = rows.isEmpty || rows.contains { $0.statistic != nil || $0.pValue != nil }
    if testsAny {
      columns.append(column("\(statistic.symbol) value", NumberColumn.texts(rows.map(\.statistic), digits: 4)))
      columns.append(column("Pr(>|\(statistic.symbol)|)", NumberColumn.texts(pValues: rows.map(\.pValue))))
    }
    if stars, testsAny { columns.append(column("", rows.map { Self.stars($0.pValue) }, .leading)) }
    let tail = (1 - level) / 2
    let ends = NumberColumn.texts(intervals: rows.map(\.interval), digits: 4)
    columns.append(column("[" + tail.formatted(digits: 4), ends.lower))
    columns.append(column((1 - tail).formatted(digits: 4) + "]", ends.upper))
    let lines = (0...rows.count).map { line in columns.map { $0[line] }.joined(separator: "  ") }
    return (lines + (stars && testsAny ? [Self.starLegend] : [])).joined(separator: "\n")
  }

  private enum Side { case leading, trailing }

  /// A header and the texts below it, all of one width.
  private func column(_ header: String, _ texts: [String], _ side: Side = .trailing) -> [String] {
    let texts = [header] + texts
    let width = texts.map(\.count).max() ?? 0
    return texts.map { text in
      switch side {
      case .leading: text + String(repeating: " ", count: width - text.count)
      case .trailing: text.padded(to: width)
      }
    }
  }

  /// R's stars.
  private static func stars(_ pValue: Double?) -> String {
    switch pValue {
    case let p? where p < 0.001: "***"
    case let p? where p < 0.01: "**"
    case let p? where p < 0.05: "*"
    case let p? where p < 0.1: "."
    default: ""
    }
  }

  private static let starLegend = "*** below 0.001, ** below 0.01, * below 0.05, . below 0.1"
}
