import LinearAlgebra

/// Coefficients to begin with, in the features' own units.
struct LogisticStart {
  /// m x d.
  let coefficients: Matrix
  let intercepts: [Double]

  init(coefficients: Matrix, intercepts: [Double]) {
    self.coefficients = coefficients
    self.intercepts = intercepts
  }

  init(_ core: LogisticRegression.Core) {
    self.init(coefficients: core.coefficients, intercepts: core.intercepts)
  }

  /// Where the regression of one class against the others begins.
  func output(_ index: Int) -> LogisticStart {
    LogisticStart(coefficients: coefficients.selectingRows([index]), intercepts: [intercepts[index]])
  }
}
