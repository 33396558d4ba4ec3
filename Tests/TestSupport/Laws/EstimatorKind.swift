/// The protocols that a configuration can conform to.
package enum EstimatorKind: String, CaseIterable, Sendable {
  case classifier, regressor, transformer
  /// Transformers that look at the classes or the targets of the samples.
  case classificationStep = "classification step"
  case regressionStep = "regression step"

  package var protocolName: String {
    switch self {
    case .classifier: "ClassifierEstimator"
    case .regressor: "RegressorEstimator"
    case .transformer: "TransformerEstimator"
    case .classificationStep: "ClassificationStep"
    case .regressionStep: "RegressionStep"
    }
  }
}
