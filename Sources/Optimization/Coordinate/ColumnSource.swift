package import LinearAlgebra

/// The features of a linear model, seen by columns.
package protocol ColumnSource: Sendable {
  associatedtype Block: ColumnBlock

  var rowCount: Int { get }
  var columnCount: Int { get }

  /// Xᵀ v, for all columns in one pass.
  func transposeMultiplied(by vector: [Double]) -> [Double]

  /// The given columns, less their centers, copied to where they lie together.
  ///
  /// - Parameter block: what was gathered before, to which they are appended.
  func gathered(_ indices: [Int], center: [Double], after block: Block?) -> Block
}

/// A few columns that are used many times. Vectors have as many elements as a column.
package protocol ColumnBlock: Sendable {
  var columnCount: Int { get }

  /// aₖᵀ v.
  func dot(_ k: Int, _ vector: UnsafePointer<Double>) -> Double

  /// aₖᵀ D aₖ.
  func squaredNorm(_ k: Int, weights: UnsafePointer<Double>) -> Double

  /// target += factor · D aₖ.
  func add(_ factor: Double, _ k: Int, weights: UnsafePointer<Double>, to target: UnsafeMutablePointer<Double>)

  /// A v, where v has an element for each column of the block.
  func multiplied(by vector: [Double]) -> [Double]

  /// The products of the given columns, followed by a column of ones where asked for, with each other: Aᵀ D A.
  func gram(of columns: [Int], appendingOnes: Bool, weights: [Double]) -> Matrix
}

extension ColumnBlock {
  /// Aᵀ v.
  func dots(_ vector: [Double]) -> [Double] {
    vector.withUnsafeBufferPointer { vector in
      each { k in vector.baseAddress.map { dot(k, $0) } ?? 0 }
    }
  }

  /// The diagonal of Aᵀ D A.
  func squaredNorms(weights: [Double]) -> [Double] {
    weights.withUnsafeBufferPointer { weights in
      each { k in weights.baseAddress.map { squaredNorm(k, weights: $0) } ?? 0 }
    }
  }

  private func each(_ body: (Int) -> Double) -> [Double] {
    var result = [Double](repeating: 0, count: columnCount)
    result.withUnsafeMutableBufferPointer { result in
      forBlocks(of: columnCount, length: 32) { block in
        for k in block { result[k] = body(k) }
      }
    }
    return result
  }
}
