import Learning
import LinearAlgebra

extension Laws {
  var regressorLaws: [Law: Check] {
    [.linearTrendIsLearned: linearTrendIsLearned]
  }

  private func linearTrendIsLearned(_ findings: inout Findings) throws {
    for case (let name, .values(let predictions)) in try fit(problem).answers(for: heldOut.x) {
      guard options.learns else {
        let distinct = Set(predictions.elements).count
        findings.expect(distinct == 1, "held not to learn, but \(name) gives \(distinct) values")
        continue
      }
      let mean = problem.targets.reduce(0, +) / Double(problem.rowCount)
      let baseline = heldOut.targets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = zip(predictions.elements, heldOut.targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      findings.expect(error <= 0.9 * baseline, "\(name): a squared error of \(error); the mean's is \(baseline)")
    }
  }
}
