import Learning
import Optimization

extension LogisticRegression {
  func coordinateDescent(_ objective: LogisticObjective) throws(LearningError) -> Minimum {
    guard objective.outputs == 1 else {
      throw .invalidOption(
        name: "solver", value: "coordinateDescent for \(objective.outputs) classes",
        allowed: "automatic or proximalGradient for more than two classes")
    }
    let minimum = try CoordinateDescent(tolerance: tolerance).minimize(
      BinaryLogisticLoss(classIndices: objective.classIndices, weights: objective.weights), of: objective.x,
      scaling: objective.scaling, l1: penalty.l1, l2: penalty.l2, hasIntercept: objective.hasIntercept)
    return objective.standardized(minimum)
  }
}

extension LogisticObjective {
  /// A minimum in the features' own units as one in terms of standardised coefficients.
  func standardized(_ minimum: Minimum) -> Minimum {
    let d = x.columnCount
    var point = minimum.point
    for j in 0..<d {
      let inverse = scaling.inverseScale[j]
      if hasIntercept { point[d] += scaling.center[j] * minimum.point[j] }
      point[j] = inverse > 0 ? minimum.point[j] / inverse : 0
    }
    return Minimum(point: point, value: minimum.value, evaluations: minimum.evaluations, report: minimum.report)
  }
}
