import Foundation
import LinearAlgebra

extension Matrix {
  /// Standard normal elements from a seed.
  static func normal(_ rowCount: Int, _ columnCount: Int, seed: UInt64 = 1) -> Matrix {
    var generator = TestGenerator(seed: seed)
    return .standardNormal(rowCount: rowCount, columnCount: columnCount, using: &generator)
  }

  /// The element in row `i` and column `j` is `element(i, j)`.
  static func filled(_ rowCount: Int, _ columnCount: Int, _ element: (Int, Int) -> Double) -> Matrix {
    var result = Matrix.zeros(rowCount, columnCount)
    for i in 0..<rowCount {
      for j in 0..<columnCount { result[i, j] = element(i, j) }
    }
    return result
  }

  /// The patterns of all elements: what "the same bits" compares, signs of zeros and NaN included.
  var bits: [UInt64] { elements.map(\.bitPattern) }

  /// The largest deviation from `other`, relative to the largest value of `other`.
  func deviation(from other: Matrix) -> Double {
    (self - other).maximumMagnitude / max(other.maximumMagnitude, .leastNormalMagnitude)
  }

  /// How far the rows are from being orthonormal.
  var orthonormalityError: Double {
    (naiveProduct(self, transposed()) - .identity(rowCount)).maximumMagnitude
  }
}

/// A B by the definition, one sum an element.
func naiveProduct(_ a: Matrix, _ b: Matrix) -> Matrix {
  let (n, k, m) = (a.rowCount, a.columnCount, b.columnCount)
  var result = Matrix.zeros(n, m)
  result.withUnsafeMutableBufferPointer { result in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        for i in 0..<n {
          for l in 0..<k {
            let factor = a[i * k + l]
            for j in 0..<m { result[i * m + j] += factor * b[l * m + j] }
          }
        }
      }
    }
  }
  return result
}

/// The largest deviation of two vectors, relative to the largest expected value.
func deviation(_ found: [Double], from expected: [Double]) -> Double {
  guard found.count == expected.count else { return .infinity }
  let scale = expected.reduce(Double.leastNormalMagnitude) { max($0, abs($1)) }
  return zip(found, expected).reduce(0) { max($0, abs($1.0 - $1.1)) } / scale
}
