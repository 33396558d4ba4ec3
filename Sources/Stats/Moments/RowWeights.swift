internal import Learning

/// The weights of a sample in memory, as a kernel is compiled for them.
protocol RowWeights {
  /// Whether every weight is one.
  static var areOnes: Bool { get }

  subscript(row: Int) -> Double { get }

  /// Those of four rows.
  func vector(at row: Int) -> SIMD4<Double>

  /// The total weight of the rows, NaN where one of them is negative, and how many are positive.
  func total(of rows: Range<Int>) -> (weight: Double, count: Int)
}

/// A weight of one for each row. Multiplications by it are gone when the kernel is compiled.
struct UnitWeights: RowWeights {
  static var areOnes: Bool { true }

  @inline(__always)
  subscript(row: Int) -> Double { 1 }

  @inline(__always)
  func vector(at row: Int) -> SIMD4<Double> { SIMD4(repeating: 1) }

  @inline(__always)
  func total(of rows: Range<Int>) -> (weight: Double, count: Int) { (Double(rows.count), rows.count) }
}

struct GivenWeights: RowWeights {
  static var areOnes: Bool { false }

  let base: UnsafePointer<Double>

  @inline(__always)
  subscript(row: Int) -> Double { base[row] }

  @inline(__always)
  func vector(at row: Int) -> SIMD4<Double> { load(base + row) }

  func total(of rows: Range<Int>) -> (weight: Double, count: Int) {
    var (totals, counts, negatives) = (SIMD4<Double>(), SIMD4<Int64>(), SIMD4<Int64>())
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: 4) {
      var four = SIMD4<Double>()
      if start + 4 <= rows.upperBound {
        four = load(base + start)
      } else {
        for row in start..<rows.upperBound { four[row - start] = base[row] }
      }
      totals += four
      counts.replace(with: counts &+ 1, where: four .> 0)
      negatives.replace(with: 1, where: four .< 0)
    }
    return (negatives == .zero ? totals.sum() : .nan, Int(counts.wrappedSum()))
  }
}

extension GivenWeights {
  /// Checks that there is a weight for each row, finite and not negative, and one that is positive.
  static func require(_ weights: [Double]?, count: Int) throws(LearningError) {
    guard let weights else { return }
    let isValid = weights.withUnsafeBufferPointer { buffer in
      guard buffer.count == count, let base = buffer.baseAddress else { return false }
      let total = GivenWeights(base: base).total(of: 0..<count)
      return total.weight.isFinite && total.count > 0
    }
    // Slower, and says what is wrong.
    if !isValid { _ = try WeightedRows(weights, rowCount: count) }
  }
}

/// Four numbers from any place in memory.
@inline(__always)
func load(_ pointer: UnsafePointer<Double>) -> SIMD4<Double> {
  UnsafeRawPointer(pointer).loadUnaligned(as: SIMD4<Double>.self)
}
