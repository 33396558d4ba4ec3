import Learning

extension FitReport {
  /// The report of a model that a search chose, with what it was chosen from before its method.
  func tuned(by search: SearchRecord, rule: SelectionRule) -> FitReport {
    var report = self
    let rule = switch rule {
    case .best: "best"
    case .oneStandardError: "simplest within one standard error of the best"
    }
    let metric = search.chosen.score.map { " by \($0.name)" } ?? ""
    report.method = "\(rule) of \(search.entries.count) candidates\(metric), \(search.chosen.name): \(method)"
    return report
  }
}
