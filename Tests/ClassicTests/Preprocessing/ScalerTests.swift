import Classic
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("Scalers")
struct ScalerTests {
  private static let columnScalers: [(name: String, estimator: any TransformerEstimator)] = [
    ("standard", StandardScaler()), ("robust", RobustScaler()),
    ("robust, deciles", RobustScaler(lower: 0.1, upper: 0.9)), ("maxAbs", MaxAbsScaler()),
  ]

  @Test("agree with scikit-learn", arguments: PreprocessingFixture.setNames, ["plain", "weighted"])
  func peer(set: String, variant: String) throws {
    let results = try #require(try PreprocessingFixture.load().sets[set])
    let x = try PreprocessingFixture.features(set)
    let weights = PreprocessingFixture.weights(variant, count: x.rowCount)
    for (name, estimator) in Self.columnScalers {
      let expected = try #require(results.scalers[variant]?[name])
      let model = try #require(try estimator.fit(x, weights: weights) as? ColumnScaler)
      for (found, expected) in zip(model.center, expected.center ?? []) {
        #expect(abs(found - expected) <= 1e-13 * abs(expected), "\(name)")
      }
      for (found, expected) in zip(model.scale, expected.scale ?? []) {
        #expect(abs(found - expected) <= 1e-13 * expected, "\(name)")
      }
      let transformed = try model.transform(x.selectingRows(results.rows))
      #expect(try transformed.relativeDifference(from: expected.transformed) < 1e-13, "\(name)")
      #expect(try (model.inverseTransform(transformed) - x.selectingRows(results.rows)).maximumMagnitude < 1e-11)
    }
  }

  @Test("of ranges agree with scikit-learn", arguments: PreprocessingFixture.setNames, ["plain", "weighted"])
  func ranges(set: String, variant: String) throws {
    let results = try #require(try PreprocessingFixture.load().sets[set])
    let x = try PreprocessingFixture.features(set)
    let weights = PreprocessingFixture.weights(variant, count: x.rowCount)
    let rows = x.selectingRows(results.rows)
    let unit = try #require(results.scalers[variant]?["minMax"])
    let model = try MinMaxScaler().fit(x, weights: weights)
    #expect(try model.transform(rows).relativeDifference(from: unit.transformed) < 1e-14)
    #expect(try (model.inverseTransform(model.transform(rows)) - rows).maximumMagnitude < 1e-11)
    let half = x.rowCount / 2
    let clipped = try #require(results.scalers[variant]?["minMax, clipped"])
    let clipping = try MinMaxScaler(to: -1...2, clips: true).fit(
      x.selectingRows(0..<half), weights: weights.map { Array($0[..<half]) })
    #expect(try clipping.transform(rows).relativeDifference(from: clipped.transformed) < 1e-14)
  }

  /// The means of 1, 3, 3 and of 2, 6, 6, and their variances 8/9 and 32/9.
  @Test("have the means and deviations of the formula, weights counting as rows")
  func formula() throws {
    let model = try StandardScaler().fit([[1, 2], [3, 6], [9, 9]], weights: [1, 2, 0])
    #expect(abs(model.center[0] - 7.0 / 3) < 1e-15 && abs(model.center[1] - 14.0 / 3) < 1e-15)
    #expect(abs(model.scale[0] - (8.0 / 9).squareRoot()) < 1e-15)
    #expect(abs(model.scale[1] - (32.0 / 9).squareRoot()) < 1e-15)
    #expect(model.report.warnings.isEmpty)
    #expect(try model.outputNames(for: ["a", "b"]) == ["a", "b"])
    let uncentred = try StandardScaler(centers: false).fit([[1, 2], [3, 6]])
    #expect(uncentred.center == [0, 0] && uncentred.scale == [1, 2])
    #expect(try uncentred.transform([[3, 6]]) == [[3, 3]])
    let unscaled = try StandardScaler(scales: false).fit([[1, 2], [3, 6]])
    #expect(try unscaled.transform([[3, 6]]) == [[1, 2]])
  }

