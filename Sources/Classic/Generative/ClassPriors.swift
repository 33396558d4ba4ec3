import Learning

/// The probabilities of the classes before a sample's features are seen.
public enum ClassPriors: Hashable, Sendable, Codable {
  /// Each class's share of the training rows, or of their weight: right where new samples come from where the training
  /// rows came from.
  case empirical
  /// 1 / K each: where the training rows were chosen by class.
  case uniform
  /// One for each class, in ascending order of the labels: positive, with the sum 1.
  case given([Double])

  /// How far from 1 the sum of given priors may be; they are divided by it.
  private static let sumTolerance = 1e-6

  /// The priors of classes whose rows weigh so much.
  ///
  /// - Throws: `.invalidOption` for given ones that do not fit.
  func values(classWeights: [Double]) throws(LearningError) -> [Double] {
    switch self {
    case .empirical:
      let total = classWeights.reduce(0, +)
      // A share that underflows would be a class that cannot be, and yet was seen.
      return classWeights.map { max($0 / total, .leastNormalMagnitude) }
    case .uniform:
      return classWeights.map { _ in 1 / Double(classWeights.count) }
    case .given(let priors):
      let sum = priors.reduce(0, +)
      guard priors.count == classWeights.count, priors.allSatisfy({ $0 > 0 }), abs(sum - 1) <= Self.sumTolerance
      else {
        throw .invalidOption(
          name: "priors", value: "\(priors)",
          allowed: "one positive number for each of the \(classWeights.count) classes, with the sum 1")
      }
      return priors.map { $0 / sum }
    }
  }
}
