/// The protocols that a configuration can conform to.
package enum EstimatorKind: String, CaseIterable, Sendable {
  case classifier, regressor, transformer
}
