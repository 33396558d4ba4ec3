import Learning
import LinearAlgebra
import Optimization

extension LogisticRegression {
  func coordinateDescent(_ objective: LogisticObjective, from start: [Double]) throws(LearningError) -> Minimum {
    guard objective.outputs == 1 else {
      throw .invalidOption(
        name: "solver", value: "coordinateDescent for \(objective.outputs) classes",
        allowed: "automatic or proximalGradient for more than two classes")
    }
    var course = CoordinateCourse(objective, from: objective.scaling.coefficients(at: start))
    return objective.standardized(
      try course.minimize(l1: penalty.l1, l2: penalty.l2, method: CoordinateDescent(tolerance: tolerance)))
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

extension CoordinateCourse where Loss == BinaryLogisticLoss, Columns == Matrix {
  /// A course for the losses of an objective of two classes, whatever its penalty.
  ///
  /// - Parameter start: coefficients in the features' own units; zeros where nil.
  init(_ objective: LogisticObjective, from start: [Double]? = nil) {
    self.init(
      BinaryLogisticLoss(classIndices: objective.classIndices, weights: objective.weights), objective.x,
      scaling: objective.scaling, hasIntercept: objective.hasIntercept, start: start)
  }
}
