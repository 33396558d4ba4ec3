import Learning

/// How much each class counts in a sum of losses, on top of the rows' own weights.
public enum ClassWeights: Hashable, Sendable, Codable {
  /// Each row as much as it weighs.
  case uniform
  /// W / (K Wₖ) for each row of a class, where Wₖ is what its rows weigh and W what all do: every class counts the
  /// same in the end, and all together as much as before. Without weights of rows that is n / (K nₖ), scikit-learn's
  /// "balanced".
  case balanced
  /// One for each class, in ascending order of the labels: finite and positive.
  case given([Double])

  /// The factors of the classes; nil where they change nothing.
  ///
  /// - Throws: `.invalidOption` for given ones that do not fit.
  func factors(of sample: LogisticSample) throws(LearningError) -> [Double]? {
    switch self {
    case .uniform:
      return nil
    case .balanced:
      let weightOfClass = sample.weightOfClass
      let total = weightOfClass.reduce(0, +)
      return weightOfClass.map { total / (Double(sample.classCount) * $0) }
    case .given(let factors):
      guard factors.count == sample.classCount, factors.allSatisfy({ $0 > 0 && $0.isFinite }) else {
        throw .invalidOption(
          name: "classWeights", value: "\(factors)",
          allowed: "one finite positive number for each of the \(sample.classCount) classes")
      }
      return factors
    }
  }
}
