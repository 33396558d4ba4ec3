import Learning
import LinearAlgebra

/// What changes nothing, and what shape the results have.
extension Laws {
  var invarianceLaws: [Law: Check] {
    [
      .rowsArePredictedAlone: rowsArePredictedAlone,
      .predictionFollowsTheRows: predictionFollowsTheRows,
      .trainingOrderDoesNotMatter: trainingOrderDoesNotMatter,
      .constantColumnDoesNoHarm: constantColumnDoesNoHarm,
      .duplicatedColumnDoesNoHarm: duplicatedColumnDoesNoHarm,
      .resultsHaveTheirShape: resultsHaveTheirShape,
    ]
  }

  private func rowsArePredictedAlone(_ findings: inout Findings) throws {
    let model = try fit(problem)
    let together = try model.answers(for: heldOut.x)
    for row in 0..<20 {
      findings.expectClose(
        try model.answers(for: heldOut.x.selectingRows([row])),
        together.map { ($0.name, $0.answer.selecting([row])) }, .relative(1e-12), "row \(row) by itself")
    }
  }

  private func predictionFollowsTheRows(_ findings: inout Findings) throws {
    let model = try fit(problem)
    let order = Self.order(of: heldOut.rowCount)
    findings.expectClose(
      try model.answers(for: heldOut.x.selectingRows(order)),
      try model.answers(for: heldOut.x).map { ($0.name, $0.answer.selecting(order)) }, .relative(1e-12),
      "rows in another order")
  }

  private func trainingOrderDoesNotMatter(_ findings: inout Findings) throws {
    findings.expectClose(
      try fit(problem.selecting(Self.order(of: problem.rowCount))).answers(for: heldOut.x),
      try fit(problem).answers(for: heldOut.x), .relative(1e-9), "training rows in another order")
  }

  private static func order(of count: Int) -> [Int] {
    var generator = SeededGenerator(seed: 4)
    return generator.permutation(of: count)
  }

  private func constantColumnDoesNoHarm(_ findings: inout Findings) throws {
    for value in [0, 1, 1e6] {
      expectNoHarm(&findings, "a column of \(value)") { x in
        x.appending(column: [Double](repeating: value, count: x.rowCount))
      }
    }
  }

  private func duplicatedColumnDoesNoHarm(_ findings: inout Findings) throws {
    expectNoHarm(&findings, "a duplicated column") { x in x.appending(column: Array(x.column(0))) }
  }

  private func expectNoHarm(_ findings: inout Findings, _ what: String, _ widen: (Matrix) -> Matrix) {
    expectFiniteOrError(
      &findings, what, problem.with(x: widen(problem.x)), queries: [("held-out rows", widen(heldOut.x))])
  }

  private func resultsHaveTheirShape(_ findings: inout Findings) throws {
    let model = try fit(problem)
    let answers = try model.answers(for: heldOut.x)
    findings.expectFinite(answers, "held-out rows")
    for (name, answer) in answers {
      findings.expectEqual(answer.rowCount, heldOut.rowCount, "\(name), rows")
      if case .values(let matrix) = answer {
        findings.expectEqual(matrix.columnCount, model.outputCount, "\(name), columns")
      }
    }
  }
}
