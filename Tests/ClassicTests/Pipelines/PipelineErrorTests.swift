import Classic
import Decomposition
import Learning
import LinearAlgebra
import Testing

@Suite("What a user of a pipeline is told")
struct PipelineErrorTests {
  private static let x: Matrix = [[0, 7, 1, 2], [1, 7, 3, 2], [4, 7, 5, 3], [3, 7, 6, 9], [2, 7, 2, 2]]
  private static let targets = [1.0, 2, 3, 5, 4]

  @Test("The place of a missing value among the samples' columns, whichever part refuses it")
  func places() throws {
    let steps = VarianceThreshold().on(columns: [2], remainder: .kept).then(PassThrough().on(columns: [3, 0, 1]))
    let pipeline = steps.then(LinearRegression())
    var missing = Self.x
    missing[3, 3] = .nan
    // NaN is not equal to itself, so the sentences are compared.
    let sentence = "The feature at row 3, column 3 is nan; remove the row or impute the value first."
    let atFit = #expect(throws: LearningError.self) { try pipeline.fit(missing, targets: Self.targets) }
    #expect(atFit.map { "\($0)" } == sentence)
    let model = try pipeline.fit(Self.x, targets: Self.targets)
    let atPrediction = #expect(throws: LearningError.self) { try model.predict(missing) }
    #expect(atPrediction.map { "\($0)" } == sentence)

    let inside = #expect(throws: LearningError.self) {
      try PassThrough().then(VarianceThreshold().on(columns: [3])).fit(missing)
    }
    #expect(inside.map { "\($0)" } == sentence)
    let classes = #expect(throws: LearningError.self) {
      try PassThrough().on(columns: [3]).then(NearestCentroid()).fit(missing, labels: [0, 0, 1, 1, 0])
    }
    #expect(classes.map { "\($0)" } == sentence)
  }

  @Test("The first place in the order of rows, where parts look at different columns")
  func firstPlace() throws {
    let union = VarianceThreshold().on(columns: [0, 2]).beside(VarianceThreshold().on(columns: [3]))
    let model = try union.fit(Self.x)
    for (row, firstColumn, firstRow) in [(1, 3, 1), (4, 0, 3)] {
      var infinite = Self.x
      infinite[3, 0] = .infinity
      infinite[row, 3] = .infinity
      let error = LearningError.notFinite(row: firstRow, column: firstColumn, value: .infinity)
      #expect(throws: error) { try union.fit(infinite) }
      #expect(throws: error) { try model.transform(infinite) }
    }
  }

  @Test("That a step made what is not finite")
  func overflow() {
    let error = #expect(throws: LearningError.self) {
      try ZeroFill(factor: 1e308).then(LinearRegression()).fit(Self.x, targets: Self.targets)
    }
    #expect(error.map { "\($0)" } == "There is no finite feature 1 of row 0 after the steps of the pipeline: they make "
      + "inf of it; look at that row of the samples, and at each step's transform of it.")
  }

  @Test("Columns that are not there or come twice", arguments: [
    ([], "an empty list", "a list of at least one column"),
    ([0, 4], "a list with 4", "a list of columns from 0 to 3, which these samples have"),
    ([-1], "a list with -1", "a list of columns from 0 to 3, which these samples have"),
    ([2, 1, 2], "a list with 2 twice", "a list of different columns"),
  ] as [([Int], String, String)])
  func columns(columns: [Int], value: String, allowed: String) {
    #expect(throws: LearningError.invalidOption(name: "columns", value: value, allowed: allowed)) {
      try PassThrough().on(columns: columns).fit(Self.x)
    }
  }

  @Test("Warnings of every part, with the part's name and the samples' columns")
  func warnings() throws {
    let model = try PassThrough().on(columns: [3, 1]).then(LinearRegression()).fit(Self.x, targets: Self.targets)
    let warning = try #require(model.report.warnings.first)
    #expect(model.report.warnings.count == 1 && warning.kind == .constantColumns && warning.columns == [1])
    #expect(warning.message.hasPrefix("LinearRegression, on the features that the steps before make: columns 1 do"))

    let unnamed = try PCA(on: .correlation).on(columns: [0, 1]).then(PassThrough())
      .beside(PCA(on: .correlation)).fit(Self.x)
    #expect(unnamed.report.warnings.map(\.columns) == [[1], [1]])
    #expect(unnamed.report.warnings[0].message.hasPrefix("PCA, on columns 0, 1: "))
    #expect(unnamed.report.warnings[1].message.hasPrefix("PCA: "))
    #expect(unnamed.report.termination == .closedForm && unnamed.report.method.hasPrefix("none; "))
  }

  @Test("That a step has not converged, which the last estimator's report does not say")
  func convergence() throws {
    let stopping = ZeroFill(termination: .iterationLimit)
    let model = try stopping.then(LinearRegression.ridge(1)).fit(Self.x, targets: Self.targets)
    #expect(model.report.hasConverged)
    #expect(model.report.warnings.map(\.kind).contains(.unconvergedStep))
    #expect(model.report.warnings.map(\.message).contains(
      "ZeroFill (zeros) stopped before it had converged: iteration limit, 1 iteration."))
    #expect(try PassThrough().beside(stopping).fit(Self.x).report.termination == .iterationLimit)
    #expect(try PassThrough().beside(ZeroFill(termination: .converged)).fit(Self.x).report.termination == .converged)
  }
}
