import Classic
import Learning
import LinearAlgebra

struct LogisticBinaryDense: Workload {
  static let name = "logreg-binary-dense"
  static let summary = "logistic regression with a ridge penalty, 200,000 x 100, two classes"

  private let x: Matrix
  private let labels: [Int]

  init(data: Folder) throws(LearningError) {
    x = try data.matrix("lrd_X")
    labels = try data.vector("lrd_y").map { Int($0) }
  }

  /// To a gap of 1e-6 of the objective, which the gradient of this tolerance is within.
  func run() throws(LearningError) -> LogisticRegression.Model<Int> {
    try LogisticRegression(penalty: .l2(1), fitsIntercept: false, tolerance: 1e-4).fit(x, labels: labels)
  }

  func report(of model: LogisticRegression.Model<Int>) -> FitReport { model.report }

  func write(_ model: LogisticRegression.Model<Int>, to output: Folder) throws(LearningError) {
    try output.write(Array(model.coefficients.row(0)), as: "coefficients")
  }
}
