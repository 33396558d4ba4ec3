import Classic
import Learning
import LinearAlgebra

struct CV5FoldLogistic: Workload {
  static let name = "cv-5fold-logistic"
  static let summary = "five folds of a logistic regression with 10 ridge penalties, 200,000 x 100, and the best fit"

  struct Outcome {
    let result: SearchResult<LogisticRegression, ClassificationMetric<Int>>
    let model: LogisticRegression.Model<Int>
  }

  private let x: Matrix
  private let labels: [Int]
  private let strengths: [Double]

  init(data: Folder) throws(LearningError) {
    x = try data.matrix("lrd_X")
    labels = try data.vector("lrd_y").map { Int($0) }
    strengths = try data.vector("cv_C").map { 1 / $0 }
  }

  func run() throws(LearningError) -> Outcome {
    let candidates = ParameterGrid(LogisticRegression())
      .varying(\.penalty, "penalty", over: strengths.map { .l2($0) }).candidates
    let result = try search(among: candidates, x, labels: labels, splitter: KFold(shuffles: false), metric: .logLoss)
    return Outcome(result: result, model: try result.best.candidate.configuration.fit(x, labels: labels))
  }

  func report(of outcome: Outcome) -> FitReport { outcome.model.report }

  func write(_ outcome: Outcome, to output: Folder) throws(LearningError) {
    var losses: [Double] = []
    for entry in outcome.result.entries { losses += try entry.outcome.get().test.values }
    try output.write(losses, as: "log_losses")
    try output.write(Array(outcome.model.coefficients.row(0)) + outcome.model.intercepts, as: "coefficients")
  }
}
