import Learning
import LinearAlgebra

/// What weights mean.
extension Laws {
  var weightLaws: [Law: Check] {
    [
      .weightsEqualRepetition: weightsEqualRepetition,
      .zeroWeightEqualsRemoval: zeroWeightEqualsRemoval,
      .unitWeightsEqualNone: unitWeightsEqualNone,
    ]
  }

  private func weightsEqualRepetition(_ findings: inout Findings) throws {
    // Drawn, so that weights differ within each class.
    var generator = SeededGenerator(seed: 5)
    let counts = problem.labels.map { _ in 1 + generator.nextIndex(below: 3) }
    let repeated = problem.selecting(counts.indices.flatMap { [Int](repeating: $0, count: counts[$0]) })
    findings.expectClose(
      try fit(problem.with(weights: counts.map(Double.init))).answers(for: heldOut.x),
      try fit(repeated).answers(for: heldOut.x), .relative(1e-9), "weights from 1 to 3 and repeated rows")
  }

  /// The rows of weight zero are far away, and of a class and a target of their own.
  private func zeroWeightEqualsRemoval(_ findings: inout Findings) throws {
    var generator = SeededGenerator(seed: 6)
    let kept = problem.with(weights: problem.labels.map { _ in 0.5 + generator.nextUniform() })
    let outliers = LawProblem(
      x: Matrix(repeating: 50, rowCount: 5, columnCount: problem.columnCount), labels: [-9, 99, 99, -9, 0],
      targets: [1e6, options.countTargets ? 0 : -1e6, 1e6, 1e6, 0], weights: [Double](repeating: 0, count: 5))
    // The kept rows stay in order; outliers stand before, among and after them.
    let n = kept.rowCount
    let order = [n, n + 1] + Array(0..<n / 2) + [n + 2] + Array(n / 2..<n) + [n + 3, n + 4]
    findings.expectClose(
      try fit(kept.appending(outliers).selecting(order)).answers(for: heldOut.x),
      try fit(kept).answers(for: heldOut.x), .relative(1e-9), "five rows of weight zero and without them")
  }

  private func unitWeightsEqualNone(_ findings: inout Findings) throws {
    findings.expectClose(
      try fit(problem.with(weights: problem.labels.map { _ in 1 })).answers(for: heldOut.x),
      try fit(problem).answers(for: heldOut.x), .relative(1e-12), "weights of one and none")
  }
}
