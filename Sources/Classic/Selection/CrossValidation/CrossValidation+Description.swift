internal import LinearAlgebra
internal import Stats

extension CrossValidation: CustomStringConvertible {
  /// A line for each metric: the mean over the folds, its corrected standard error and 95 % interval, and the mean on
  /// the training parts where it was asked for.
  public var description: String {
    let estimates = estimates
    let intervals = estimates.map { try? $0.correctedInterval() }
    let errors = estimates.map { $0.correctedStandardError.isFinite ? $0.correctedStandardError : nil }
    let ends = NumberColumn.texts(intervals: intervals, digits: 4)
    var columns: [TextTable.Column] = [
      .init("metric", estimates.map(\.name), .leading),
      .init("mean", estimates.map { $0.mean.formatted(digits: 4) }),
      .init("std. error", NumberColumn.texts(errors, digits: 3)),
      .init("[0.025", ends.lower),
      .init("0.975]", ends.upper),
    ]
    if let training = trainingEstimates {
      columns.append(.init("on training rows", training.map { $0.mean.formatted(digits: 4) }))
    }
    let head = "\(folds.count) fold\(folds.count == 1 ? "" : "s"), \(rowCount) rows tested"
    return head + "\n" + TextTable(columns).description
  }
}
