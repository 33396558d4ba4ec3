import Classic
import Learning
import Testing

@Suite("Errors of regressions, R² and explained variance")
struct RegressionMeasureTests {
  @Test("are scikit-learn's", arguments: try Fixture.metrics().regressions)
  func peer(expected: Fixture.Metrics.Regression) throws {
    let (p, t, w) = (expected.predictions, expected.targets, expected.weights)
    func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-12 * max(1, abs(b)) }
    #expect(isNear(try meanSquaredError(of: p, targets: t, weights: w), expected.meanSquared))
    #expect(isNear(try rootMeanSquaredError(of: p, targets: t, weights: w), expected.rootMeanSquared))
    #expect(isNear(try meanAbsoluteError(of: p, targets: t, weights: w), expected.meanAbsolute))
    #expect(isNear(try medianAbsoluteError(of: p, targets: t, weights: w), expected.medianAbsolute))
    #expect(isNear(try maximumError(of: p, targets: t, weights: w), expected.maximum))
    #expect(isNear(try meanAbsolutePercentageError(of: p, targets: t, weights: w), expected.meanAbsolutePercentage))
    #expect(isNear(try rSquared(of: p, targets: t, weights: w), expected.rSquared))
    #expect(isNear(try explainedVariance(of: p, targets: t, weights: w), expected.explainedVariance))
  }

  @Test("leave out rows of weight zero", arguments: [1, 0x1p-500, 0x1p500])
  func weights(unit: Double) throws {
    let (p, t, w) = ([1.0, 4, 100], [2.0, 4, 0], [3, 1, 0].map { $0 * unit })
    #expect(try meanSquaredError(of: p, targets: t, weights: w) == 0.75)
    #expect(try meanAbsoluteError(of: p, targets: t, weights: w) == 0.75)
    #expect(try medianAbsoluteError(of: p, targets: t, weights: w) == 1)
    #expect(try maximumError(of: p, targets: t, weights: w) == 1)
    #expect(try meanAbsolutePercentageError(of: p, targets: t, weights: w) == 0.375)
    // The targets are 2, 2, 2, 4: variance 0.75.
    #expect(try rSquared(of: p, targets: t, weights: w) == 0)
    // The errors are -1, -1, -1, 0: variance 0.1875.
    #expect(try explainedVariance(of: p, targets: t, weights: w) == 0.75)
  }

  @Test("have no share of a variance of zero, and none of a target of zero")
  func undefined() throws {
    let constant = try #require(throws: LearningError.self) { try rSquared(of: [1, 2], targets: [3, 3]) }
    #expect(
      constant.description
        == "There is no R²: all targets are equal, so that there is no variance to explain.")
    #expect(throws: LearningError.self) { try explainedVariance(of: [1, 2], targets: [3, 4], weights: [1, 0]) }
    let zero = try #require(throws: LearningError.self) {
      try meanAbsolutePercentageError(of: [1, 2], targets: [3, 0])
    }
    #expect(
      zero.description == "There is no percentage error: the target at row 1 is 0; leave out such rows, or take the "
        + "absolute error.")
  }

  @Test("refuse no rows, lists of other lengths and numbers that are not finite")
  func errors() throws {
    #expect(throws: LearningError.tooFewSamples(found: 0, needed: 1, purpose: "R²")) {
      try rSquared(of: [], targets: [])
    }
    #expect(throws: LearningError.countMismatch(.targets, count: 1, rowCount: 2)) {
      try meanSquaredError(of: [1, 2], targets: [1])
    }
    #expect(throws: LearningError.valueNotFinite(.targets, row: 1, value: .infinity)) {
      try meanAbsoluteError(of: [1, 2], targets: [1, .infinity])
    }
    let error = try #require(throws: LearningError.self) { try maximumError(of: [1, .infinity], targets: [1, 2]) }
    #expect(error.description == "The predictions hold inf at row 1; every one must be a finite number.")
  }
}
