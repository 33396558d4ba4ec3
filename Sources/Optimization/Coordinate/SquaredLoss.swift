/// Half the weighted squared residuals, 1/2 Σᵢ wᵢ (zᵢ - yᵢ)².
package struct SquaredLoss: SeparableLoss {
  private let targets: [Double]
  private let weights: [Double]?

  package init(targets: [Double], weights: [Double]? = nil) {
    self.targets = targets
    self.weights = weights
  }

  package var count: Int { targets.count }
  package var isQuadratic: Bool { true }

  package func value(at predictors: [Double]) -> Double {
    var sum = 0.0
    for i in targets.indices {
      let residual = predictors[i] - targets[i]
      sum += (weights?[i] ?? 1) * residual * residual
    }
    return 0.5 * sum
  }

  package func evaluate(at predictors: [Double], slopes: inout [Double], curvatures: inout [Double]) -> Double {
    for i in targets.indices {
      let weight = weights?[i] ?? 1
      slopes[i] = weight * (predictors[i] - targets[i])
      curvatures[i] = weight
    }
    return value(at: predictors)
  }

  /// (1 - s)² f(z), for φ*(u) = u²/2 + u y.
  package func conjugateGap(at predictors: [Double], share: Double) -> Double {
    (1 - share) * (1 - share) * value(at: predictors)
  }
}
