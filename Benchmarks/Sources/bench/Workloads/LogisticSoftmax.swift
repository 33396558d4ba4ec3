import Classic
import Learning
import LinearAlgebra

struct LogisticSoftmax: Workload {
  static let name = "logreg-softmax"
  static let summary = "softmax regression with a ridge penalty, 60,000 x 784, ten classes"

  private let x: Matrix
  private let labels: [Int]

  init(data: Folder) throws(LearningError) {
    x = try data.matrix("sm_X")
    labels = try data.integers("sm_y", of: Int32.self).map { Int($0) }
  }

  /// To a gap of 1e-5 of the objective, which the gradient of this tolerance is within.
  func run() throws(LearningError) -> LogisticRegression.Model<Int> {
    try LogisticRegression(penalty: .l2(1), fitsIntercept: false, tolerance: 1e-4).fit(x, labels: labels)
  }

  func report(of model: LogisticRegression.Model<Int>) -> FitReport { model.report }

  func write(_ model: LogisticRegression.Model<Int>, to output: Folder) throws(LearningError) {
    try output.write(model.coefficients, as: "coefficients")
  }
}
