import Learning
import LinearAlgebra
import Optimization
internal import RealModule

extension FitWarning.Kind {
  /// A hyperplane separates the classes, or some rows of them: there are no finite maximum likelihood estimates.
  public static let separation = FitWarning.Kind(rawValue: "separation")
}

extension LogisticObjective {
  /// The log-likelihood where each class has its share as the probability of every row.
  func nullLogLikelihood(classCount: Int) -> Double {
    weightOfClasses(classCount).reduce(0) { $0 + ($1 > 0 ? $1 * .log($1 / scaling.weight) : 0) }
  }

  private func weightOfClasses(_ classCount: Int) -> [Double] {
    if weights == nil && classCount == 2 {
      // The indices are 0 and 1; their sum waits for no memory.
      let ones = Double(classIndices.reduce(0, +))
      return [Double(classIndices.count) - ones, ones]
    }
    var weightOfClass = [Double](repeating: 0, count: classCount)
    for (row, index) in classIndices.enumerated() { weightOfClass[index] += weights?[row] ?? 1 }
    return weightOfClass
  }

  /// What the method says, with what the data made necessary.
  func report(of minimum: Minimum) -> FitReport {
    var report = minimum.report
    report.method = (outputs == 1 ? "logistic loss, " : "softmax loss, ") + report.method
    let useless = scaling.uselessColumns
    if !useless.isEmpty {
      report.warnings.append(
        FitWarning(
          .constantColumns, columns: useless,
          message: "columns \(useless.map(String.init).joined(separator: ", ")) do not vary; their coefficients "
            + "are 0."))
    }
    if l2 == 0, separates(at: minimum.point) {
      report.warnings.append(
        FitWarning(
          .separation,
          message: "some fitted probabilities are 0 or 1: a hyperplane separates these rows, and without a penalty "
            + "the coefficients grow without bound. Use .l2, or drop the feature that gives the answer away."))
      if report.termination == .converged { report.termination = .diverged }
    }
    return report
  }

  /// Whether some row's probability of its own class is 1 but for 1e-9, the coefficients are large, and the loss has no
  /// curvature left in some direction: where it would go on falling.
  private func separates(at point: [Double]) -> Bool {
    guard (point.map { abs($0) }.max() ?? 0) > 10 else { return false }
    var gradient = [Double](repeating: 0, count: dimension)
    var hessian = Matrix.zeros(dimension, dimension)
    let probabilities = curvature(at: point, gradient: &gradient).curvature
    let isCertain = classIndices.enumerated().contains { row, index in
      outputs == 1
        ? (index == 1 ? 1 - probabilities[row, 0] : probabilities[row, 0]) < 1e-9 : probabilities[row, index] > 1 - 1e-9
    }
    // The softmax has directions without curvature always, and a Hessian of many columns is too large to look at.
    guard isCertain, outputs == 1, dimension <= 500 else { return isCertain }
    _ = value(at: point, gradient: &gradient, hessian: &hessian)
    guard let eigenvalues = try? hessian.symmetricEigenvalues(), let smallest = eigenvalues.last else { return true }
    return smallest <= 1e-7 * scaling.weight
  }

  /// The inverse of the information of intercept and coefficients, in the features' own units; nil where it is
  /// singular.
  func covariance(at point: [Double]) -> Matrix? {
    guard scaling.uselessColumns.isEmpty else { return nil }
    var gradient = [Double](repeating: 0, count: dimension)
    var hessian = Matrix.zeros(dimension, dimension)
    _ = value(at: point, gradient: &gradient, hessian: &hessian)
    guard let inverse = try? Cholesky(of: hessian).inverse() else { return nil }
    // Of a singular matrix rounding may leave a positive one; its inverse is then of the size of one over rounding.
    guard inverse.maximumMagnitude * hessian.maximumMagnitude < 1e14 else { return nil }
    let change = unscaling
    return change.multiplied(by: inverse).multiplied(byTransposeOf: change)
  }

  /// What turns standardised coefficients, the intercept last, into intercept and coefficients in the features' units.
  private var unscaling: Matrix {
    let d = x.columnCount
    var change = Matrix.zeros(dimension, dimension)
    let first = hasIntercept ? 1 : 0
    for j in 0..<d {
      change[first + j, j] = scaling.inverseScale[j]
      if hasIntercept { change[0, j] = -scaling.center[j] * scaling.inverseScale[j] }
    }
    if hasIntercept { change[0, d] = 1 }
    return change
  }
}
