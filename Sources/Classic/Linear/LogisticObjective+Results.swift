import Learning
import LinearAlgebra
import Optimization

extension LogisticObjective {
  /// What the method says, with what the data made necessary.
  ///
  /// - Parameter hasMaximum: whether there are finite estimates whatever the data are.
  func report(of minimum: Minimum, hasMaximum: Bool) -> FitReport {
    var report = minimum.report
    report.method = (outputs == 1 ? "logistic loss, " : "softmax loss, ") + report.method
    report.warnings += columnWarnings(isUnique: hasMaximum)
    if !hasMaximum, let warning = separationWarning(at: minimum.point, hasConverged: report.hasConverged) {
      report.warnings.append(warning)
      report.termination = .diverged
    }
    return report
  }

  /// - Parameter isUnique: whether columns that depend on others leave the optimum unique, as with a penalty.
  private func columnWarnings(isUnique: Bool) -> [FitWarning] {
    var warnings: [FitWarning] = []
    let useless = scaling.constantColumns
    if !useless.isEmpty {
      warnings.append(
        FitWarning(
          .constantColumns, columns: useless,
          message: "columns \(useless.map(String.init).joined(separator: ", ")) do not vary; their coefficients "
            + "are 0."))
    }
    let isDropped = !scaling.droppedColumns.isEmpty
    let dependent = isDropped || isUnique || x.columnCount > 500 ? scaling.droppedColumns : dependentColumns
    if !dependent.isEmpty {
      warnings.append(
        FitWarning(
          .rankDeficient, columns: dependent,
          message: "columns \(dependent.map(String.init).joined(separator: ", ")) are linear combinations of those "
            + "before them; "
            + (isDropped
              ? "their coefficients are 0."
              : "the predictions do not depend on how the coefficients share, but no coefficient can be told apart.")))
    }
    return warnings
  }

  /// The inverse of the information of intercept and coefficients, in the features' own units, of each class less the
  /// first for more than two; nil where it is singular.
  func covariance(at point: [Double]) -> Matrix? {
    guard scaling.inverseScale.allSatisfy({ $0 > 0 }) else { return nil }
    let information = relativeInformation(at: point)
    guard let inverse = try? Cholesky(of: information).inverse() else { return nil }
    // Of a singular matrix rounding may leave a positive one; its inverse is then of the size of one over rounding.
    guard inverse.maximumMagnitude * information.maximumMagnitude < 1e14 else { return nil }
    let p = dimension / outputs
    var covariance = Matrix.zeros(inverse.rowCount, inverse.rowCount)
    for row in stride(from: 0, to: inverse.rowCount, by: p) {
      for column in stride(from: 0, to: inverse.rowCount, by: p) {
        let block = inverse.selectingRows(row..<row + p).selectingColumns(column..<column + p)
        let changed = scaling.covariance(ofPoint: block)
        for i in 0..<p { for j in 0..<p { covariance[row + i, column + j] = changed[i, j] } }
      }
    }
    return covariance
  }
}

extension LogisticObjective {
  var dependentColumns: [Int] { scaling.dependentColumns(of: x, weights: weights, hasIntercept: hasIntercept) }

  /// The same objective with a coefficient of zero for the columns that depend on others.
  func droppingDependentColumns() -> LogisticObjective {
    LogisticObjective(
      x: x, classIndices: classIndices, weights: weights, outputs: outputs,
      scaling: scaling.dropping(dependentColumns), hasIntercept: hasIntercept, l2: l2)
  }
}
