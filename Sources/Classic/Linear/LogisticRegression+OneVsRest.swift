import Learning

extension LogisticRegression {
  /// A regression of each class against all others.
  func fitOneVsRest(
    _ sample: LogisticSample, startingAt start: LogisticStart?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Core {
    var binary = self
    var factors: [Double]?
    if classWeights != .balanced {
      // Weights that belong to the K classes; balance is a matter of each of the regressions.
      factors = try classWeights.factors(of: sample)
      binary.classWeights = .uniform
    }
    let weighted = sample.weighted(by: factors)
    var cores: [Core] = []
    for index in 0..<sample.classCount {
      let core = try binary.fit(
        weighted.versusRest(index), startingAt: start?.output(index), using: &generator)
      cores.append(core)
    }
    return Core(
      oneVsRest: cores, of: sample, penalty: penalty, classWeights: factors,
      report: FitReport(oneVsRest: cores.map(\.report)))
  }
}

extension FitReport {
  /// What the fits of the classes say together: the slowest, the least converged, the sum of the objectives.
  fileprivate init(oneVsRest reports: [FitReport]) {
    let worst = reports.max { $0.isBetter(than: $1) } ?? FitReport(method: "")
    self = worst
    method = "\(reports.count) regressions of one class against the others: \(worst.method)"
    iterations = reports.map(\.iterations).max() ?? 1
    let length = reports.map(\.objectiveTrace.count).max() ?? 0
    // A fit that has ended stays where it is while others go on.
    objectiveTrace = (0..<length).map { step in
      reports.reduce(0) { sum, report in
        sum + (report.objectiveTrace.isEmpty
          ? 0 : report.objectiveTrace[min(step, report.objectiveTrace.count - 1)])
      }
    }
    warnings = []
    for (index, report) in reports.enumerated() {
      for warning in report.warnings where !warnings.contains(warning) {
        let isOfAll = reports.allSatisfy { $0.warnings.contains(warning) }
        warnings.append(
          isOfAll
            ? warning
            : FitWarning(
              warning.kind, columns: warning.columns, message: "class \(index) against the others: \(warning.message)"))
      }
    }
  }

  private func isBetter(than other: FitReport) -> Bool {
    if hasConverged != other.hasConverged { return hasConverged }
    return (certificate?.value ?? 0) < (other.certificate?.value ?? 0)
  }
}
