import Learning
import LinearAlgebra
import Optimization

/// Without a penalty the softmax does not change when a vector is added to all classes' coefficients, so that its
/// Hessian is singular. Against a class of reference, whose coefficients are zero, it has a unique optimum.
extension LogisticObjective {
  /// Newton's method on the coefficients of the other classes.
  func minimizeByNewton(from start: [Double], tolerance: Double) throws(LearningError) -> Minimum {
    let origin = start.indices.map { start[$0] - start[$0 - $0 % outputs] }
    let relative = FixedVariables(self, fixing: { $0 % outputs == 0 }, at: origin)
    let minimum = try Newton(tolerance: tolerance).minimize(relative, from: relative.restricted(origin)) {
      isWorthwhile(relative.point(at: $0))
    }
    return Minimum(
      point: relative.point(at: minimum.point), value: minimum.value, evaluations: minimum.evaluations,
      report: minimum.report)
  }

  /// The information of the parameters less those of the first class: the others' block of the Hessian, class by class,
  /// each with its coefficients and then its intercept.
  func relativeInformation(at point: [Double]) -> Matrix {
    var gradient = [Double](repeating: 0, count: dimension)
    var hessian = Matrix.zeros(dimension, dimension)
    _ = value(at: point, gradient: &gradient, hessian: &hessian)
    guard outputs > 1 else { return hessian }
    let order = (1..<outputs).flatMap { k in stride(from: k, to: dimension, by: outputs) }
    return hessian.selectingRows(order).selectingColumns(order)
  }
}
