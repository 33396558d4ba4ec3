import LinearAlgebra
import TestSupport
import Testing

@Suite("Means, variances and covariances")
struct MomentsTests {
  @Test("of Longley's columns are those of exact rational arithmetic")
  func longley() throws {
    let moments = try Moments(of: NIST.table("linear/Longley.csv"))
    let mean = [101.68125, 387698.4375, 3193.3125, 2606.6875, 117424, 1954.5, 65317]
    let variance = [
      116.45762500000001, 9879353659.329166, 873223.4291666667, 484304.0958333333, 48387348.93333333,
      22.666666666666668, 12333921.733333332,
    ]
    for j in 0..<7 {
      #expect(abs(moments.mean[j] / mean[j] - 1) < 1e-15)
      #expect(abs(moments.variances()[j] / variance[j] - 1) < 1e-14)
    }
    #expect(abs(moments.covariance()[0, 1] / 1063604.1154166667 - 1) < 1e-14)
    #expect(abs(moments.covariance(.maximumLikelihood)[2, 5] / 2787.21875 - 1) < 1e-14)
    let correlation = moments.correlation()
    #expect(abs(correlation[0, 1] - 0.991589178024782) < 1e-14)
    #expect(abs(correlation[5, 0] - 0.9911491900672051) < 1e-14)
    #expect(abs(correlation[2, 3] - -0.17742062950187834) < 1e-14)
    #expect(abs(correlation[4, 6] - 0.9603905715943755) < 1e-14)
    #expect(correlation.diagonal == [Double](repeating: 1, count: 7))
    #expect(moments.constantColumns.isEmpty)
  }

  /// Digits of the mean and of the standard deviation. NumAcc3 and NumAcc4 lose theirs in reading: 10000000.2 and its
  /// neighbours are no doubles, and the spread of the nearest doubles differs from the certified one in the ninth
  /// digit.
  static let univariate: [(name: String, mean: Double, deviation: Double)] = [
    ("Lew", 15, 14.5), ("Mavro", 15, 12.5), ("Michelso", 15, 13.5), ("NumAcc1", 15, 15), ("NumAcc2", 14, 14),
    ("NumAcc3", 14.5, 9), ("NumAcc4", 14, 8),
  ]

  @Test("of NIST's univariate sets have the certified digits", arguments: univariate)
  func certified(name: String, mean: Double, deviation: Double) throws {
    let certified = try #require(try NIST.certified().univariate[name])
    let x = try NIST.table("univariate/\(name).csv")
    let (moments, columns) = (try Moments(of: x), try ColumnMoments(of: x))
    for (found, variance) in [
      (moments.mean[0], moments.variances()[0]), (columns.mean[0], columns.variances()[0]),
    ] {
      #expect(correctDigits(found, certified: certified.mean) >= mean)
      #expect(correctDigits(variance.squareRoot(), certified: certified.standardDeviation) >= deviation)
    }
  }

  /// 1e9 plus or minus 1: an integer spread that a difference of sums of squares would lose altogether.
  @Test("lose nothing where the mean is large and the spread small")
  func largeMean() throws {
    let x = Matrix.filled(10_000, 2) { i, j in 1e9 + (i % 2 == 0 ? 1 : -1) * Double(j + 1) }
    let moments = try Moments(of: x)
    #expect(moments.mean == [1e9, 1e9])
    #expect(moments.scatter == [[10_000, 20_000], [20_000, 40_000]])
  }

  /// d columns, n rows: few; several lanes; several chunks in one lane; wide; wide with several chunks.
  static let shapes = [(10, 3), (1, 2), (9000, 2), (700, 150), (40, 390), (600, 385)]

  @Test("agree with the definition on every path", arguments: shapes)
  func definition(n: Int, d: Int) throws {
    let x = Matrix.normal(n, d).map { $0 * 3 + 100 }
    let mean: [Double] = x.columns.map { $0.reduce(0, +) / Double(n) }
    let centered = Matrix.filled(n, d) { x[$0, $1] - mean[$1] }
    let scatter = naiveProduct(centered.transposed(), centered)
    for budget in [ThreadBudget.reproducible, .fastest] {
      let (moments, columns) = try budget.run { (try Moments(of: x), try ColumnMoments(of: x)) }
      #expect(deviation(moments.mean, from: mean) < 1e-14)
      #expect(deviation(columns.mean, from: mean) < 1e-14)
      #expect(moments.weight == Double(n))
      if n > 1 {
        #expect(moments.scatter.deviation(from: scatter) < 1e-12)
        #expect(deviation(columns.sumOfSquares, from: scatter.diagonal) < 1e-12)
      }
      #expect(moments.scatter == moments.scatter.transposed())
    }
  }

