import Classic
import Learning

struct ROCArea: RankingWorkload {
  static let name = "roc-auc-10M"
  static let summary = "the area under the ROC curve of 10,000,000 scores"

  private let ranking: Ranking

  init(data: Folder) throws(LearningError) {
    ranking = try Ranking(data: data)
  }

  func run() throws(LearningError) -> Double {
    try rocAUC(of: ranking.scores, labels: ranking.labels)
  }
}
