import Learning
import LinearAlgebra

extension LogisticObjective {
  /// The columns that are linear combinations of those before them and the intercept: what the columns before leave of
  /// its variance is at most 1e-11 of it.
  ///
  /// - Complexity: O(n d² + d³).
  var dependentColumns: [Int] {
    let useful = scaling.inverseScale.indices.filter { scaling.inverseScale[$0] > 0 }
    guard useful.count > 1 || !hasIntercept, let moments = try? Moments(of: x, weights: weights) else { return [] }
    let scatter = moments.covariance(.maximumLikelihood)
    var products = Matrix.zeros(useful.count, useful.count)
    for (a, i) in useful.enumerated() {
      for (b, j) in useful.enumerated() {
        let distance = (moments.mean[i] - scaling.center[i]) * (moments.mean[j] - scaling.center[j])
        products[a, b] = (scatter[i, j] + distance) * scaling.inverseScale[i] * scaling.inverseScale[j]
      }
    }
    return Self.dependentIndices(of: products).map { useful[$0] }
  }

  /// The indices where Cholesky's factorization of a matrix with unit diagonal has no pivot left, each skipped.
  private static func dependentIndices(of products: Matrix) -> [Int] {
    var left = products
    var dependent: [Int] = []
    for j in 0..<products.rowCount {
      let pivot = left[j, j]
      guard pivot > 1e-11 else {
        dependent.append(j)
        continue
      }
      for i in j + 1..<max(products.rowCount, j + 1) {
        let factor = left[i, j] / pivot
        guard factor != 0 else { continue }
        for k in j + 1..<products.rowCount { left[i, k] -= factor * left[j, k] }
      }
    }
    return dependent
  }

  /// The same objective with a coefficient of zero for the columns that depend on others.
  func droppingDependentColumns() -> LogisticObjective {
    LogisticObjective(
      x: x, classIndices: classIndices, weights: weights, outputs: outputs,
      scaling: scaling.dropping(dependentColumns), hasIntercept: hasIntercept, l2: l2)
  }
}
