public import Learning

extension FitWarning.Kind {
  /// A step of a pipeline that stopped before it had converged.
  public static let unconvergedStep = FitWarning.Kind(rawValue: "unconverged step")
}

extension FitReport {
  /// The warnings of a part that works on the samples themselves, or on columns of them.
  ///
  /// - Parameters:
  ///   - part: whose report this is; nil where the warnings say so themselves.
  ///   - columns: the samples' columns that the part gets; nil for all.
  func warnings(ofPart part: String?, on columns: [Int]? = nil) -> [FitWarning] {
    let place = columns.map { "on columns " + $0.map(String.init).joined(separator: ", ") }
    return warnings(headed: [part, place]) { column in columns.map { $0[column] } ?? column }
  }

  /// The warnings of a part on whose results another works, and that it has not converged where it has not: the report
  /// of the whole ends as that of the last part.
  func warnings(ofEarlierPart part: String?) -> [FitWarning] {
    guard !hasConverged else { return warnings(ofPart: part) }
    let passes = "\(iterations) iteration\(iterations == 1 ? "" : "s")"
    let end = FitWarning(
      .unconvergedStep,
      message: "\(part ?? "a step") (\(method)) stopped before it had converged: \(termination.rawValue), \(passes).")
    return warnings(ofPart: part) + [end]
  }

  /// The warnings of a part that works on what the steps before it make.
  func warnings(ofPart part: String?, after steps: some Transformer) -> [FitWarning] {
    warnings(headed: [part, "on the features that the steps before make"]) { steps.sourceColumn(ofOutput: $0) }
  }

  private func warnings(headed head: [String?], column: (Int) -> Int?) -> [FitWarning] {
    let head = head.compactMap(\.self).joined(separator: ", ")
    return warnings.map { warning in
      FitWarning(
        warning.kind, columns: warning.columns.compactMap(column),
        message: head.isEmpty ? warning.message : "\(head): \(warning.message)")
    }
  }

  /// The report of this fit after steps whose warnings it takes over.
  func following(_ warnings: [FitWarning]) -> FitReport {
    var report = self
    report.warnings = warnings
    return report
  }
}
