import Foundation
import Learning
import LinearAlgebra

/// The same bits again: from the same seed, on other threads, from a file.
extension Laws {
  var reproducibilityLaws: [Law: Check] {
    [
      .equalSeedsGiveEqualModels: equalSeedsGiveEqualModels,
      .determinismIsDeclaredTruly: determinismIsDeclaredTruly,
      .threadsDoNotMatter: threadsDoNotMatter,
      .codingKeepsTheModel: codingKeepsTheModel,
    ]
  }

  private func equalSeedsGiveEqualModels(_ findings: inout Findings) throws {
    let weighted = problem.with(weights: problem.labels.map { 1 + Double($0) })
    for (name, problem) in [("without weights", problem), ("with weights", weighted)] {
      findings.expectSameBytes(try fit(problem).encoded(), try fit(problem).encoded(), "fitted twice \(name)")
    }
  }

  private func determinismIsDeclaredTruly(_ findings: inout Findings) throws {
    guard subject.traits.contains(.deterministic) else { return }
    var generators = (CountingGenerator(seed: 1), CountingGenerator(seed: 2))
    let first = try subject.fit(problem, using: &generators.0)
    let second = try subject.fit(problem, using: &generators.1)
    findings.expectEqual(generators.0.drawCount, 0, "draws from the generator")
    findings.expectSameBytes(try first.encoded(), try second.encoded(), "fitted with two seeds")
  }

  private func threadsDoNotMatter(_ findings: inout Findings) throws {
    let large = options.problem(rowCount: options.threadedRowCount, seed: 3)
    func run(
      on threadCount: Int
    ) throws(LearningError) -> (model: LawModel, answers: [(name: String, answer: Answer)]) {
      try ThreadBudget.reproducible.limited(to: threadCount).run { () throws(LearningError) in
        let model = try fit(large)
        return (model, try model.answers(for: large.x))
      }
    }
    let (one, two) = (try run(on: 1), try run(on: 2))
    findings.expectSameBytes(try one.model.encoded(), try two.model.encoded(), "fitted on one thread and on two")
    findings.expectClose(one.answers, two.answers, .bits, "asked on one thread and on two")
  }

  private func codingKeepsTheModel(_ findings: inout Findings) throws {
    let model = try fit(problem)
    let bytes = try model.encoded()
    let read = try model.decoded(bytes)
    findings.expectSameBytes(bytes, try read.encoded(), "written, read and written again")
    findings.expectClose(
      try read.answers(for: heldOut.x), try model.answers(for: heldOut.x), .bits, "read from JSON")
  }
}

extension Findings {
  /// Two encodings must be the same; where they part is shown.
  fileprivate mutating func expectSameBytes(_ a: Data, _ b: Data, _ what: String) {
    guard a != b else { return }
    let start = zip(a, b).enumerated().first { $1.0 != $1.1 }?.offset ?? min(a.count, b.count)
    let excerpts = [a, b].map { String(decoding: $0.dropFirst(max(0, start - 20)).prefix(60), as: UTF8.self) }
    expect(false, "\(what): the encodings part at byte \(start): …\(excerpts[0])… against …\(excerpts[1])…")
  }
}
