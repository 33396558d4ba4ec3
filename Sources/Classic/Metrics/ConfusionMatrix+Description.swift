import LinearAlgebra

extension ConfusionMatrix: CustomStringConvertible {
  /// The table, a line for each label, a column for each prediction.
  public var description: String {
    let names = classes.map { "\($0)" }
    let columns = classes.indices.map { column in
      [names[column]] + classes.indices.map { counts[$0, column].formatted(digits: 6) }
    }
    return Self.table(names: ["label \\ predicted"] + names, columns: columns)
  }

  /// Precision, recall, F₁ and support of each class, then accuracy and both averages, as text: the table that
  /// scikit-learn prints under this name.
  public var classificationReport: String {
    let total = total
    func texts(
      _ header: String, _ values: [Double], accuracy: String, _ average: (ClassAverage) -> Double
    ) -> [String] {
      [header] + values.map { $0.formatted(places: 4) }
        + [accuracy, average(.macro).formatted(places: 4), average(.weighted).formatted(places: 4)]
    }
    return Self.table(
      names: [""] + classes.map { "\($0)" } + ["accuracy", "macro average", "weighted average"],
      columns: [
        texts("precision", precisions, accuracy: "", precision),
        texts("recall", recalls, accuracy: "", recall),
        texts("F1", fScores(), accuracy: accuracy.formatted(places: 4)) { fScore($0) },
        ["support"] + (supports + [total, total, total]).map { $0.formatted(digits: 6) },
      ])
  }

  /// Lines of names, flush left, and of columns, flush right.
  private static func table(names: [String], columns: [[String]]) -> String {
    let width = names.map(\.count).max() ?? 0
    let padded = columns.map { column in
      let width = column.map(\.count).max() ?? 0
      return column.map { $0.padded(to: width) }
    }
    return names.indices.map { line in
      let name = names[line] + String(repeating: " ", count: width - names[line].count)
      return ([name] + padded.map { $0[line] }).joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
