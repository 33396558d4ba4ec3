public import Learning
public import LinearAlgebra

/// A step on some of the columns.
///
///     let model = try PCA(components: .count(2)).on(columns: [0, 2, 3], remainder: .kept).fit(x)
///
/// What the step makes stands first; columns that are kept stand to its right, in their own order. The values of the
/// other columns are not looked at, so that one with missing values can be left out or kept for a later step.
public struct ColumnStep<Step: PipelineStep>: PipelineStep, CompositeEstimator {
  /// What becomes of the other columns.
  public enum Remainder: String, Hashable, Sendable, Codable {
    case dropped
    /// They stand as they are to the right of what the step makes.
    case kept
  }

  public var step: Step
  /// The columns from 0, each once, in the order in which the step gets them.
  public var columns: [Int]
  /// `.dropped` by default, so that what is learned from has been named.
  public var remainder: Remainder

  public init(_ step: Step, columns: [Int], remainder: Remainder = .dropped) {
    self.step = step
    self.columns = columns
    self.remainder = remainder
  }

  public var traits: EstimatorTraits { step.traits }

  /// Fits the step to its columns.
  ///
  /// - Throws: `.empty`, `.invalidOption` for columns that are not there or that come twice; what the step throws, with
  ///   columns counted among all.
  private func model(
    _ x: Matrix, fit: (Matrix) throws(LearningError) -> Step.Model
  ) throws(LearningError) -> Model {
    try requireSamples(x)
    try requireColumns(of: x)
    do {
      let fitted = try fit(x.selectingColumns(columns))
      let chosen = Set(columns)
      let rest = remainder == .kept ? (0..<x.columnCount).filter { !chosen.contains($0) } : []
      return Model(fitted, featureCount: x.columnCount, columns: columns, rest: rest)
    } catch {
      throw error.renumbered(by: columns)
    }
  }

  private func requireColumns(of x: Matrix) throws(LearningError) {
    guard !columns.isEmpty else {
      throw .invalidOption(name: "columns", value: "an empty list", allowed: "a list of at least one column")
    }
    var seen: Set<Int> = []
    for column in columns {
      guard column >= 0, column < x.columnCount else {
        throw .invalidOption(
          name: "columns", value: "a list with \(column)",
          allowed: "a list of columns from 0 to \(x.columnCount - 1), which these samples have")
      }
      guard seen.insert(column).inserted else {
        throw .invalidOption(
          name: "columns", value: "a list with \(column) twice", allowed: "a list of different columns")
      }
    }
  }
}

extension ColumnStep: TransformerEstimator where Step: TransformerEstimator {
  public func fit(
    _ x: Matrix, weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try model(x) { x throws(LearningError) in try step.fit(x, weights: weights, using: &generator) }
  }
}

extension ColumnStep: ClassificationStep where Step: ClassificationStep {
  public func fit(
    _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try model(x) { x throws(LearningError) in
      try step.fit(x, classIndices: classIndices, classCount: classCount, weights: weights, using: &generator)
    }
  }
}

extension ColumnStep: RegressionStep where Step: RegressionStep {
  public func fit(
    _ x: Matrix, targets: [Double], weights: [Double]?, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Model {
    try model(x) { x throws(LearningError) in
      try step.fit(x, targets: targets, weights: weights, using: &generator)
    }
  }
}

extension ColumnStep: Equatable where Step: Equatable {}
extension ColumnStep: Hashable where Step: Hashable {}
extension ColumnStep: Encodable where Step: Encodable {}
extension ColumnStep: Decodable where Step: Decodable {}
