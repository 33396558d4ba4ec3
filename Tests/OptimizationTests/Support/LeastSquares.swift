import LinearAlgebra
import Optimization

/// |Ax - b|²/2, a sum over the rows of A.
struct LeastSquares: FiniteSum {
  let a: Matrix
  let b: [Double]

  init(_ a: Matrix, _ b: [Double]) {
    self.a = a
    self.b = b
  }

  /// Rows from the standard normal distribution, and b = A (1, -2, 3, -4, ...) plus as much noise.
  init(rowCount: Int, dimension: Int, noise: Double = 1, using generator: inout some RandomNumberGenerator) {
    let data = Matrix.standardNormal(rowCount: rowCount, columnCount: dimension + 1, using: &generator)
    a = data.selectingColumns(0..<dimension)
    b = (0..<rowCount).map { i in
      (0..<dimension).reduce(noise * data[i, dimension]) { sum, j in
        sum + Double(j.isMultiple(of: 2) ? j + 1 : -j - 1) * data[i, j]
      }
    }
  }

  var dimension: Int { a.columnCount }
  var termCount: Int { a.rowCount }
  var gradientScale: Double { Double(termCount) }

  func value(at x: [Double], gradient: inout [Double]) -> Double {
    add(0..<termCount, at: x, to: &gradient)
  }

  func gradient(of terms: ArraySlice<Int>, at x: [Double], into gradient: inout [Double]) {
    _ = add(terms, at: x, to: &gradient)
  }

  func value(of terms: ArraySlice<Int>, at x: [Double]) -> Double {
    var gradient = x
    return add(terms, at: x, to: &gradient)
  }

  private func add(_ terms: some Sequence<Int>, at x: [Double], to gradient: inout [Double]) -> Double {
    for j in gradient.indices { gradient[j] = 0 }
    var value = 0.0
    for i in terms {
      var residual = -b[i]
      for j in x.indices { residual += a[i, j] * x[j] }
      for j in x.indices { gradient[j] += residual * a[i, j] }
      value += 0.5 * residual * residual
    }
    return value
  }

  /// The minimum with l2/2 |x|² added, from the normal equations.
  func solution(l2: Double = 0) throws -> [Double] {
    var gram = a.gram()
    for j in 0..<dimension { gram[j, j] += l2 }
    return try Cholesky(of: gram).solve(a.transposeMultiplied(by: b))
  }
}