  @Test("have the same bits on one thread and on two", arguments: shapes)
  func sameBits(n: Int, d: Int) throws {
    let x = Matrix.normal(n, d)
    let weights = (0..<n).map { Double($0 % 3) + 0.5 }
    let moments = try [1, 2].map { threads in
      try ThreadBudget.reproducible.limited(to: threads).run {
        (try Moments(of: x, weights: weights), try ColumnMoments(of: x, weights: weights))
      }
    }
    #expect(moments[0].0 == moments[1].0)
    #expect(moments[0].1 == moments[1].1)
  }

  @Test("weigh a row as often as its weight says, and not at all for zero", arguments: [(50, 3), (5000, 2), (60, 385)])
  func weights(n: Int, d: Int) throws {
    let x = Matrix.normal(n, d).map { $0 + 5 }
    let counts = (0..<n).map { $0 % 4 }
    let repeated = x.selectingRows((0..<n).flatMap { Array(repeating: $0, count: counts[$0]) })
    let weights = counts.map(Double.init)
    let (weighted, plain) = (try Moments(of: x, weights: weights), try Moments(of: repeated))
    #expect(weighted.weight == plain.weight)
    #expect(deviation(weighted.mean, from: plain.mean) < 1e-13)
    #expect(weighted.scatter.deviation(from: plain.scatter) < 1e-12)
    let (columns, plainColumns) = (try ColumnMoments(of: x, weights: weights), try ColumnMoments(of: repeated))
    #expect(deviation(columns.mean, from: plainColumns.mean) < 1e-13)
    #expect(deviation(columns.sumOfSquares, from: plainColumns.sumOfSquares) < 1e-12)
    #expect(deviation(columns.variances(), from: weighted.variances()) < 1e-12)
  }

  @Test("are exact for columns of one value", arguments: [3, 1000, 40_000])
  func constantColumns(n: Int) throws {
    let x = Matrix.filled(n, 3) { i, j in j == 0 ? 0.1 : j == 1 ? Double(i) : -1e-30 }
    let moments = try Moments(of: x)
    #expect(moments.constantColumns == [0, 2])
    #expect(moments.mean[0] == 0.1 && moments.mean[2] == -1e-30)
    #expect(moments.scatter[0, 0] == 0 && moments.scatter[0, 1] == 0 && moments.scatter[1, 2] == 0)
    #expect(moments.correlation() == [[0, 0, 0], [0, 1, 0], [0, 0, 0]])
    let columns = try ColumnMoments(of: x)
    #expect(columns.constantColumns == [0, 2])
    #expect(columns.mean[0] == 0.1 && columns.sumOfSquares[0] == 0)
  }

  @Test("call a column constant by the rows that count only")
  func constantWhereWeighted() throws {
    let x: Matrix = [[0.1, 1], [0.1, 2], [7, 3], [0.1, 5]]
    #expect(try Moments(of: x, weights: [1, 2, 0, 1]).constantColumns == [0])
    #expect(try ColumnMoments(of: x, weights: [1, 2, 0, 1]).mean[0] == 0.1)
    #expect(try Moments(of: x).constantColumns.isEmpty)
  }

  @Test("do not call a column constant that differs in one last bit")
  func almostConstant() throws {
    var x = Matrix(repeating: 0.1, rowCount: 1000, columnCount: 1)
    x[500, 0] = 0.1.nextUp
    #expect(try Moments(of: x).constantColumns.isEmpty)
    #expect(try ColumnMoments(of: x).constantColumns.isEmpty)
  }

  @Test("of one row have no unbiased variance, and a maximum likelihood one of zero")
  func oneRow() throws {
    let moments = try Moments(of: [[3, 4]])
    #expect(moments.mean == [3, 4])
    #expect(moments.variances().allSatisfy { $0.isNaN })
    #expect(moments.variances(.maximumLikelihood) == [0, 0])
    #expect(moments.constantColumns == [0, 1])
  }

