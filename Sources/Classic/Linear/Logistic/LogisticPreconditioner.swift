import LinearAlgebra

/// What stands for the Hessian of a logistic loss between the iterations of a method that does not compute it.
///
/// It is the Hessian of a sample of the rows, so that it costs a fraction of one; it decides how fast the minimum is
/// found, never where it is.
struct LogisticPreconditioner {
  private let factor: Cholesky
  /// How many blocks of the variables, which are interleaved, it is used for.
  private let blocks: Int

  /// The Hessian itself, at a point of the sample's objective.
  ///
  /// Nil where it is not finite.
  init?(hessianOf sample: LogisticObjective, at point: [Double]) {
    var gradient = [Double](repeating: 0, count: sample.dimension)
    var hessian = Matrix.zeros(sample.dimension, sample.dimension)
    _ = sample.value(at: point, gradient: &gradient, hessian: &hessian)
    self.init(hessian, rows: sample.x.rowCount)
  }

  /// - Parameter rows: so many rows the Hessian was computed from.
  init?(_ hessian: Matrix, rows: Int) { self.init(hessian, rows: rows, blocks: 1) }

  /// One block on the Hessian's diagonal, the same for every output, where the whole would be too large.
  ///
  /// Where the K probabilities of a row are equal, the Hessian is (I - 1 1ᵀ/K)/K of the outputs by x xᵀ of the
  /// features, and gradients sum up to zero over the outputs, so that 1/K is its eigenvalue for all of them. Elsewhere
  /// a row's weight is the average p (1 - p) K/(K - 1), which is 1/K there (1/4 and p (1 - p) for two classes).
  init?(blockOf sample: LogisticObjective, at point: [Double]) {
    var gradient = [Double](repeating: 0, count: sample.dimension)
    let probabilities = sample.curvature(at: point, gradient: &gradient).curvature
    let m = sample.outputs
    let curvatures = (0..<sample.x.rowCount).map { i in
      let sum = probabilities.row(i).reduce(0) { $0 + $1 * (1 - $1) }
      return (sample.weights?[i] ?? 1) * sum / Double(max(1, m - 1))
    }
    self.init(sample.block(curvatures), rows: sample.x.rowCount, blocks: m)
  }

  private init?(_ hessian: Matrix, rows: Int, blocks: Int) {
    // As if one more row had come for every direction: a sample may not know them all.
    var raised = hessian
    let mean = hessian.diagonal.reduce(0, +) / Double(max(1, hessian.rowCount))
    for i in 0..<hessian.rowCount { raised[i, i] += mean / Double(rows) }
    guard let factor = try? Cholesky(of: raised) else { return nil }
    self.factor = factor
    self.blocks = blocks
  }

  /// A⁻¹ v.
  func solve(_ v: [Double]) -> [Double] {
    let right = Matrix(rowCount: factor.factor.rowCount, columnCount: blocks) { elements in
      for i in elements.indices { elements[i] = v[i] }
    }
    // What cannot be solved is not finite, and a line search refuses it.
    return (try? factor.solve(right).elements).map(Array.init) ?? v.map { _ in .nan }
  }
}
