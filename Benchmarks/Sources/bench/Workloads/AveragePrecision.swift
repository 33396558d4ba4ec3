import Classic
import Learning

struct AveragePrecision: RankingWorkload {
  static let name = "average-precision-10M"
  static let summary = "the average precision of 10,000,000 scores"

  private let ranking: Ranking

  init(data: Folder) throws(LearningError) {
    ranking = try Ranking(data: data)
  }

  func run() throws(LearningError) -> Double {
    try averagePrecision(of: ranking.scores, labels: ranking.labels)
  }
}
