import Learning
import LinearAlgebra

/// Gradient descent on a mean log loss with a ridge penalty, by hand: w ← w - 1/L ∇f(w), from zero.
struct GradientSteps {
  /// How many steps were made.
  let steps: Int
  /// The loss after them, less the least one.
  let gap: Double
  /// The largest curvature of the loss at its minimum over the smallest.
  let conditionNumber: Double

  /// - Parameters:
  ///   - l2: the strength of the penalty on the sum of the losses.
  ///   - limit: the most steps.
  init(_ features: Matrix, _ isMalignant: [Bool], l2: Double, limit: Int, tolerance: Double = 1e-6) throws {
    let loss = try PenalizedLoss(features, isMalignant, l2: l2)
    let least = loss.value(at: loss.minimum)
    let rate = 1 / loss.largestCurvature
    var weights = [Double](repeating: 0, count: features.columnCount + 1)
    var step = 0
    while step < limit, loss.value(at: weights) - least > tolerance {
      weights = zip(weights, loss.gradient(at: weights)).map { $0 - rate * $1 }
      step += 1
    }
    steps = step
    gap = loss.value(at: weights) - least
    let curvatures = try loss.curvature(at: loss.minimum).symmetricEigenvalues()
    conditionNumber = (curvatures.first ?? .nan) / (curvatures.last ?? .nan)
  }
}
