import Classic
import Learning
import LinearAlgebra
import Optimization

struct SGDEpoch: Workload {
  static let name = "sgd-epoch"
  static let summary = "one epoch of stochastic gradient descent, batches of 256, 1,000,000 x 100, two classes"

  private let x: Matrix
  private let labels: [Int]

  init(data: Folder) throws(LearningError) {
    x = try data.matrix("big100_X")
    labels = try data.vector("big100_y").map { Int($0) }
  }

  /// The rows are in random order already, so that batches of neighbours are samples of the whole.
  func run() throws(LearningError) -> LogisticRegression.Model<Int> {
    let method = StochasticGradientDescent(
      rate: .cosine(0.5, over: 3907), epochs: 1, batchSize: 256, shuffling: .blocks, tracking: .sample(terms: 4096))
    var generator = SeededGenerator(seed: 1)
    return try LogisticRegression(penalty: .l2(1), solver: .stochastic(method), fitsIntercept: false)
      .fit(x, labels: labels, using: &generator)
  }

  func report(of model: LogisticRegression.Model<Int>) -> FitReport { model.report }

  func write(_ model: LogisticRegression.Model<Int>, to output: Folder) throws(LearningError) {
    try output.write(Array(model.coefficients.row(0)), as: "coefficients")
  }
}
