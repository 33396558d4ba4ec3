import Classic
import Learning
import LinearAlgebra

struct LogisticBinaryWide: Workload {
  static let name = "logreg-binary-wide"
  static let summary = "logistic regression with an L1 penalty, 2000 x 20,000, two classes"

  private let x: Matrix
  private let labels: [Int]

  init(data: Folder) throws(LearningError) {
    x = try data.matrix("lrw_X")
    labels = try data.vector("lrw_y").map { Int($0) }
  }

  /// To a duality gap of 1e-4 of the objective.
  func run() throws(LearningError) -> LogisticRegression.Model<Int> {
    try LogisticRegression(penalty: .l1(10), fitsIntercept: false, tolerance: 1e-4).fit(x, labels: labels)
  }

  func report(of model: LogisticRegression.Model<Int>) -> FitReport { model.report }

  func write(_ model: LogisticRegression.Model<Int>, to output: Folder) throws(LearningError) {
    try output.write(Array(model.coefficients.row(0)), as: "coefficients")
  }
}
