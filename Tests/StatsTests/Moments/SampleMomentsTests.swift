import Foundation
import LinearAlgebra
import Stats
import TestSupport
import Testing

@Suite("The moments of a sample")
struct SampleMomentsTests {
  private let x = [2.0, 4, 4, 4, 5, 5, 7, 9, 30]

  /// Values of scipy.stats.skew and kurtosis, scipy 1.17.1, with and without bias; the sum of squares is 5288/9.
  @Test("are those of the definition and of scipy")
  func definition() throws {
    let moments = try SampleMoments(of: x)
    #expect(moments.weight == 9 && moments.count == 9)
    #expect(moments.minimum == 2 && moments.maximum == 30)
    expect(moments.mean, 70.0 / 9)
    expect(moments.sumOfSquares, 5288.0 / 9)
    expect(moments.variance(), 5288.0 / 72)
    expect(moments.variance(.maximumLikelihood), 5288.0 / 81)
    expect(moments.standardDeviation(), (5288.0 / 72).squareRoot())
    expect(moments.skewness(), 2.2281442409722576)
    expect(moments.skewness(.unbiased), 2.7009186895769766)
    expect(moments.excessKurtosis(), 3.405774871200972)
    expect(moments.excessKurtosis(.unbiased), 7.630047373716138)
  }

  @Test("are the same up to the second for themselves")
  func second() throws {
    let (second, fourth) = (try SampleMoments(of: x, upTo: .second), try SampleMoments(of: x))
    #expect(second.mean == fourth.mean && second.variance() == fourth.variance())
    #expect(second.minimum == 2 && second.maximum == 30)
    #expect(second.skewness().isNaN && second.excessKurtosis().isNaN)
  }

  @Test("are read from any collection of numbers")
  func collections() throws {
    #expect(try SampleMoments(of: ContiguousArray(x)) == SampleMoments(of: x))
    #expect(try SampleMoments(of: x.lazy.map { $0 }) == SampleMoments(of: x))
    #expect(try SampleMoments(of: x[2...]) == SampleMoments(of: Array(x[2...])))
  }

  /// The values as doubles have these moments, by exact rational arithmetic rounded once. `certified` are the digits
  /// that they share with NIST's deviation, which is that of the decimal numbers: 10000000.2 is no double.
  static let nist: [(name: String, mean: Double, deviation: Double, kurtosis: Double, certified: Double)] = [
    ("Lew", -177.435, 277.3321680443161, -1.4887601738140264, 15),
    ("Mavro", 2.001856, 0.0004291234540030854, -0.8583840278192478, 13.12),
    ("Michelso", 299.8524, 0.07901054781905066, 0.2635305323114778, 13.84),
    ("NumAcc1", 10000002, 1, -1.5, 15),
    ("NumAcc2", 1.2, 0.09999999999999998, -1.999, 15),
    ("NumAcc3", 1000000.2, 0.1000000000349246, -1.999, 9.46),
    ("NumAcc4", 10000000.2, 0.10000000055879354, -1.999, 8.25),
  ]

  @Test("of NIST's sets have all digits, at once, one by one and merged from uneven parts", arguments: nist)
  func accuracy(name: String, mean: Double, deviation: Double, kurtosis: Double, digits: Double) throws {
    let x = try NIST.values(name)
    let certified = try #require(try NIST.certified().univariate[name])
    var stream = SampleMoments()
    for value in x { try stream.add(value) }
    var parts = SampleMoments()
    var start = 0
    for length in [1, 2, 7, 50, 3, 200, x.count] {
      let end = min(start + length, x.count)
      try parts.merge(try SampleMoments().adding(x[start..<end]))
      start = end
    }
    for (found, tolerance) in [(try SampleMoments(of: x), 4e-16), (stream, 4e-15), (parts, 4e-16)] {
      #expect(correctDigits(found.mean, certified: certified.mean) == 15)
      #expect(correctDigits(found.standardDeviation(), certified: certified.standardDeviation) >= digits - 0.01)
      expect(found.mean, mean, within: 4e-16)
      expect(found.standardDeviation(), deviation, within: tolerance)
      expect(found.excessKurtosis(), kurtosis, within: 20 * tolerance)
    }
  }

  /// Blocks, chunks and what is left over; x = 10⁹ + 0, 1, …, n - 1 for n a prime, in disorder, where the mean of one
  /// block is near that of the next, and in order, where it is not.
  @Test("lose nothing far from zero, however many blocks there are", arguments: [2, 5, 2039, 4099, 132_049], [7919, 1])
  func blocks(n: Int, step: Int) throws {
    let x = (0..<n).map { 1e9 + Double($0 * step % n) }
    let (m, order) = (Double(n), n < 10_000 ? SampleMoments.Order.fourth : .second)
    let moments = try SampleMoments(of: x, upTo: order)
    #expect(moments.mean == 1e9 + (m - 1) / 2)
    #expect(moments.minimum == 1e9 && moments.maximum == 1e9 + m - 1)
    expect(moments.variance(.maximumLikelihood), (m * m - 1) / 12, within: 4e-16)
    if order == .fourth {
      #expect(abs(moments.skewness()) < 1e-13)
      expect(moments.excessKurtosis(), -1.2 * (m * m + 1) / (m * m - 1), within: 2e-15)
    }
  }

