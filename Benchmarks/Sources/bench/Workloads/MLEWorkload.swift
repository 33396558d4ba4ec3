import Learning
import Stats

/// A workload whose outcome is a maximum likelihood fit in closed form; its estimates are judged by the exact ones.
protocol MLEWorkload: Workload where Outcome == MaximumLikelihood<Function> {
  associatedtype Function: LikelihoodFunction

  func estimates(from outcome: Outcome) -> [Double]
}

extension MLEWorkload {
  func report(of outcome: Outcome) -> FitReport { outcome.report }

  func write(_ outcome: Outcome, to output: Folder) throws(LearningError) {
    try output.write(estimates(from: outcome), as: "estimates")
  }
}
