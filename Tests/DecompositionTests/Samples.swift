import Decomposition
import Learning
import LinearAlgebra

/// Samples made for a purpose, the same for the same seed.
enum Samples {
  /// n x d: independent normal columns, that of index j times `deviation(j)`, then rotated at random, so that every
  /// column has a part in every direction.
  static func normal(
    _ n: Int, _ d: Int, seed: UInt64 = 1, deviation: (Int) -> Double = { 1 / Double($0 + 1) }
  ) throws -> Matrix {
    var generator = SeededGenerator(seed: seed)
    let independent = Matrix.standardNormal(rowCount: n, columnCount: d, using: &generator)
    let rotation = try Matrix.standardNormal(rowCount: d, columnCount: d, using: &generator).orthonormalRows()
    return independent.multiplied(by: .diagonal((0..<d).map(deviation))).multiplied(by: rotation)
  }

  /// n x d whole numbers from -50 to 50, to which a whole offset can be added exactly.
  static func wholeNumbers(_ n: Int, _ d: Int, seed: UInt64 = 1) throws -> Matrix {
    try normal(n, d, seed: seed).map { max(-50, min(50, ($0 * 20).rounded())) }
  }
}

extension Matrix {
  /// This matrix with `change` of the elements of column `j`.
  func changingColumn(_ j: Int, _ change: (Double) -> Double) -> Matrix {
    var result = self
    for i in 0..<rowCount { result[i, j] = change(self[i, j]) }
    return result
  }
}

/// The solvers that find every eigenvalue.
let exactSolvers: [PCA.Solver] = [.covariance, .gram, .svd, .automatic]
/// All of them; to be used with `.count`.
let allSolvers = exactSolvers + [.randomized()]

extension PCA {
  /// A fit that repeats, whatever the solver.
  func fitRepeatably(_ x: Matrix, weights: [Double]? = nil, seed: UInt64 = 1) throws(LearningError) -> Model {
    var generator = SeededGenerator(seed: seed)
    return try fit(x, weights: weights, using: &generator)
  }
}
