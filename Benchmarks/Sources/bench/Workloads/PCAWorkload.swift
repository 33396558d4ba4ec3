import Decomposition
import Learning

/// A workload whose outcome is principal components, which are judged by the variance that they capture.
protocol PCAWorkload: Workload where Outcome == PCA.Model {}

extension PCAWorkload {
  func report(of model: PCA.Model) -> FitReport { model.report }

  func write(_ model: PCA.Model, to output: Folder) throws(LearningError) {
    try output.write(model.components, as: "components")
    try output.write(model.explainedVariance, as: "variances")
  }
}
