import Learning

/// A workload whose outcome is maximum likelihood estimates in closed form, which are judged by the exact ones.
protocol MLEWorkload: Workload {
  /// How the estimates are made.
  static var method: String { get }

  func estimates(from outcome: Outcome) -> [Double]
}

extension MLEWorkload {
  func report(of outcome: Outcome) -> FitReport { FitReport(method: Self.method) }

  func write(_ outcome: Outcome, to output: Folder) throws(LearningError) {
    try output.write(estimates(from: outcome), as: "estimates")
  }
}
