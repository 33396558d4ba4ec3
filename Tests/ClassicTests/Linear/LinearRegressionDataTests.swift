import Classic
import Learning
import LinearAlgebra
import Testing

@Suite("Linear regression and difficult data")
struct LinearRegressionDataTests {
  private let x: Matrix = [[1, 2], [2, 1], [3, 5], [4, 3], [6, 2]]
  private let y: [Double] = [1, 2, 4, 3, 7]

  @Test("refuses what is no sample, with row and column")
  func refusals() {
    #expect(throws: LearningError.empty(rowCount: 0, columnCount: 2)) {
      try LinearRegression().fit(.zeros(0, 2), targets: [])
    }
    #expect(throws: LearningError.countMismatch(.targets, count: 4, rowCount: 5)) {
      try LinearRegression().fit(x, targets: [1, 2, 3, 4])
    }
    #expect(throws: LearningError.noPositiveWeight) {
      try LinearRegression().fit(x, targets: y, weights: [0, 0, 0, 0, 0])
    }
    #expect(throws: LearningError.negativeWeight(row: 1, value: -1)) {
      try LinearRegression().fit(x, targets: y, weights: [1, -1, 1, 1, 1])
    }
    do {
      _ = try LinearRegression().fit([[1], [2], [.nan]], targets: [1, 2, 3])
      Issue.record("NaN was taken for a feature")
    } catch {
      #expect("\(error)".contains("row 2, column 0"))
    }
    do {
      _ = try LinearRegression().fit(x, targets: [1, 2, .infinity, 3, 7])
      Issue.record("infinity was taken for a target")
    } catch {
      #expect("\(error)" == "The targets hold inf at row 2; every one must be a finite number.")
    }
    for broken in [LinearRegression.ridge(-1), .lasso(.nan), .elasticNet(l1: 1, l2: .infinity)] {
      #expect(throws: LearningError.self) { try broken.fit(x, targets: y) }
    }
    #expect(throws: LearningError.self) { try LinearRegression(tolerance: -1).fit(x, targets: y) }
    #expect(throws: LearningError.self) { try LinearRegression().fit(x, targets: y.map { $0 * 1e200 }) }
  }

  @Test("gives constant columns the coefficient 0 and names them")
  func constant() throws {
    let wide: Matrix = [[1, 7, 2], [2, 7, 1], [3, 7, 5], [4, 7, 3], [6, 7, 2]]
    let plain = try LinearRegression().fit(x, targets: y)
    for estimator in [LinearRegression(), .ridge(1), .lasso(0.1)] {
      let model = try estimator.fit(wide, targets: y)
      #expect(model.coefficients[1] == 0)
      #expect(model.report.warnings.map(\.kind) == [.constantColumns])
      #expect(model.report.warnings.first?.columns == [1])
      expectClose(model.effectiveParameters, try estimator.fit(x, targets: y).effectiveParameters, within: 1e-12)
    }
    let rows = try LinearRegression().fit(wide, targets: y).inference().rows
    #expect(rows[2].standardError == nil && rows[2].pValue == nil)
    expectClose(rows[3].standardError, try plain.inference().rows[2].standardError, within: 1e-12)
    // Without an intercept a constant column is one.
    let model = try LinearRegression(fitsIntercept: false).fit(wide, targets: y)
    expectClose(7 * model.coefficients[1], plain.intercept, within: 1e-12)
    #expect(model.report.warnings.isEmpty)
  }

  @Test("names dependent columns, predicts as without them, and tests the others")
  func dependent() throws {
    let plain = try LinearRegression().fit(x, targets: y)
    let third: [Double] = x.rows.map { $0[0] + 2 * $0[1] - 3 }
    for extra in [Array(x.column(0)), third] {
      let wide = try Matrix(rows: extra.indices.map { i -> [Double] in [x[i, 0], x[i, 1], extra[i]] })
      let model = try LinearRegression().fit(wide, targets: y)
      let warning = try #require(model.report.warnings.first)
      #expect(model.report.warnings.count == 1 && warning.kind == .rankDeficient && warning.columns.count == 1)
      expectClose(try model.predict(wide), try plain.predict(x), within: 1e-13)
      #expect(model.effectiveParameters == 3)
      let rows = try model.inference().rows.dropFirst()
      #expect(rows.count { $0.standardError == nil } == 1)
      #expect(rows[1 + warning.columns[0]].standardError == nil && model.coefficients[warning.columns[0]] == 0)
      // A ridge penalty shares the coefficient between equal columns.
      let ridge = try LinearRegression.ridge(0.1).fit(wide, targets: y)
      #expect(ridge.report.warnings.isEmpty && ridge.report.hasConverged)
      if extra == Array(x.column(0)) { expectClose(ridge.coefficients[0], ridge.coefficients[2], within: 1e-12) }
    }
  }

  @Test("passes through the targets of fewer rows than columns, and says that nothing is left to test")
  func wide() throws {
    let x: Matrix = [[1, 2, 0, 1], [2, 1, 4, 0], [0, 1, 1, 3]]
    let model = try LinearRegression().fit(x, targets: [1, 5, 2])
    expectClose(try model.predict(x), [1, 5, 2], within: 1e-13)
    #expect(model.report.warnings.map(\.kind) == [.rankDeficient])
    #expect(model.residualDegreesOfFreedom == 0)
    #expect(model.residualStandardError == nil && model.adjustedR2 == nil && model.covariance == nil)
    #expect(throws: LearningError.self) { try model.inference() }
    #expect(throws: LearningError.self) { try model.fTest() }
    let one = try LinearRegression().fit([[3, 4]], targets: [2])
    #expect(try one.predict([[0, 0]]) == [2])
  }

  @Test("explains nothing where targets do not vary")
  func constantTargets() throws {
    for estimator in [LinearRegression(), .ridge(1), .lasso(1)] {
      let model = try estimator.fit(x, targets: [4, 4, 4, 4, 4])
      expectClose(model.coefficients, [0, 0], within: 1e-14)
      expectClose(model.intercept, 4, within: 1e-14)
      #expect(model.r2 == nil && model.report.hasConverged)
    }
    let column: Matrix = [[5], [5], [5]]
    let mean = try LinearRegression().fit(column, targets: [1, 2, 6])
    #expect(try mean.predict([[9]]) == [3])
    #expect(throws: LearningError.self) { try mean.fTest() }
  }

  @Test("does not mind units a million times as large, or means a million times the spread")
  func units() throws {
    let plain = try LinearRegression().fit(x, targets: y)
    let scaled = try Matrix(rows: x.rows.map { row -> [Double] in [row[0] * 1e6, row[1] * 1e-6] })
    let model = try LinearRegression().fit(scaled, targets: y)
    expectClose(model.coefficients[0] * 1e6, plain.coefficients[0], within: 1e-13)
    expectClose(model.coefficients[1] * 1e-6, plain.coefficients[1], within: 1e-13)
    let far = try Matrix(rows: x.rows.map { row -> [Double] in [row[0] + 1e6, row[1] - 4e6] })
    expectClose(try LinearRegression().fit(far, targets: y).coefficients, plain.coefficients, within: 1e-13)
    // The penalty counts in the features' units, also where they differ so much: the optimum's own condition.
    let ridge = try LinearRegression.ridge(2).fit(scaled, targets: y)
    #expect(ridge.report.hasConverged)
    let residuals = zip(y, try ridge.predict(scaled)).map { $0 - $1 }
    for (j, slope) in scaled.transposeMultiplied(by: residuals).enumerated() {
      #expect(abs(slope - 2 * ridge.coefficients[j]) <= 1e-12 * (scaled.column(j).reduce(0) { $0 + abs($1) }))
    }
  }

  @Test("has a ridge fit also where a tiny penalty is all that tells columns apart")
  func tinyPenalty() throws {
    let doubled = try Matrix(rows: x.rows.map { row -> [Double] in [row[0], row[1], row[0]] })
    for l2 in [1e-8, 1e-9] {
      let model = try LinearRegression.ridge(l2).fit(doubled, targets: y)
      #expect(model.report.method.contains("QR") && model.report.hasConverged, "\(model.report)")
      let plain = try LinearRegression().fit(x, targets: y)
      expectClose(try model.predict(doubled), try plain.predict(x), within: 1e-7)
      expectClose(model.coefficients[0], model.coefficients[2], within: 1e-6)
    }
  }

  @Test("has no inference for penalised fits, and says why")
  func penalised() throws {
    let model = try LinearRegression.ridge(1).fit(x, targets: y)
    #expect(model.covariance == nil)
    do {
      _ = try model.inference()
      Issue.record("standard errors of a penalised fit")
    } catch {
      #expect("\(error)".contains("the penalty moves the coefficients towards zero by design"))
    }
    // A penalty of nothing is none.
    #expect(try LinearRegression.ridge(0).fit(x, targets: y).inference().rows.count == 3)
    #expect(throws: LearningError.self) { try LinearRegression().fit(x, targets: y).inference(names: ["one"]) }
  }
}
