import Learning
import LinearAlgebra
import Stats

/// The information of a logistic regression about its intercept and coefficients, the matrix of second derivatives of
/// the sum of the losses: Zᵀ W Z, with a column of ones first and wᵢ = pᵢ (1 - pᵢ).
func information(_ features: Matrix, probabilities: [Double]) -> Matrix {
  let d = features.columnCount
  let rows = Matrix(rowCount: features.rowCount, columnCount: d + 1) { elements in
    for (i, p) in probabilities.enumerated() {
      let root = (p * (1 - p)).squareRoot()
      elements[i * (d + 1)] = root
      for j in 0..<d { elements[i * (d + 1) + j + 1] = root * features[i, j] }
    }
  }
  return rows.gram()
}

/// What an L2 penalty adds to it: its strength on the diagonal, but for the intercept.
func ridge(_ information: Matrix, l2: Double) -> Matrix {
  let strengths = [0] + [Double](repeating: l2, count: information.rowCount - 1)
  return information + Matrix.diagonal(strengths)
}

/// How many free coefficients a penalised fit is worth: the trace of (H + l2 D)⁻¹ H, which is their number without a
/// penalty and falls towards 1, the intercept.
func effectiveDegreesOfFreedom(_ information: Matrix, l2: Double) throws -> Double {
  try Cholesky(of: ridge(information, l2: l2)).solve(information).diagonal.reduce(0, +)
}

func conditionNumber(_ matrix: Matrix) throws -> Double {
  let values = try matrix.symmetricEigenvalues()
  return (values.max() ?? .nan) / (values.min() ?? .nan)
}