  static let kinds: [@Sendable (Matrix, [Double]?) throws -> Void] = [
    { _ = try Moments(of: $0, weights: $1) }, { _ = try ColumnMoments(of: $0, weights: $1) },
  ]

  @Test("refuse weights that are no weights, and say which", arguments: [-1, .nan, .infinity] as [Double], [0, 1])
  func invalidWeights(value: Double, kind: Int) throws {
    let error = try #require(throws: LinearAlgebraError.self) {
      try Self.kinds[kind]([[1], [2], [3]], [1, value, -2])
    }
    #expect(error.description == "The weight of row 1 is \(value); weights must be finite, and zero or positive.")
  }

  @Test("refuse weights that are all zero, and sums of them that overflow", arguments: [0, 1])
  func unusableWeights(kind: Int) {
    #expect(throws: LinearAlgebraError.noPositiveWeight) { try Self.kinds[kind]([[1], [2]], [0, 0]) }
    #expect(throws: LinearAlgebraError.overflow(operation: "sum of squares")) {
      try Self.kinds[kind]([[0], [0]], [.greatestFiniteMagnitude, .greatestFiniteMagnitude])
    }
  }

  @Test("refuse what is not finite in rows of weight zero too", arguments: [0, 1])
  func notFiniteWithoutWeight(kind: Int) {
    var x = Matrix.zeros(70_000, 1)
    x[69_999, 0] = .infinity
    let weights = (0..<70_000).map { $0 < 10 ? 1.0 : 0 }
    #expect(throws: LinearAlgebraError.notFinite(row: 69_999, column: 0, value: .infinity)) {
      try Self.kinds[kind](x, weights)
    }
  }

  @Test("do not depend on the unit of the weights", arguments: [1e-200, 1e150])
  func unitOfWeights(unit: Double) throws {
    let x = Matrix.filled(40_000, 1) { i, _ in i < 10_000 ? 1 : 5 }
    let weights = [Double](repeating: unit, count: 40_000)
    #expect(abs(try Moments(of: x, weights: weights).variances(.maximumLikelihood)[0] - 3) < 1e-12)
    let variance = try ColumnMoments(of: x, weights: weights).variances(.maximumLikelihood)[0]
    #expect(abs(variance - 3) < 1e-12)
  }

  @Test("have no unbiased variance where the weights sum to no more than one row", arguments: [1.0, 0.5])
  func lightWeights(total: Double) throws {
    let weights = [total / 2, total / 2]
    #expect(try Moments(of: [[1], [2]], weights: weights).variances()[0].isNaN)
    #expect(try Moments(of: [[1], [2]], weights: weights).covariance()[0, 0].isNaN)
    #expect(try ColumnMoments(of: [[1], [2]], weights: weights).variances()[0].isNaN)
    let likeliest = try Moments(of: [[1], [2]], weights: weights).variances(.maximumLikelihood)
    #expect(abs(likeliest[0] - 0.25) < 1e-15)
  }

  @Test("refuse NaN and infinity, and say where the first is", arguments: [.nan, .infinity, -.infinity] as [Double])
  func notFinite(value: Double) throws {
    var x = Matrix.normal(9000, 3)
    x[8000, 0] = value
    x[8000, 1] = value
    x[8001, 0] = 1
    for compute in Self.kinds {
      let error = try #require(throws: LinearAlgebraError.self) { try compute(x, nil) }
      guard case .notFinite(8000, 0, let found) = error else {
        Issue.record("\(error)")
        continue
      }
      #expect(found.isNaN == value.isNaN && (value.isNaN || found == value))
      #expect(error.description.hasPrefix("The element at row 8000, column 0 is "))
    }
  }

  @Test("say so where squares overflow though every element is finite")
  func overflow() {
    let x: Matrix = [[1e200, 1], [-1e200, 2]]
    let error = LinearAlgebraError.overflow(operation: "sum of squares")
    #expect(throws: error) { try Moments(of: x) }
    #expect(throws: error) { try ColumnMoments(of: x) }
    #expect(error.description.contains("rescale the columns"))
  }

  @Test("do not overflow where elements are far from zero but near each other")
  func largeButNear() throws {
    let moments = try Moments(of: [[1e160], [1e160 * (1 + 1e-10)]])
    #expect(abs(moments.variances()[0].squareRoot() / (1e150 / 2.0.squareRoot()) - 1) < 1e-5)
  }
}
