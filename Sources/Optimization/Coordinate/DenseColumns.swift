package import LinearAlgebra

/// Columns of a dense matrix, copied one after the other.
package struct DenseColumns: ColumnBlock {
  /// A row is a column.
  private let columns: Matrix

  init(_ columns: Matrix) { self.columns = columns }

  package var columnCount: Int { columns.rowCount }
  private var length: Int { columns.columnCount }

  package func dot(_ k: Int, _ vector: UnsafePointer<Double>) -> Double {
    withColumn(k) { column in
      // Sixteen sums: as many additions are under way as the processor can take.
      var sums = SIMD16<Double>()
      var i = 0
      while i + 16 <= length {
        sums += load(column + i) * load(vector + i)
        i += 16
      }
      var rest = 0.0
      while i < length {
        rest += column[i] * vector[i]
        i += 1
      }
      return sums.sum() + rest
    }
  }

  package func squaredNorm(_ k: Int, weights: UnsafePointer<Double>) -> Double {
    withColumn(k) { column in
      var sums = SIMD16<Double>()
      var i = 0
      while i + 16 <= length {
        let elements = load(column + i)
        sums += elements * elements * load(weights + i)
        i += 16
      }
      var rest = 0.0
      while i < length {
        rest += column[i] * column[i] * weights[i]
        i += 1
      }
      return sums.sum() + rest
    }
  }

  package func add(
    _ factor: Double, _ k: Int, weights: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>
  ) {
    withColumn(k) { column in
      for i in 0..<length { target[i] += factor * weights[i] * column[i] }
    }
  }

  package func multiplied(by vector: [Double]) -> [Double] { columns.transposeMultiplied(by: vector) }

  package func gram(of indices: [Int], appendingOnes: Bool, weights: [Double]) -> Matrix {
    let roots = weights.map { $0.squareRoot() }
    let count = indices.count + (appendingOnes ? 1 : 0)
    let scaled = Matrix(rowCount: count, columnCount: length) { target in
      forBlocks(of: count, length: 32) { block in
        for k in block {
          let row = UnsafeMutableBufferPointer(rebasing: target[k * length..<(k + 1) * length])
          if k < indices.count {
            withColumn(indices[k]) { for i in 0..<length { row[i] = roots[i] * $0[i] } }
          } else {
            _ = row.initialize(from: roots)
          }
        }
      }
    }
    return scaled.rowGram()
  }

  private func withColumn<Result>(_ k: Int, _ body: (UnsafePointer<Double>) -> Result) -> Result {
    columns.withUnsafeBufferPointer { elements in
      guard let base = elements.baseAddress else { preconditionFailure("The block has no column \(k)") }
      return body(base + k * length)
    }
  }

  private func load(_ pointer: UnsafePointer<Double>) -> SIMD16<Double> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD16<Double>.self)
  }

  /// Writes the columns, one after the other.
  func copy(into target: UnsafeMutableBufferPointer<Double>) {
    columns.withUnsafeBufferPointer { _ = target.update(fromContentsOf: $0) }
  }
}
