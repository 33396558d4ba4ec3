internal import RealModule

extension RandomNumberGenerator {
  /// A number drawn uniformly from [0, 1): a multiple of 2⁻⁵³, from one word of the generator.
  ///
  /// The standard library's `Double.random(in:)` may change its method between versions; a seed must not change its
  /// data with it.
  package mutating func nextUniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number drawn uniformly below `bound`, which must be positive.
  package mutating func nextIndex(below bound: Int) -> Int {
    precondition(bound > 0, "There is no index below \(bound)")
    // Lemire, Fast random integer generation in an interval, ACM TOMACS 29(1), 2019, doi:10.1145/3230636.
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// The indices below `count` in random order (Fisher and Yates).
  package mutating func permutation(of count: Int) -> [Int] {
    var indices = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      indices.swapAt(last, nextIndex(below: last + 1))
    }
    return indices
  }

  /// Fills `target` with independent draws from the standard normal distribution.
  ///
  /// Source: the polar method, Marsaglia and Bray, SIAM Review 6(3), 1964, doi:10.1137/1006063.
  package mutating func fillStandardNormal(_ target: UnsafeMutableBufferPointer<Double>) {
    var index = 0
    while index < target.count {
      let (first, second) = nextNormalPair()
      target[index] = first
      if index + 1 < target.count { target[index + 1] = second }
      index += 2
    }
  }

  mutating func nextNormalPair() -> (Double, Double) {
    while true {
      let u = 2 * nextUniform() - 1
      let v = 2 * nextUniform() - 1
      let s = u * u + v * v
      if s > 0 && s < 1 {
        let factor = (-2 * .log(s) / s).squareRoot()
        return (u * factor, v * factor)
      }
    }
  }
}

extension Matrix {
  /// A matrix of independent draws from the standard normal distribution, row by row.
  public static func standardNormal(
    rowCount: Int, columnCount: Int, using generator: inout some RandomNumberGenerator
  ) -> Matrix {
    Matrix(rowCount: rowCount, columnCount: columnCount) { generator.fillStandardNormal($0) }
  }
}
