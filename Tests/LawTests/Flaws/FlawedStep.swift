import Learning
import LinearAlgebra
import TestSupport

/// Adds the mean class index or the mean target to every feature, and does one thing wrong: a step that looks at what
/// its samples come with.
struct FlawedStep: ClassificationStep, RegressionStep {
  enum Flaw: String, CaseIterable, Codable, Sendable {
    case looksAtThePosition, takesCompanionsOfAnyNumber, forgetsWhenWritten, transformsNaN, declaresOneColumnMore

    /// The law that is broken so.
    var breaks: Law {
      switch self {
      case .looksAtThePosition: .trainingOrderDoesNotMatter
      case .takesCompanionsOfAnyNumber: .wrongTargetsAreRefused
      case .forgetsWhenWritten: .codingKeepsTheModel
      case .transformsNaN: .featuresNotFiniteAreRefused
      case .declaresOneColumnMore: .resultsHaveTheirShape
      }
    }
  }

  let flaw: Flaw

  var traits: EstimatorTraits { .deterministic }

  struct Model: Transformer, Codable {
    let featureCount: Int
    let flaw: Flaw
    /// Has no key, so that the model forgets it when it is written.
    var forgotten = 0.0
    var shift = 0.0
    var report = FitReport(method: "mean of what the samples come with")

    enum CodingKeys: String, CodingKey { case featureCount, flaw, shift, report }

    var outputCount: Int { featureCount + (flaw == .declaresOneColumnMore ? 1 : 0) }

    func transform(_ x: Matrix) throws(LearningError) -> Matrix {
      if flaw != .transformsNaN { try requireFitting(x) }
      return x.map { $0 + shift + forgotten }
    }
  }

  func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try fit(x, targets: classIndices.map(Double.init), weights: weights, using: &generator)
  }

  func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    let isOfAnyNumber = flaw == .takesCompanionsOfAnyNumber
    let targets = isOfAnyNumber ? [Double](repeating: 1, count: x.rowCount) : targets
    let mean = try MeanRegressor().fit(x, targets: targets, weights: weights).mean
    var model = Model(featureCount: x.columnCount, flaw: flaw)
    switch flaw {
    case .looksAtThePosition: model.shift = targets.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    case .forgetsWhenWritten: model.forgotten = mean
    default: model.shift = mean
    }
    return model
  }
}
