import Learning
import LinearAlgebra
import Optimization

/// The logistic loss less half the logarithm of the information's determinant: minus Firth's penalised log-likelihood
///
///     l(β) + ½ log|I(β)|
///
/// which is the logarithm of the posterior under Jeffreys' prior. Its maximum has a bias of the order of n⁻² where that
/// of the likelihood has n⁻¹, and is finite for data that are separated, for there the information vanishes.
///
/// What it gives as its Hessian is the information, as in Fisher's scoring: Newton's method with it solves the modified
/// score equations Σ wᵢ (yᵢ - pᵢ + hᵢ (½ - pᵢ)) xᵢ = 0, hᵢ being the leverages.
///
/// Points are those of the loss.
///
/// Source: D. Firth, Bias reduction of maximum likelihood estimates, Biometrika 80(1), 1993,
/// doi:10.1093/biomet/80.1.27; G. Heinze and M. Schemper, A solution to the problem of separation in logistic
/// regression, Statistics in Medicine 21(16), 2002, doi:10.1002/sim.1047.
struct FirthObjective: TwiceDifferentiableFunction {
  typealias Curvature = Matrix

  private let loss: LogisticObjective
  /// The standardised features and a column of ones for the intercept.
  private let design: Matrix

  /// - Parameter loss: of two classes, without a penalty, its columns independent.
  init(_ loss: LogisticObjective) {
    self.loss = loss
    design = loss.scaling.design(loss.x, weights: nil, hasIntercept: loss.hasIntercept)
  }

  var dimension: Int { loss.dimension }
  var gradientScale: Double { loss.gradientScale }

  func value(at point: [Double], gradient: inout [Double]) -> Double {
    var information = Matrix.zeros(dimension, dimension)
    return value(at: point, gradient: &gradient, hessian: &information)
  }

  /// - Returns: infinity where the information is singular in all its digits.
  func value(at point: [Double], gradient: inout [Double], hessian information: inout Matrix) -> Double {
    let (value, column) = loss.curvature(at: point, gradient: &gradient)
    let probabilities = column.elements
    information = self.information(probabilities)
    guard let factor = try? Cholesky(of: information), let inverse = try? factor.inverse() else { return .infinity }
    let solutions = design.multiplied(by: inverse)
    // wᵢ hᵢ (½ - pᵢ), for ∂/∂β ½ log|I| = ½ tr(I⁻¹ ∂I/∂β) and the derivative of p (1 - p) is p (1 - p) (1 - 2p).
    let terms = probabilities.indices.map { i in
      let p = probabilities[i]
      let leverage = p * (1 - p) * zip(solutions.row(i), design.row(i)).reduce(0) { $0 + $1.0 * $1.1 }
      return (loss.weights?[i] ?? 1) * leverage * (0.5 - p)
    }
    for (j, slope) in design.transposeMultiplied(by: terms).enumerated() { gradient[j] -= slope }
    return value - 0.5 * factor.logDeterminant
  }

  /// Σ wᵢ pᵢ (1 - pᵢ) xᵢ xᵢᵀ, with 1 for the columns that have no coefficient.
  private func information(_ probabilities: [Double]) -> Matrix {
    let p = dimension
    let scaled = Matrix(rowCount: design.rowCount, columnCount: p) { elements in
      for (i, row) in design.rows.enumerated() {
        let root = ((loss.weights?[i] ?? 1) * probabilities[i] * (1 - probabilities[i])).squareRoot()
        for j in 0..<p { elements[i * p + j] = root * row[j] }
      }
    }
    var information = scaled.gram()
    for (j, scale) in loss.scaling.inverseScale.enumerated() where scale == 0 { information[j, j] = 1 }
    return information
  }

  /// The largest penalised likelihood; the value of the result is that of the loss alone.
  func minimize(from start: [Double]?, tolerance: Double) throws(LearningError) -> Minimum {
    let start = start ?? [Double](repeating: 0, count: dimension)
    let minimum = try Newton(tolerance: tolerance).minimize(self, from: start)
    var report = minimum.report
    report.method = "Firth's penalised likelihood, " + report.method
    return Minimum(
      point: minimum.point, value: loss.value(at: minimum.point), evaluations: minimum.evaluations, report: report)
  }
}
