import Learning
import LinearAlgebra
import Optimization

/// Half the squared residuals of a sample, with half a ridge penalty: what a linear regression minimises.
///
///     f(β, b) = ½ Σᵢ wᵢ (yᵢ - b - xᵢᵀβ)² + l2/2 ‖β‖²
///
/// The intercept that is best for given coefficients is the mean of y - xᵀβ, so it is no variable: points are the d
/// standardised coefficients.
struct LeastSquaresObjective {
  let x: Matrix
  let targets: [Double]
  let weights: [Double]?
  let scaling: ColumnScaling
  let hasIntercept: Bool
  let l2: Double
  /// The largest certificate with which a fit has converged.
  let tolerance: Double
  /// The weighted mean of the targets; zero without an intercept.
  let targetCenter: Double
  /// The weighted sum of squares of the targets about their center.
  let totalSumOfSquares: Double

  init(_ samples: RegressionSamples, fitsIntercept: Bool, l2: Double, tolerance: Double) throws(LearningError) {
    x = samples.x
    targets = samples.targets
    weights = samples.weights
    hasIntercept = fitsIntercept
    self.l2 = l2
    self.tolerance = tolerance
    scaling = try ColumnScaling(x, weights: weights, centers: fitsIntercept)
    let moments = try LearningError.wrapping { () throws(LinearAlgebraError) in
      let column = try Matrix(rowCount: samples.targets.count, columnCount: 1, elements: samples.targets)
      return try ColumnMoments(of: column, weights: samples.weights)
    }
    targetCenter = fitsIntercept ? moments.mean[0] : 0
    totalSumOfSquares = moments.sumOfSquares[0]
      + (fitsIntercept ? 0 : moments.weight * moments.mean[0] * moments.mean[0])
    guard totalSumOfSquares.isFinite else {
      throw .linearAlgebra(.overflow(operation: "sum of squares of the targets"))
    }
  }

  /// The best intercept for coefficients in the features' own units.
  func intercept(_ coefficients: [Double]) -> Double {
    zip(scaling.center, coefficients).reduce(targetCenter) { $0 - $1.0 * $1.1 }
  }

  /// The weighted sum of squared residuals, and minus the gradient by the coefficients in the features' own units,
  /// Σᵢ wᵢ (xᵢ - center) rᵢ - l2 β: one pass over the rows.
  func evaluate(_ coefficients: [Double]) -> (residualSumOfSquares: Double, descent: [Double]) {
    let intercept = intercept(coefficients)
    let column = Matrix(rowCount: coefficients.count, columnCount: 1) { _ = $0.initialize(from: coefficients) }
    let pass = FusedProduct(x, column).run { rows, scores in
      var total = 0.0
      for i in rows {
        let residual = targets[i] - intercept - scores[i - rows.lowerBound]
        let weighted = (weights?[i] ?? 1) * residual
        total += weighted * residual
        scores[i - rows.lowerBound] = weighted
      }
      return total
    }
    let descent = coefficients.indices.map { j in
      pass.product[j, 0] - scaling.center[j] * pass.sums[0] - l2 * coefficients[j]
    }
    return (pass.total, descent)
  }
}

extension LeastSquaresObjective: DifferentiableFunction {
  var dimension: Int { x.columnCount }

  /// The number of rows times the standard deviation of the targets.
  var gradientScale: Double {
    totalSumOfSquares > 0 ? (scaling.weight * totalSumOfSquares).squareRoot() : scaling.weight
  }

  func value(at point: [Double], gradient: inout [Double]) -> Double {
    let coefficients = scaling.coefficients(at: point)
    let (squares, descent) = evaluate(coefficients)
    for j in point.indices { gradient[j] = -descent[j] * scaling.inverseScale[j] }
    return 0.5 * squares + 0.5 * l2 * coefficients.reduce(0) { $0 + $1 * $1 }
  }
}
