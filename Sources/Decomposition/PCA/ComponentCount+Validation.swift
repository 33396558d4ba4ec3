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

  /// Why the rule does not apply to a matrix, whatever the data; nil where it does.
  func objection(on matrix: PCA.AnalysedMatrix) -> String? {
    switch (self, matrix) {
    case (.kaiser, .covariance):
      "a covariance matrix's eigenvalues have units, so 1 is no threshold; use it with `on: .correlation`"
    case (.parallelAnalysis, .covariance):
      "it compares with uncorrelated columns of variance 1; use it with `on: .correlation`"
    case (.minka, .correlation):
      "standardising gives columns unequal noise; use it on the covariance matrix"
    default: nil
    }
  }

  private func invalid(_ allowed: String) -> LearningError {
    .invalidOption(name: "components", value: description, allowed: allowed)
  }
}
