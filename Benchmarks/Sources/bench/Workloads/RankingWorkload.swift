import Learning

/// A workload whose outcome is one number of a ranking; it is judged by the exact one.
protocol RankingWorkload: Workload where Outcome == Double {}

extension RankingWorkload {
  func report(of outcome: Double) -> FitReport { FitReport(method: "radix sort of both classes") }

  func write(_ outcome: Double, to output: Folder) throws(LearningError) {
    try output.write([outcome], as: "estimates")
  }
}

/// 10,000,000 scores, and whether each row's label is true.
struct Ranking {
  let scores: [Double]
  let labels: [Bool]

  init(data: Folder) throws(LearningError) {
    scores = try data.vector("scores_s")
    labels = try data.integers("scores_y", of: UInt8.self).map { $0 != 0 }
  }
}
