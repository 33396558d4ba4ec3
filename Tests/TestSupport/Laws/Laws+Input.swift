import Learning
import LinearAlgebra

/// What is refused, and what must be coped with.
extension Laws {
  var inputLaws: [Law: Check] {
    var laws: [Law: Check] = [
      .featuresNotFiniteAreRefused: featuresNotFiniteAreRefused,
      .missingValuesAreAccepted: missingValuesAreAccepted,
      .wrongWeightsAreRefused: wrongWeightsAreRefused,
      .emptyDataAreRefused: emptyDataAreRefused,
      .smallDataAreHandled: smallDataAreHandled,
      .otherFeatureCountIsRefused: otherFeatureCountIsRefused,
      .noRowsGiveNoResults: noRowsGiveNoResults,
      .hugeValuesAreHandled: hugeValuesAreHandled,
      .invalidOptionsAreRefused: invalidOptionsAreRefused,
    ]
    if subject.companion != nil { laws[.wrongTargetsAreRefused] = wrongTargetsAreRefused }
    return laws
  }

  private static var valuesNotFinite: [Double] { [.nan, .infinity, -.infinity] }

  private func featuresNotFiniteAreRefused(_ findings: inout Findings) throws {
    let model = try fit(problem)
    let last = (row: problem.rowCount - 1, column: problem.columnCount - 1)
    let acceptsMissingValues = subject.traits.contains(.acceptsMissingValues)
    for value in Self.valuesNotFinite where !(acceptsMissingValues && value.isNaN) {
      for (row, column) in [(0, 0), (problem.rowCount / 2, last.column), (last.row, 0)] {
        let error = LearningError.notFinite(row: row, column: column, value: value)
        findings.expectError(error, "fit") { () throws(LearningError) in
          try fit(problem.with(value, row: row, column: column))
        }
        for question in model.questions {
          findings.expectError(error, question.name) { () throws(LearningError) in
            try question.ask(problem.x.setting(value, row: row, column: column))
          }
        }
      }
    }
    // Two of them, of different classes, and the later one further left.
    let two = problem.with(-.infinity, row: problem.rowCount / 2, column: 0)
      .with(.infinity, row: 1, column: last.column)
    let first = LearningError.notFinite(row: 1, column: last.column, value: .infinity)
    findings.expectError(first, "fit, two of them") { () throws(LearningError) in try fit(two) }
    let left = two.with(weights: two.labels.indices.map { $0 == 1 ? 0 : 1 })
    findings.expectError(first, "fit, one on a row of weight zero") { () throws(LearningError) in try fit(left) }
  }

  /// What the trait declares must be so: a fit and an answer, whatever becomes of the missing values.
  private func missingValuesAreAccepted(_ findings: inout Findings) throws {
    guard subject.traits.contains(.acceptsMissingValues) else { return }
    let missing = problem.with(.nan, row: 0, column: 0)
    do {
      _ = try fit(missing).answers(for: missing.x)
      // A row of weight zero is looked at before it is left out.
      _ = try fit(missing.with(weights: missing.labels.indices.map { $0 == 0 ? 0 : 1 }))
    } catch {
      findings.expect(false, "missing values are declared to be accepted: “\(error)”")
    }
  }

  private func wrongWeightsAreRefused(_ findings: inout Findings) throws {
    let n = problem.rowCount
    let ones = [Double](repeating: 1, count: n)
    for count in [0, n - 1, n + 1] {
      let weights = [Double](repeating: 1, count: count)
      findings.expectError(
        .countMismatch(.weights, count: count, rowCount: n), "fit with \(count) weights"
      ) { () throws(LearningError) in try fit(problem.with(weights: weights)) }
    }
    for value in Self.valuesNotFinite + [-1] {
      var weights = ones
      weights[n / 2] = value
      let error: LearningError = value == -1
        ? .negativeWeight(row: n / 2, value: value) : .valueNotFinite(.weights, row: n / 2, value: value)
      findings.expectError(error, "fit with a weight of \(value)") { () throws(LearningError) in
        try fit(problem.with(weights: weights))
      }
    }
    findings.expectError(.noPositiveWeight, "fit with weights of zero") { () throws(LearningError) in
      try fit(problem.with(weights: ones.map { _ in 0 }))
    }
  }

