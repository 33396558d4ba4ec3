import Classic
import Learning
import LinearAlgebra
import RealModule
import Testing

@Suite("Poisson regression and difficult data")
struct PoissonRegressionDataTests {
  private let x: Matrix = [[0, 1], [1, 0], [2, 3], [3, 1], [4, 4], [5, 2]]
  private let y: [Double] = [1, 0, 3, 2, 6, 9]

  @Test("refuses negative counts and offsets that are none, with the row")
  func refusals() {
    do {
      _ = try PoissonRegression().fit(x, targets: [1, 0, 3, -2, 6, 9])
      Issue.record("a negative count was taken")
    } catch {
      let sentence = "The observation at row 3 is -2.0; the Poisson distribution gives counts, which are zero or positive."
      #expect("\(error)" == sentence)
    }
    #expect(throws: LearningError.countMismatch(.offsets, count: 2, rowCount: 6)) {
      try PoissonRegression().fit(x, targets: y, offsets: [0, 1])
    }
    do {
      _ = try PoissonRegression().fit(x, targets: y, offsets: [0, 0, -.infinity, 0, 0, 0])
      Issue.record("the logarithm of no exposure was taken")
    } catch {
      #expect("\(error)" == "The offsets hold -inf at row 2; every one must be a finite number.")
    }
    #expect(throws: LearningError.empty(rowCount: 0, columnCount: 2)) {
      try PoissonRegression().fit(.zeros(0, 2), targets: [])
    }
    #expect(throws: LearningError.noPositiveWeight) {
      try PoissonRegression().fit(x, targets: y, weights: [0, 0, 0, 0, 0, 0])
    }
    #expect(throws: LearningError.self) { try PoissonRegression(penalty: .l2(-1)).fit(x, targets: y) }
    #expect(throws: LearningError.self) { try PoissonRegression(tolerance: .nan).fit(x, targets: y) }
  }

  @Test("without any count has no maximum, and says so", arguments: [CoefficientPenalty.none, .l2(1), .l1(1)])
  func noCounts(penalty: CoefficientPenalty) throws {
    let model = try PoissonRegression(penalty: penalty).fit(x, targets: [0, 0, 0, 0, 0, 0])
    #expect(!model.report.hasConverged)
    #expect(model.report.warnings.map(\.kind) == [.separation])
    #expect(model.report.warnings.first?.message.contains("every count is 0") == true)
    #expect(throws: LearningError.self) { try model.inference() }
  }

  @Test("finds groups without counts, whose coefficient has no end, and not small means that have one")
  func separation() throws {
    let grouped: Matrix = [[0, 1], [0, 2], [0, 3], [0, 5], [1, 1], [1, 4]]
    let model = try PoissonRegression().fit(grouped, targets: [2, 3, 1, 4, 0, 0])
    #expect(model.report.termination == .diverged)
    #expect(model.report.warnings.map(\.kind) == [.separation])
    #expect(model.covariance == nil)
    let penalised = try PoissonRegression(penalty: .l2(1)).fit(grouped, targets: [2, 3, 1, 4, 0, 0])
    #expect(penalised.report.hasConverged && penalised.report.warnings.isEmpty)
    // A row far out, with a mean of e⁻⁴⁰: it is the others that settle the slope.
    let far = try PoissonRegression().fit([[0], [1], [2], [3], [-40]], targets: [1, 4, 7, 21, 0])
    #expect(far.report.termination == .converged && far.report.warnings.isEmpty)
    #expect(try far.inference().rows[1].standardError != nil)
  }

  @Test("names constant and dependent columns, and fits as without them")
  func columns() throws {
    let plain = try PoissonRegression().fit(x, targets: y)
    let wide = try Matrix(rows: x.rows.map { row -> [Double] in [row[0], 5, row[1], row[0] - row[1]] })
    let model = try PoissonRegression().fit(wide, targets: y)
    #expect(model.report.warnings.map(\.kind) == [.constantColumns, .rankDeficient])
    #expect(model.report.warnings[0].columns == [1])
    let dropped = try #require(model.report.warnings[1].columns.first)
    #expect(model.coefficients[1] == 0 && model.coefficients[dropped] == 0)
    expectClose(try model.predict(wide), try plain.predict(x), within: 1e-11)
    #expect(model.parameterCount == 3)
    expectClose(model.aic, plain.aic, within: 1e-12)
    #expect(try model.inference().rows.count { $0.standardError == nil } == 2)
  }

  @Test("passes through the counts of fewer rows than columns")
  func wide() throws {
    let rows: Matrix = [[1, 2, 0, 1], [2, 1, 4, 0], [0, 1, 1, 3]]
    let model = try PoissonRegression().fit(rows, targets: [1, 5, 2])
    expectClose(try model.predict(rows), [1, 5, 2], within: 1e-9)
    #expect(model.deviance <= 1e-15)
    #expect(model.residualDegreesOfFreedom == 0 && model.dispersion == nil)
    #expect(throws: LearningError.self) { try model.inference(scaledByDispersion: true) }
  }

  @Test("does not overflow: features a million times as large, offsets of a thousand, counts of 10¹²")
  func ranges() throws {
    let plain = try PoissonRegression().fit(x, targets: y)
    let scaled = try Matrix(rows: x.rows.map { row -> [Double] in [row[0] * 1e6, row[1] * 1e-6] })
    let model = try PoissonRegression().fit(scaled, targets: y)
    expectClose(model.coefficients[0] * 1e6, plain.coefficients[0], within: 1e-10)
    expectClose(model.coefficients[1] * 1e-6, plain.coefficients[1], within: 1e-10)
    // A constant offset moves the intercept only.
    let moved = try PoissonRegression().fit(x, targets: y, offsets: [Double](repeating: 1000, count: 6))
    expectClose(moved.coefficients, plain.coefficients, within: 1e-10)
    expectClose(moved.intercept, plain.intercept - 1000, within: 1e-12)
    expectClose(moved.nullDeviance, plain.nullDeviance, within: 1e-10)
    let large = try PoissonRegression().fit(x, targets: y.map { $0 * 1e12 })
    expectClose(large.coefficients, plain.coefficients, within: 1e-9)
    #expect(large.report.hasConverged)
    // Exponents of a hundred, from a start far away.
    let steep = try PoissonRegression().fit([[0], [1], [2], [3]], targets: [0, 0, 0, 1e40])
    #expect(steep.deviance.isFinite)
    #expect(throws: LearningError.self) { try plain.predict([[1e9, 0]]) }
    #expect(try plain.predict([[-1e9, 0]]) == [0])
  }

  @Test("takes numbers between counts as quasi-likelihood does: the equations are the same")
  func fractions() throws {
    let targets = y.map { $0 + 0.25 }
    let model = try PoissonRegression().fit(x, targets: targets)
    let residuals = zip(targets, try model.predict(x)).map { $0 - $1 }
    for slope in [residuals.reduce(0, +)] + x.transposeMultiplied(by: residuals) { #expect(abs(slope) <= 1e-9) }
  }
}
