import Learning
import LinearAlgebra

/// The laws, held against one subject. Each law is a method; those of a topic stand together in a file.
struct Laws<Subject: LawSubject> {
  typealias Check = (inout Findings) throws -> Void

  let subject: Subject
  let options: LawOptions
  /// Configurations with an option that no fit may accept.
  let broken: [Subject]
  /// The rows to learn from.
  let problem: LawProblem
  /// Rows of the same distribution that no model has seen.
  let heldOut: LawProblem

  init(_ subject: Subject, broken: [Subject], options: LawOptions) {
    self.subject = subject
    self.broken = broken
    self.options = options
    problem = Self.training(options)
    heldOut = options.problem(rowCount: 100, seed: 2)
  }

  /// The rows to learn from, in memory of their own.
  static func training(_ options: LawOptions) -> LawProblem {
    options.problem(rowCount: options.rowCount, seed: 1)
  }

  /// Holds the given laws against the subject.
  func report(on checks: [Law: Check], exempting exempted: Set<Law>) -> LawReport {
    var report = LawReport(estimator: subject.name, kind: subject.kind)
    for law in Law.allCases where !exempted.contains(law) {
      guard let check = checks[law] else { continue }
      report.checked.append(law)
      report.violations += details(of: check).map { LawViolation(law, $0) }
    }
    report.checked += [.exemptionsAreDeclared, .exemptionsAreNeeded]
    for law in exempted.sorted(by: { "\($0)" < "\($1)" }) { exempt(law, checks[law], in: &report) }
    return report
  }

  private func details(of check: Check) -> [String] {
    var findings = Findings()
    do { try check(&findings) } catch { return findings.details + ["it ended in an error: \(error)"] }
    return findings.details
  }

  private func exempt(_ law: Law, _ check: Check?, in report: inout LawReport) {
    let excuses = law.excuses.intersection(subject.traits)
    guard !excuses.isEmpty else {
      let traits = law.excuses.names
      let rule = traits.isEmpty
        ? "nothing excuses from it" : "only these traits excuse from it: \(traits.joined(separator: ", "))"
      report.violations.append(LawViolation(.exemptionsAreDeclared, "“\(law)” was exempted; \(rule)"))
      return
    }
    report.exempted.append(LawReport.Exemption(law: law, traits: excuses.names))
    if check.map({ details(of: $0).isEmpty }) ?? true {
      report.violations.append(LawViolation(.exemptionsAreNeeded, "“\(law)” was exempted and holds"))
    }
  }
}

extension Laws {
  /// The laws of every kind.
  var ofEveryKind: [Law: Check] {
    [inputLaws, fitLaws, reproducibilityLaws, invarianceLaws, weightLaws].reduce(into: [:]) { all, topic in
      all.merge(topic) { first, _ in first }
    }
  }

  func fit(_ problem: LawProblem) throws(LearningError) -> LawModel {
    var generator = SeededGenerator(seed: 1)
    return try subject.fit(problem, using: &generator)
  }

  /// The fit, and each query to its model, may end in an error of learning, but not in numbers that are not finite.
  func expectFiniteOrError(
    _ findings: inout Findings, _ what: String, _ problem: LawProblem, queries: [(name: String, x: Matrix)]
  ) {
    // The type of the throw says all that can be asked of the error.
    guard let model = try? fit(problem) else { return }
    // A number that is not finite inside the model may show in no answer, but it cannot be written as it is.
    do { _ = try model.encoded() } catch { findings.expect(false, "\(what), written: \(error)") }
    for query in queries {
      guard let answers = try? model.answers(for: query.x) else { continue }
      findings.expectFinite(answers, "\(what), \(query.name)")
    }
  }
}
