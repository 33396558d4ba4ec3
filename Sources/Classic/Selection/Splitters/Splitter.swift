public import Learning

/// A way to divide rows into training and test parts, once or several times.
///
///     var generator = SeededGenerator(seed: 1)
///     for split in try KFold().splits(of: SplitRows(labels: y), using: &generator) { ... }
///
/// A configuration: it holds any options and checks them when it divides. Every splitter promises that no part is
/// empty, and that each class that ``SplitRows/classOfRow`` knows is in every training part; where it cannot, it throws
/// and says what is too few.
public protocol Splitter: Sendable {
  /// The parts.
  ///
  /// - Parameter generator: where random draws come from; the same seed gives the same parts.
  /// - Throws: `.invalidOption`, `.tooFewSamples`.
  func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit]
}

extension Splitter {
  /// The parts, by the system's generator.
  public func splits(of rows: SplitRows) throws(LearningError) -> [TrainTestSplit] {
    var generator = SystemRandomNumberGenerator()
    return try splits(of: rows, using: &generator)
  }
}
