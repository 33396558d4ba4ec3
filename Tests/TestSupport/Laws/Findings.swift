import Learning
import LinearAlgebra

/// What one law found to be wrong, as it is being checked.
struct Findings {
  private(set) var details: [String] = []

  mutating func expect(_ holds: Bool, _ detail: @autoclosure () -> String) {
    if !holds { details.append(detail()) }
  }

  mutating func expectEqual<Value: Equatable>(_ found: Value, _ expected: Value, _ what: @autoclosure () -> String) {
    expect(found == expected, "\(what()): \(found) where \(expected) is due")
  }

  /// The answers to the same questions must be close.
  mutating func expectClose(
    _ found: [(name: String, answer: Answer)], _ expected: [(name: String, answer: Answer)],
    _ closeness: Answer.Closeness, _ what: @autoclosure () -> String
  ) {
    for (a, b) in zip(found, expected) {
      guard let difference = a.answer.difference(from: b.answer, closeness) else { continue }
      details.append("\(what()), \(a.name): \(difference)")
    }
  }

  mutating func expectFinite(_ answers: [(name: String, answer: Answer)], _ what: @autoclosure () -> String) {
    for (name, answer) in answers where !answer.isFinite {
      details.append("\(what()), \(name): a result is not finite")
    }
  }

  /// The body must throw just this error.
  mutating func expectError<Result>(
    _ expected: LearningError, _ what: @autoclosure () -> String, _ body: () throws(LearningError) -> Result
  ) {
    expectError(what(), "“\(expected)”", { "\($0)" == "\(expected)" }, body)
  }

  /// The body must throw an error like this.
  mutating func expectError<Result>(
    _ what: @autoclosure () -> String, _ wanted: String, _ isWanted: (LearningError) -> Bool,
    _ body: () throws(LearningError) -> Result
  ) {
    do {
      _ = try body()
      details.append("\(what()): no error; \(wanted) is due")
    } catch {
      expect(isWanted(error), "\(what()): “\(error)” where \(wanted) is due")
    }
  }
}
