import Learning
import LinearAlgebra

/// What the rules for the number of components say of one fit, side by side.
public struct ComponentSelection: Hashable, Sendable {
  /// One rule's answer.
  public struct Answer: Hashable, Sendable {
    public let rule: PCA.ComponentCount
    /// How many components it keeps; nil where it has no answer. A rule that does not apply may still have one, to show
    /// what it would have led to.
    public let count: Int?
    /// Why the rule does not apply to this fit; nil where it does.
    public let objection: String?

    /// Whether the rule applies to this fit.
    public var applies: Bool { objection == nil }
  }

  public let answers: [Answer]

  /// The answer of one rule; nil where it was not asked.
  public subscript(rule: PCA.ComponentCount) -> Answer? {
    answers.first { $0.rule == rule }
  }
}

extension ComponentSelection: CustomStringConvertible {
  /// One rule a line: its answer, and why it does not apply.
  public var description: String {
    let names = answers.map(\.rule.description)
    let width = names.map(\.count).max() ?? 0
    return zip(names, answers).map { name, answer in
      let count = (answer.count.map(String.init) ?? "-").padded(to: 4)
      let padding = String(repeating: " ", count: width - name.count)
      return "\(name)\(padding)\(count)" + (answer.objection.map { "  does not apply: \($0)" } ?? "")
    }.joined(separator: "\n")
  }
}

extension PCA.Model {
  /// The rules that ``componentSelection(_:using:)`` asks where none are given.
  public static let selectionRules: [PCA.ComponentCount] = [
    .variance(0.80), .variance(0.90), .variance(0.95), .kaiser, .elbow, .brokenStick, .parallelAnalysis(), .minka,
  ]

  /// Every rule's answer for these data, whether it applies to this fit, and why not.
  ///
  /// The answers follow from the eigenvalues, so one fit with any rule is enough, except with the randomized solver,
  /// which knows too few of them.
  ///
  /// - Parameters:
  ///   - rules: the rules to ask.
  ///   - generator: for parallel analysis.
  /// - Throws: `.invalidOption` for a rule with an option outside its range, `.cancelled`.
  public func componentSelection(
    _ rules: [PCA.ComponentCount] = selectionRules, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> ComponentSelection {
    var answers: [ComponentSelection.Answer] = []
    for rule in rules {
      try rule.requireValidOptions()
      answers.append(try selector.answer(of: rule, using: &generator))
    }
    return ComponentSelection(answers: answers)
  }

  /// Every rule's answer, with the system's generator; see ``componentSelection(_:using:)``.
  public func componentSelection(
    _ rules: [PCA.ComponentCount] = selectionRules
  ) throws(LearningError) -> ComponentSelection {
    var generator = SystemRandomNumberGenerator()
    return try componentSelection(rules, using: &generator)
  }

  private var selector: ComponentSelector {
    ComponentSelector(
      spectrum: VarianceSpectrum(variances: eigenvalues, total: explained.total), rank: rank, matrix: matrix,
      sampleWeight: sampleWeight, divisor: divisor, variableCount: featureCount - constantColumns.count,
      isWholeSpectrum: eigenvalues.count == featureCount)
  }
}