  @Test("leave the unit of a constant column alone, and say so")
  func constantColumns() throws {
    // The second column is constant up to rounding.
    let x: Matrix = [[0.1, 0.3, 1], [0.1, 0.1 * 3, 2], [0.1, 0.3, 4]]
    for estimator in [StandardScaler(), RobustScaler(), MaxAbsScaler()] as [any TransformerEstimator] {
      let model = try #require(try estimator.fit(x) as? ColumnScaler)
      guard !(estimator is MaxAbsScaler) else {
        #expect(model.scale == [0.1, 0.1 * 3, 4])
        continue
      }
      #expect(model.scale[0] == 1 && model.scale[1] == 1 && model.scale[2] != 1)
      #expect(try model.transform(x).column(0).allSatisfy { $0 == 0 })
      #expect(try model.transform(x).column(1).allSatisfy { abs($0) < 1e-16 })
      let warning = try #require(model.report.warnings.first)
      #expect(warning.kind == .constantColumns && warning.columns == [0, 1])
      #expect(
        warning.message == "Columns 0, 1 have no spread to divide by, up to rounding. The scale there is 1.")
    }
    let range = try MinMaxScaler(to: 5...6).fit(x)
    #expect(try range.transform([[0.1, 0.3, 4], [1.1, 0.3, 1]]) == [[5, 5, 6], [6, 5, 5]])
    #expect(range.report.warnings.map(\.columns) == [[0, 1]])
    #expect(try MaxAbsScaler().fit([[0], [0]]).scale == [1])
  }

  @Test("keep a spread that is small beside the mean")
  func smallSpread() throws {
    let model = try StandardScaler().fit([[1e9 - 1e-3], [1e9 + 1e-3]])
    #expect(abs(model.scale[0] / 1e-3 - 1) < 1e-4)
    #expect(try StandardScaler().fit([[1e-200], [3e-200]]).scale[0] == 1e-200)
  }

  @Test("do not overflow where squares do", arguments: [1e160, 1e200, 1e300, 1e-160, 1e-200, 1e-300])
  func hugeValues(unit: Double) throws {
    let x: Matrix = [[-3, 1], [1, 5], [5, 3], [1, 1]]
    let weights = [1.0, 2, 1, 3]
    let plain = try StandardScaler().fit(x, weights: weights)
    let model = try StandardScaler().fit(x * unit, weights: weights)
    let largest = try StandardScaler().fit(x * unit, weights: weights.map { $0 * 1e200 })
    for j in 0..<2 {
      #expect(abs(model.center[j] / unit - plain.center[j]) < 1e-14 * abs(plain.center[j]))
      #expect(abs(model.scale[j] / unit - plain.scale[j]) < 1e-14 * plain.scale[j])
      #expect(abs(largest.scale[j] / unit - plain.scale[j]) < 1e-14 * plain.scale[j])
    }
    #expect(try (model.transform(x * unit) - plain.transform(x)).maximumMagnitude < 1e-14)
    for estimator in [RobustScaler(), MaxAbsScaler(), MinMaxScaler()] as [any TransformerEstimator] {
      let transformed = try estimator.fit(x * unit).transform(x * unit)
      #expect(try (transformed - estimator.fit(x).transform(x)).maximumMagnitude < 1e-14)
    }
  }

  @Test("name the overflow where the result itself is beyond the largest number")
  func overflow() throws {
    let operation = "scaling of the columns"
    #expect(throws: LearningError.linearAlgebra(.overflow(operation: operation))) {
      try StandardScaler().fit([[1e-10], [2e-10]]).transform([[1e300]])
    }
    #expect(throws: LearningError.linearAlgebra(.overflow(operation: operation + " back"))) {
      try StandardScaler().fit([[1e200], [2e200]]).inverseTransform([[1e200]])
    }
    #expect(throws: LearningError.linearAlgebra(.overflow(operation: "largest less smallest value of a column"))) {
      try MinMaxScaler().fit([[-1.7e308], [1.7e308]])
    }
  }

  @Test("take one row")
  func oneRow() throws {
    let x: Matrix = [[3, -4]]
    #expect(try StandardScaler().fit(x).transform(x) == [[0, 0]])
    #expect(try RobustScaler().fit(x).transform(x) == [[0, 0]])
    #expect(try MinMaxScaler().fit(x).transform(x) == [[0, 0]])
    #expect(try MaxAbsScaler().fit(x).transform(x) == [[1, -1]])
  }

  /// Between 1, 2, 3, 4, 10 the quartiles 2 and 4; the outlier's size does not matter.
  @Test("by quantiles do not mind an outlier")
  func outlier() throws {
    for outlier in [10, 1e6] {
      let model = try RobustScaler().fit([[1], [2], [3], [4], [outlier]])
      #expect(model.center == [3] && model.scale == [2])
    }
  }

  /// Half of the weight lies at 0 and half at 1: with a window of one about the middle of 1.5, the mean of both.
  @Test("by quantiles take weights that are not whole, and huge ones")
  func fractionalWeights() throws {
    #expect(try RobustScaler().fit([[0], [1]], weights: [0.75, 0.75]).center == [0.5])
    #expect(try RobustScaler().fit([[0], [1]], weights: [0.25, 0.25]).center == [0.5])
    #expect(try RobustScaler().fit([[0], [1], [7]], weights: [1e200, 1e200, 2e200]).scale == [7 - 1])
  }

  @Test("refuse to transform back another number of columns, and numbers that are none")
  func inverseInput() throws {
    let model = try StandardScaler().fit([[1, 2], [3, 5]])
    #expect(throws: LearningError.featureCountMismatch(found: 1, expected: 2)) { try model.inverseTransform([[1]]) }
    let range = try MinMaxScaler().fit([[1, 2], [3, 5]])
    #expect {
      try range.inverseTransform([[1, .nan]])
    } throws: { "\($0)".hasPrefix("The feature at row 0, column 1 is nan") }
  }

  @Test("are refused from a file whose parts do not fit together", arguments: [
    ("center", [Double]()), ("center", [1]), ("scale", [0, 1]), ("scale", [-1, 1]), ("scale", [1]),
  ])
  func spoiltFile(key: String, value: [Double]) throws {
    let model = try StandardScaler().fit([[1, 2], [3, 5]])
    let data = try json(model, replacing: key, by: value)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(ColumnScaler.self, from: data) }
  }

  @Test("of ranges are refused from a file whose parts do not fit together", arguments: [
    ("minimum", [9, 9]), ("minimum", [0]), ("maximum", [-9, 9]), ("range", [1, 1]),
  ] as [(String, [Double])])
  func spoiltRange(key: String, value: [Double]) throws {
    let data = try json(MinMaxScaler().fit([[1, 2], [3, 5]]), replacing: key, by: value)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(MinMaxScaler.Model.self, from: data) }
  }
}