  private func wrongTargetsAreRefused(_ findings: inout Findings) throws {
    guard let companion = subject.companion else { return }
    let n = problem.rowCount
    for count in [0, n - 1, n + 1] {
      findings.expectError(
        .countMismatch(companion, count: count, rowCount: n), "fit with \(count) \(companion.rawValue)"
      ) { () throws(LearningError) in try fit(problem.withCompanions(count: count)) }
    }
    guard companion == .targets else { return }
    for value in Self.valuesNotFinite {
      var wrong = problem
      wrong.targets[n / 2] = value
      findings.expectError(
        .valueNotFinite(.targets, row: n / 2, value: value), "fit with a target of \(value)"
      ) { () throws(LearningError) in try fit(wrong) }
    }
  }

  private func emptyDataAreRefused(_ findings: inout Findings) throws {
    for (n, d) in [(0, problem.columnCount), (problem.rowCount, 0), (0, 0)] {
      let empty = problem.selecting(Array(0..<n)).with(x: .zeros(n, d))
      findings.expectError(.empty(rowCount: n, columnCount: d), "fit of \(n) x \(d)") { () throws(LearningError) in
        try fit(empty)
      }
    }
  }

  private func smallDataAreHandled(_ findings: inout Findings) throws {
    let oneOfEach = problem.selecting(Array(0..<options.classCount))
    let small = [
      ("one row", problem.selecting([0])),
      ("two rows", problem.selecting([0, 1])),
      ("one row a class", oneOfEach),
      ("one row, twice", problem.selecting([0, 0])),
      ("one column", problem.with(x: problem.x.selectingColumns([0]))),
      ("one row a class, one column", oneOfEach.with(x: oneOfEach.x.selectingColumns([0]))),
    ]
    for (name, problem) in small {
      let query = heldOut.x.selectingColumns(0..<problem.columnCount)
      expectFiniteOrError(&findings, name, problem, queries: [("held-out rows", query)])
    }
  }

  private func otherFeatureCountIsRefused(_ findings: inout Findings) throws {
    let model = try fit(problem)
    let d = problem.columnCount
    findings.expectEqual(model.featureCount, d, "featureCount")
    for count in [d - 1, d + 1] {
      for question in model.questions {
        findings.expectError(
          .featureCountMismatch(found: count, expected: d), "\(question.name) with \(count) features"
        ) { () throws(LearningError) in try question.ask(.zeros(3, count)) }
      }
    }
  }

  private func noRowsGiveNoResults(_ findings: inout Findings) throws {
    for (name, answer) in try fit(problem).answers(for: .zeros(0, problem.columnCount)) {
      findings.expectEqual(answer.rowCount, 0, "\(name), rows")
    }
  }

  private func hugeValuesAreHandled(_ findings: inout Findings) throws {
    let huge = 1e200
    var problems = [
      ("ordinary data", problem),
      ("all features huge", problem.with(x: problem.x * huge)),
      // Each square is finite, but not the sum of all.
      ("all features the root of huge", problem.with(x: problem.x * 1e153)),
      ("one feature huge", problem.with(huge, row: 0, column: 0)),
      ("two features huge, of opposite sign", problem.with(huge, row: 0, column: 0).with(-huge, row: 1, column: 0)),
      ("huge weights", problem.with(weights: problem.labels.map { _ in huge })),
    ]
    if subject.companion == .targets {
      var targets = problem
      targets.targets = targets.targets.map { $0 * huge }
      problems.append(("huge targets", targets))
    }
    for (name, problem) in problems {
      expectFiniteOrError(
        &findings, name, problem, queries: [("ordinary rows", heldOut.x), ("huge rows", heldOut.x * huge)])
    }
  }

  private func invalidOptionsAreRefused(_ findings: inout Findings) throws {
    for (index, configuration) in broken.enumerated() {
      findings.expectError(
        "fit of broken configuration \(index)", "an invalid option",
        { if case .invalidOption = $0 { true } else { false } }
      ) { () throws(LearningError) in
        var generator = SeededGenerator(seed: 1)
        return try configuration.fit(problem, using: &generator)
      }
    }
  }
}
