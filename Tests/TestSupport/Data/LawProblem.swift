import Foundation
import Learning
import LinearAlgebra

/// Samples with labels, targets and weights, of which each kind of estimator takes what it needs.
package struct LawProblem: Sendable {
  package var x: Matrix
  package var labels: [Int]
  package var targets: [Double]
  package var weights: [Double]?

  /// Normal blobs, and a linear trend with a little noise.
  ///
  /// Class k, which is that of row i where i mod K = k, is centred at 4 in the columns j with j mod K = k and at 0 in
  /// the others, with unit variance: centres are at least 5.6 standard deviations apart.
  package static func blobs(rowCount: Int, columnCount: Int, classCount: Int, seed: UInt64) -> LawProblem {
    precondition(
      classCount <= columnCount, "\(classCount) blobs need as many columns; there are \(columnCount)")
    var generator = SeededGenerator(seed: seed)
    var x = Matrix.standardNormal(rowCount: rowCount, columnCount: columnCount, using: &generator)
    let noise = Matrix.standardNormal(rowCount: rowCount, columnCount: 1, using: &generator)
    var targets = [Double](repeating: 0, count: rowCount)
    x.withUnsafeMutableBufferPointer { x in
      for i in 0..<rowCount {
        targets[i] = 3 + 0.1 * noise[i, 0]
        for j in 0..<columnCount {
          if j % classCount == i % classCount { x[i * columnCount + j] += 4 }
          targets[i] += slope(ofColumn: j) * x[i * columnCount + j]
        }
      }
    }
    return LawProblem(x: x, labels: (0..<rowCount).map { $0 % classCount }, targets: targets, weights: nil)
  }

  private static func slope(ofColumn j: Int) -> Double {
    (j % 2 == 0 ? 1 : -1) * (1 + 0.5 * Double(j % 3))
  }
}

extension LawProblem {
  package var rowCount: Int { x.rowCount }
  package var columnCount: Int { x.columnCount }

  /// The rows with the given indices, with all that belongs to them.
  package func selecting(_ rows: [Int]) -> LawProblem {
    LawProblem(
      x: x.selectingRows(rows), labels: rows.map { labels[$0] }, targets: rows.map { targets[$0] },
      weights: weights.map { weights in rows.map { weights[$0] } })
  }

  /// The rows of this problem, then those of another; both have weights or neither.
  func appending(_ other: LawProblem) -> LawProblem {
    LawProblem(
      x: x.appending(rowsOf: other.x), labels: labels + other.labels, targets: targets + other.targets,
      weights: weights.map { $0 + (other.weights ?? []) })
  }

  /// The same samples, with whole numbers near the exponential of a fifth of each target.
  func withCounts() -> LawProblem {
    var changed = self
    changed.targets = targets.map { exp(0.2 * $0).rounded() }
    return changed
  }

  /// The same samples, with half of each feature rounded to 0, 1 or 2.
  func withCategories() -> LawProblem {
    var x = x
    x.withUnsafeMutableBufferPointer { elements in
      for i in elements.indices { elements[i] = min(max((elements[i] / 2).rounded(), 0), 2) }
    }
    return with(x: x)
  }

  package func with(x: Matrix) -> LawProblem {
    var changed = self
    changed.x = x
    return changed
  }

  package func with(weights: [Double]?) -> LawProblem {
    var changed = self
    changed.weights = weights
    return changed
  }

  /// The same samples with one feature set.
  package func with(_ value: Double, row: Int, column: Int) -> LawProblem {
    with(x: x.setting(value, row: row, column: column))
  }

  /// Labels and targets drawn out or cut short to another number.
  package func withCompanions(count: Int) -> LawProblem {
    var changed = self
    changed.labels = (0..<count).map { labels[$0 % rowCount] }
    changed.targets = (0..<count).map { targets[$0 % rowCount] }
    return changed
  }
}

extension Matrix {
  func setting(_ value: Double, row: Int, column: Int) -> Matrix {
    var changed = self
    changed[row, column] = value
    return changed
  }

  /// The matrix with one more column at its right.
  func appending(column: [Double]) -> Matrix {
    var result = Matrix.zeros(rowCount, columnCount + 1)
    for i in 0..<rowCount {
      for j in 0..<columnCount { result[i, j] = self[i, j] }
      result[i, columnCount] = column[i]
    }
    return result
  }

  /// The rows of this matrix, then those of another with as many columns.
  func appending(rowsOf other: Matrix) -> Matrix {
    var result = Matrix.zeros(rowCount + other.rowCount, columnCount)
    for i in 0..<result.rowCount {
      for j in 0..<columnCount { result[i, j] = i < rowCount ? self[i, j] : other[i - rowCount, j] }
    }
    return result
  }
}
