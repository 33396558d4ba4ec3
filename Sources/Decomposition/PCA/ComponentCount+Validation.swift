import Learning

extension PCA.ComponentCount {
  /// - Throws: `.invalidOption` for a value that no data could make right.
  func requireValidOptions() throws(LearningError) {
    switch self {
    case .count(let count) where count < 1:
      throw invalid("from 1 to the rank of the data")
    case .variance(let target) where !(target > 0 && target <= 1):
      throw invalid("a share above 0 and at most 1, such as 0.95")
    case .reconstructionError(let target) where !(target >= 0 && target.isFinite):
      throw invalid("a mean squared distance of 0 or more")
    case .parallelAnalysis(let analysis):
      try analysis.requireValidOptions()
    default: break
    }
  }

  private func invalid(_ allowed: String) -> LearningError {
    .invalidOption(name: "components", value: description, allowed: allowed)
  }
}
