import Decomposition
import Learning
import LinearAlgebra

struct PCASquare: PCAWorkload {
  static let name = "pca-square"
  static let summary = "the principal components that hold 95 % of the variance of 5000 x 2000"

  private let x: Matrix

  init(data: Folder) throws(LearningError) {
    x = try data.matrix("pcasq_X")
  }

  func run() throws(LearningError) -> PCA.Model {
    try PCA(components: .variance(0.95)).fit(x)
  }
}
