import Decomposition
import Learning
import LinearAlgebra

struct PCATop: PCAWorkload {
  static let name = "pca-topk"
  static let summary = "the 20 leading principal components of 20,000 x 5000"

  private let x: Matrix

  init(data: Folder) throws(LearningError) {
    x = try data.matrix("pcatop_X")
  }

  func run() throws(LearningError) -> PCA.Model {
    var generator = SeededGenerator(seed: 7)
    return try PCA(components: .count(20)).fit(x, using: &generator)
  }
}
