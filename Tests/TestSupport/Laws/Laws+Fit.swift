import Learning
import LinearAlgebra

/// What a fit does and leaves undone.
extension Laws {
  var fitLaws: [Law: Check] {
    [
      .inputsStayAsTheyWere: inputsStayAsTheyWere,
      .generatorIsOptional: generatorIsOptional,
      .iterationsAreCounted: iterationsAreCounted,
      .iterativeFitsStopWhenAsked: iterativeFitsStopWhenAsked,
    ]
  }

  /// Kernels write through pointers, so a slip could reach memory that the caller's matrix shares.
  private func inputsStayAsTheyWere(_ findings: inout Findings) throws {
    // Data that no other law sees, and copies of the elements: a copy of the matrix would share what is spoilt.
    var used = Self.training(options)
    used.weights = used.labels.map { 1 + Double($0) }
    let query = Self.training(options).x
    let before = (
      x: used.x.elements, labels: used.labels.map { $0 }, targets: used.targets.map { $0 },
      weights: used.weights.map { $0.map { $0 } }, query: query.elements
    )
    _ = try fit(used).answers(for: query)
    findings.expect(used.x.elements == before.x, "the features changed in the fit")
    findings.expect(used.labels == before.labels, "the labels changed in the fit")
    findings.expect(used.targets == before.targets, "the targets changed in the fit")
    findings.expect(used.weights == before.weights, "the weights changed in the fit")
    findings.expect(query.elements == before.query, "the samples changed when the model was asked")
  }

  private func generatorIsOptional(_ findings: inout Findings) throws {
    let model = try subject.fitWithoutGenerator(problem)
    findings.expectFinite(try model.answers(for: heldOut.x), "fitted without a generator")
  }

  private func iterationsAreCounted(_ findings: inout Findings) throws {
    let iterations = try fit(problem).report.iterations
    findings.expect(iterations >= 1, "the report counts \(iterations) iterations")
  }

  private func iterativeFitsStopWhenAsked(_ findings: inout Findings) throws {
    let iterations = try fit(problem).report.iterations
    do {
      _ = try withMonitor(Monitor(shouldContinue: { _ in false })) { () throws(LearningError) in try fit(problem) }
      findings.expect(iterations <= 1, "a fit of \(iterations) iterations went on to its end")
    } catch {
      findings.expectEqual(error, .cancelled, "a fit that is asked to stop")
    }
  }
}
