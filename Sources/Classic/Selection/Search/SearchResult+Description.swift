internal import LinearAlgebra
internal import Stats

extension SearchResult: CustomStringConvertible {
  /// A line for each candidate: its rank, its mean score with the standard error, and the mean on the training parts
  /// where it was asked for; then the errors of those that failed.
  public var description: String {
    let scores = entries.map(\.scores)
    var columns: [TextTable.Column] = [
      .init("candidate", entries.map(\.candidate.name), .leading),
      .init("rank", entries.map { $0.rank.map(String.init) ?? "-" }),
      .init(metric.name, NumberColumn.texts(scores.map(\.?.test.mean), digits: 4)),
      .init("std. error", NumberColumn.texts(scores.map(\.?.test.standardError), digits: 3)),
    ]
    if scores.contains(where: { $0?.training != nil }) {
      columns.append(.init("on training rows", NumberColumn.texts(scores.map(\.?.training?.mean), digits: 4)))
    }
    let failures = entries.compactMap { entry in
      if case .failure(let error) = entry.outcome { "\(entry.candidate.name): \(error)" } else { nil }
    }
    return ([TextTable(columns).description] + failures).joined(separator: "\n")
  }
}
