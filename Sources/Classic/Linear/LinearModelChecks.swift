import Learning
import LinearAlgebra

/// Checks how close to zero a certificate must come.
func requireTolerance(_ tolerance: Double) throws(LearningError) {
  guard tolerance >= 0 else {
    throw .invalidOption(name: "tolerance", value: "\(tolerance)", allowed: "zero or positive")
  }
}

/// b + xᵀβ of each row; an overflow is an error and not an infinite number.
func linearPredictors(_ x: Matrix, _ coefficients: [Double], _ intercept: Double) throws(LearningError) -> [Double] {
  var predictors = x.multiplied(by: coefficients)
  for i in predictors.indices { predictors[i] += intercept }
  guard predictors.allSatisfy(\.isFinite) else {
    throw .linearAlgebra(.overflow(operation: "product of features and coefficients"))
  }
  return predictors
}