  @Test("have the same bits on one thread and on two")
  func threads() throws {
    let x = (0..<140_000).map { 1 / Double($0 + 1) }
    let one = try ThreadBudget.reproducible.limited(to: 1).run { try SampleMoments(of: x, upTo: .second) }
    let two = try ThreadBudget.reproducible.limited(to: 2).run { try SampleMoments(of: x, upTo: .second) }
    #expect(one == two)
  }

  static let constants: [Double] = [0.1, -.leastNonzeroMagnitude, 0, 1e308, -1e200]

  @Test("of equal values are that value, and no spread", arguments: constants)
  func constant(value: Double) throws {
    for count in [1, 7, 2049, 4100] {
      let x = [Double](repeating: value, count: count)
      let weights = (0..<count).map { Double($0 % 3) + 0.3 }
      var stream = SampleMoments()
      for value in x.prefix(10) { try stream.add(value, weight: 0.7) }
      for moments in [try SampleMoments(of: x), try SampleMoments(of: x, weights: weights), stream] {
        #expect(moments.mean == value && moments.minimum == value && moments.maximum == value)
        #expect(moments.sumOfSquares == 0 && moments.variance(.maximumLikelihood) == 0)
        #expect(moments.skewness().isNaN && moments.excessKurtosis().isNaN)
      }
    }
  }

  @Test("take a weight for repetition, and zero for removal")
  func weights() throws {
    let weights = [0.0, 3, 1, 0, 2, 1, 5, 4, 1]
    let repeated = zip(x, weights).flatMap { [Double](repeating: $0, count: Int($1)) }
    let expected = try SampleMoments(of: repeated)
    let weighted = try SampleMoments(of: x, weights: weights)
    var stream = SampleMoments()
    for (value, weight) in zip(x, weights) { try stream.add(value, weight: weight) }
    for found in [weighted, stream] {
      #expect(found.weight == 17 && found.count == 7)
      #expect(found.minimum == 4 && found.maximum == 30)
      expect(found.mean, expected.mean)
      expect(found.variance(), expected.variance(), within: 1e-15)
      expect(found.skewness(.unbiased), expected.skewness(.unbiased), within: 1e-14)
      expect(found.excessKurtosis(.unbiased), expected.excessKurtosis(.unbiased), within: 1e-14)
    }
    let fractions = try SampleMoments(of: x, weights: weights.map { $0 / 8 })
    expect(fractions.variance(.maximumLikelihood), expected.variance(.maximumLikelihood), within: 1e-15)
  }

  @Test("take constant blocks after others, and the other way round")
  func steps() throws {
    let half = [Double](repeating: 0.1, count: 2048)
    let samples: [(x: [Double], mean: Double, squares: Double)] = [
      (half + half.map { $0 + 1 }, 0.6, 1024),
      (half.map { $0 - 1 } + half, -0.4, 1024),
      (half + [1.1] + Array(half.dropFirst()), 0.1 + 1.0 / 4096, 4095.0 / 4096),
    ]
    for (x, mean, squares) in samples {
      let moments = try SampleMoments(of: x)
      expect(moments.mean, mean)
      expect(moments.sumOfSquares, squares, within: 1e-15)
    }
  }

  @Test("do not see a value of weight zero, however large")
  func absent() throws {
    let moments = try SampleMoments(of: [1, 1e300, 2], weights: [1, 0, 1])
    #expect(moments == (try SampleMoments(of: [1, 2])))
  }

  @Test("go up to the second where one of two merged does")
  func orders() throws {
    let second = try SampleMoments(of: x, upTo: .second)
    for (first, other) in [
      (second, SampleMoments()), (SampleMoments(), second), (SampleMoments(upTo: .second), try SampleMoments(of: x)),
      (try SampleMoments(of: x), SampleMoments(upTo: .second)),
    ] {
      var merged = first
      try merged.merge(other)
      #expect(merged == second)
    }
    var merged = try SampleMoments(of: x)
    try merged.merge(second)
    #expect(merged.order == .second && merged.weight == 18 && merged.skewness().isNaN)
  }

  @Test("are nothing of nothing, and little of little")
  func few() throws {
    var moments = SampleMoments()
    #expect(moments.weight == 0 && moments.mean.isNaN && moments.variance().isNaN && moments.minimum.isNaN)
    try moments.add(contentsOf: [])
    try moments.merge(SampleMoments())
    #expect(moments == SampleMoments())
    try moments.add(3)
    #expect(moments.mean == 3 && moments.variance().isNaN && moments.variance(.maximumLikelihood) == 0)
    try moments.add(5)
    #expect(moments.variance() == 2 && moments.skewness() == 0 && moments.skewness(.unbiased).isNaN)
    try moments.add(4)
    #expect(moments.skewness(.unbiased) == 0 && moments.excessKurtosis(.unbiased).isNaN)
  }

  @Test("survive a file")
  func coding() throws {
    for moments in [try SampleMoments(of: x), try SampleMoments(of: x, upTo: .second), SampleMoments()] {
      let data = try JSONEncoder().encode(moments)
      #expect(try JSONDecoder().decode(SampleMoments.self, from: data) == moments)
    }
  }
}

extension SampleMoments {
  fileprivate func adding(_ x: some Collection<Double>) throws -> SampleMoments {
    var moments = self
    try moments.add(contentsOf: x)
    return moments
  }
}

private func expect(
  _ found: Double, _ expected: Double, within tolerance: Double = 5e-16,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(abs(found - expected) <= tolerance * abs(expected), sourceLocation: sourceLocation)
}
