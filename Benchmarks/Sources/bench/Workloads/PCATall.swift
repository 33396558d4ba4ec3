import Decomposition
import Learning
import LinearAlgebra

struct PCATall: PCAWorkload {
  static let name = "pca-tall"
  static let summary = "all principal components of 1,000,000 x 100"

  private let x: Matrix

  init(data: Folder) throws(LearningError) {
    x = try data.matrix("big100_X")
  }

  func run() throws(LearningError) -> PCA.Model {
    try PCA().fit(x)
  }
}
