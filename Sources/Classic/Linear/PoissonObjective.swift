import Learning
import LinearAlgebra
import Optimization
internal import RealModule

/// Half the deviance of counts, with half a ridge penalty: what a Poisson regression minimises.
///
///     f(β, b) = Σᵢ wᵢ (yᵢ log(yᵢ/μᵢ) - yᵢ + μᵢ) + l2/2 ‖β‖²,  log μᵢ = oᵢ + b + xᵢᵀβ
///
/// It is the negative log-likelihood less that of means which equal the counts: the terms are small where the fit is
/// good, so that little is lost in their sum. Points are the d standardised coefficients, and the intercept that
/// belongs to centred features.
struct PoissonObjective {
  let x: Matrix
  let counts: [Double]
  let weights: [Double]?
  let offsets: [Double]?
  let scaling: ColumnScaling
  let hasIntercept: Bool
  let l2: Double
  /// log yᵢ; zero for a count of zero, where it is multiplied by it.
  private let logCounts: [Double]

  init(_ samples: RegressionSamples, scaling: ColumnScaling, hasIntercept: Bool, l2: Double) {
    x = samples.x
    counts = samples.targets
    weights = samples.weights
    offsets = samples.offsets
    self.scaling = scaling
    self.hasIntercept = hasIntercept
    self.l2 = l2
    logCounts = samples.targets.map { $0 > 0 ? .log($0) : 0 }
  }

  /// Σ wᵢ yᵢ.
  var totalCount: Double { counts.indices.reduce(0) { $0 + (weights?[$1] ?? 1) * counts[$1] } }

  /// No features, and the intercept with which the means sum to the counts; half a count where there is none at all.
  var start: [Double] {
    let coefficients = [Double](repeating: 0, count: x.columnCount)
    guard hasIntercept else { return coefficients }
    let total = totalCount
    return coefficients + [.log(total > 0 ? total : 0.5) - logExposure]
  }

  /// log Σ wᵢ exp(oᵢ), without overflow.
  var logExposure: Double {
    guard let offsets else { return .log(scaling.weight) }
    return VectorMath.logSumExp(offsets.indices.map { offsets[$0] + .log(weights?[$0] ?? 1) })
  }

  /// One pass over the rows.
  ///
  /// - Parameter keep: sees the means of a block's rows.
  private func evaluate(
    at point: [Double], gradient: inout [Double],
    _ keep: (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Void = { _, _ in }
  ) -> Double {
    let coefficients = scaling.coefficients(at: point)
    let intercept = scaling.intercept(at: point, coefficients)
    let column = Matrix(rowCount: coefficients.count, columnCount: 1) { _ = $0.initialize(from: coefficients) }
    let pass = FusedProduct(x, column).run { rows, scores in
      turnIntoResiduals(scores, rows: rows, intercept: intercept, keep)
    }
    for j in coefficients.indices {
      let raw = pass.product[j, 0] - scaling.center[j] * pass.sums[0] + l2 * coefficients[j]
      gradient[j] = raw * scaling.inverseScale[j]
    }
    if hasIntercept { gradient[x.columnCount] = pass.sums[0] }
    return pass.total + 0.5 * l2 * coefficients.reduce(0) { $0 + $1 * $1 }
  }

  /// Adds up the loss of rows whose xᵀβ stand in `scores`, and puts its derivatives in their place: wᵢ (μᵢ - yᵢ).
  private func turnIntoResiduals(
    _ scores: UnsafeMutableBufferPointer<Double>, rows: Range<Int>, intercept: Double,
    _ keep: (Range<Int>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Double {
    var total = 0.0
    for i in scores.indices {
      let row = rows.lowerBound + i
      scores[i] += intercept + (offsets?[row] ?? 0)
      total -= (weights?[row] ?? 1) * counts[row] * (scores[i] - logCounts[row])
    }
    VectorMath.exp(UnsafeBufferPointer(scores), into: scores)
    keep(rows, scores)
    for i in scores.indices {
      let row = rows.lowerBound + i
      scores[i] = (weights?[row] ?? 1) * (scores[i] - counts[row])
      total += scores[i]
    }
    return total
  }
}

extension PoissonObjective: TwiceDifferentiableFunction {
  var dimension: Int { x.columnCount + (hasIntercept ? 1 : 0) }

  /// The sum of the counts: the gradient over standardised features is of that size.
  var gradientScale: Double {
    let total = totalCount
    return total > 0 ? total : scaling.weight
  }

  func value(at point: [Double], gradient: inout [Double]) -> Double { evaluate(at: point, gradient: &gradient) }

  func value(at point: [Double], gradient: inout [Double], hessian: inout Matrix) -> Double {
    var curvatures = [Double](repeating: 0, count: x.rowCount)
    let value = curvatures.withUnsafeMutableBufferPointer { curvatures in
      evaluate(at: point, gradient: &gradient) { rows, means in
        for i in means.indices {
          curvatures[rows.lowerBound + i] = (weights?[rows.lowerBound + i] ?? 1) * means[i]
        }
      }
    }
    write(scaling.scatter(x, weights: curvatures), into: &hessian)
    return value
  }

  /// Σ w μ x̃x̃ᵀ with the intercept's row, and the penalty.
  private func write(_ scatter: ColumnScaling.Scatter, into hessian: inout Matrix) {
    let d = x.columnCount
    for i in 0..<d {
      for j in 0..<d { hessian[i, j] = scatter.products[i, j] }
      let inverse = scaling.inverseScale[i]
      // A column without use has no curvature of its own; its coefficient stays where it is.
      hessian[i, i] += inverse == 0 ? 1 : l2 * inverse * inverse
      guard hasIntercept else { continue }
      hessian[i, d] = scatter.sums[i]
      hessian[d, i] = scatter.sums[i]
    }
    if hasIntercept { hessian[d, d] = scatter.weight }
  }
}
