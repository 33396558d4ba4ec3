import LinearAlgebra
import Optimization

extension ColumnScaling {
  /// The columns that are linear combinations of those before them and the intercept: what the columns before leave of
  /// its variance is at most 1e-11 of it.
  ///
  /// - Complexity: O(n d² + d³).
  func dependentColumns(of x: Matrix, weights: [Double]?, hasIntercept: Bool) -> [Int] {
    let useful = inverseScale.indices.filter { inverseScale[$0] > 0 }
    guard useful.count > 1 || !hasIntercept else { return [] }
    let scatter = scatter(x, weights: weights)
    guard scatter.weight > 0 else { return [] }
    let products = (scatter.products / scatter.weight).selectingRows(useful).selectingColumns(useful)
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
}
