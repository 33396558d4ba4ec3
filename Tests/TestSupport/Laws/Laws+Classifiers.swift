import Learning
import LinearAlgebra

/// Labels and probabilities.
extension Laws where Subject: LabelledSubject {
  var classifierLaws: [Law: Check] {
    [
      .anyLabelsWork: anyLabelsWork,
      .labelOrderDoesNotMatter: labelOrderDoesNotMatter,
      .classesAreSorted: classesAreSorted,
      .oneClassIsRefused: oneClassIsRefused,
      .probabilitiesAreDistributions: probabilitiesAreDistributions,
      .predictionIsTheMostProbable: predictionIsTheMostProbable,
      .blobsAreLearned: blobsAreLearned,
    ]
  }

  private func fit<Label: ClassLabel>(
    labels: [Label], weights: [Double]? = nil
  ) throws(LearningError) -> LabelledModel<Label> {
    try subject.fit(problem.x, labels: labels, weights: weights, seed: 1)
  }

  private func anyLabelsWork(_ findings: inout Findings) throws {
    let plain = try fit(labels: problem.labels)
    try expectSame(&findings, as: plain, "strings") { "class \(Character(Unicode.Scalar(UInt8(97 + $0))))" }
    try expectSame(&findings, as: plain, "scattered integers") { 1000 * $0 * $0 - 7 }
  }

  /// Labels that keep the order must give the same probabilities, and predictions that are those labels.
  private func expectSame<Label: ClassLabel>(
    _ findings: inout Findings, as plain: LabelledModel<Int>, _ what: String, _ rename: (Int) -> Label
  ) throws {
    let renamed = try fit(labels: problem.labels.map(rename))
    let names = (0..<options.classCount).map(rename)
    findings.expectClose(
      [
        ("probabilities", .values(try renamed.probabilities(heldOut.x))),
        ("predict", .labels(try renamed.predict(heldOut.x).map { names.firstIndex(of: $0) ?? -1 })),
      ],
      [
        ("probabilities", .values(try plain.probabilities(heldOut.x))),
        ("predict", .labels(try plain.predict(heldOut.x))),
      ], .bits, what)
  }

  private func labelOrderDoesNotMatter(_ findings: inout Findings) throws {
    let (plain, reversed) = (try fit(labels: problem.labels), try fit(labels: problem.labels.map { -$0 }))
    let probabilities = try reversed.probabilities(heldOut.x)
    let columns = Array((0..<probabilities.columnCount).reversed())
    findings.expectClose(
      [
        ("probabilities", .values(probabilities.selectingColumns(columns))),
        ("predict", .labels(try reversed.predict(heldOut.x).map { -$0 })),
      ],
      [
        ("probabilities", .values(try plain.probabilities(heldOut.x))),
        ("predict", .labels(try plain.predict(heldOut.x))),
      ], .relative(1e-9), "labels in the opposite order")
  }

  private func classesAreSorted(_ findings: inout Findings) throws {
    let labels = problem.labels.map { 3 - 5 * $0 }
    findings.expectEqual(try fit(labels: labels).classes, Set(labels).sorted(), "classes")
    guard options.classCount > 2 else { return }
    let weights = problem.labels.map { $0 == 0 ? 0.0 : 1 }
    findings.expectEqual(
      try fit(labels: labels, weights: weights).classes, Set(labels).subtracting([3]).sorted(),
      "classes, where those of one have weight zero")
  }

  private func oneClassIsRefused(_ findings: inout Findings) throws {
    findings.expectError(.oneClassOnly(label: "a"), "fit of one class") { () throws(LearningError) in
      try fit(labels: problem.labels.map { _ in "a" })
    }
    findings.expectError(
      .oneClassOnly(label: "b"), "fit of two classes, one of weight zero"
    ) { () throws(LearningError) in
      try fit(
        labels: problem.labels.map { $0 == 0 ? "a" : "b" }, weights: problem.labels.map { $0 == 0 ? 0 : 1 })
    }
  }

  /// Held-out rows, the same far away, where probabilities saturate, and one in the middle.
  private var queries: Matrix {
    heldOut.x.appending(rowsOf: heldOut.x * 30).appending(rowsOf: .zeros(1, heldOut.columnCount))
  }

  private func probabilitiesAreDistributions(_ findings: inout Findings) throws {
    let probabilities = try fit(labels: problem.labels).probabilities(queries)
    findings.expectEqual(probabilities.rowCount, queries.rowCount, "rows")
    findings.expectEqual(probabilities.columnCount, options.classCount, "columns")
    for (i, row) in probabilities.rows.enumerated() {
      findings.expect(row.allSatisfy { $0 >= 0 && $0 <= 1 }, "row \(i) is \(Array(row))")
      let sum = row.reduce(0, +)
      findings.expect(abs(sum - 1) <= 1e-12, "row \(i) sums to \(sum)")
    }
  }

  private func predictionIsTheMostProbable(_ findings: inout Findings) throws {
    let model = try fit(labels: problem.labels)
    let (labels, probabilities) = (try model.predict(queries), try model.probabilities(queries))
    findings.expectEqual(labels.count, probabilities.rowCount, "labels")
    for (i, (label, row)) in zip(labels, probabilities.rows).enumerated() {
      let first = row.max().flatMap { row.firstIndex(of: $0) }
      findings.expect(
        first != nil && first == model.classes.firstIndex(of: label),
        "row \(i): \(label) is predicted with probabilities \(Array(row))")
    }
  }

  private func blobsAreLearned(_ findings: inout Findings) throws {
    let predictions = try fit(labels: problem.labels).predict(heldOut.x)
    guard options.learns else {
      return findings.expect(
        Set(predictions).count == 1, "held not to learn, but predicts \(Set(predictions).count) labels")
    }
    let right = zip(predictions, heldOut.labels).count { $0 == $1 }
    findings.expect(right * 100 > 95 * heldOut.rowCount, "\(right) of \(heldOut.rowCount) held-out rows are right")
  }
}
