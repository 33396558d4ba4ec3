import Learning
internal import RealModule

/// The penalty strengths of a regularisation path.
public enum PathStrengths: Hashable, Sendable, Codable {
  /// `count` strengths from the smallest that leaves every coefficient at zero down to `ratio` times it, equally far
  /// apart in their logarithms. Without a ratio 1e-4 for more rows than columns and 1e-2 otherwise, as glmnet: below,
  /// a model of many columns fits the sample and nothing else.
  case automatic(count: Int = 100, ratio: Double? = nil)
  /// These; from the strongest down, whatever their order.
  case given([Double])
}

extension PathStrengths {
  /// The strengths in descending order.
  ///
  /// - Parameter strongest: the smallest that leaves every coefficient at zero.
  /// - Throws: `.invalidOption`; `.undefined` where that strength is zero.
  func resolved(
    rowCount: Int, columnCount: Int, strongest: () throws(LearningError) -> Double
  ) throws(LearningError) -> [Double] {
    switch self {
    case .given(let strengths):
      guard !strengths.isEmpty, strengths.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
        throw .invalidOption(
          name: "strengths", value: "\(strengths)", allowed: "one or more finite numbers, zero or positive")
      }
      return strengths.sorted(by: >)
    case .automatic(let count, let ratio):
      let ratio = ratio ?? (rowCount > columnCount ? 1e-4 : 1e-2)
      guard count >= 1 else {
        throw .invalidOption(name: "strengths", value: "\(count) of them", allowed: "at least 1")
      }
      guard ratio > 0 && ratio < 1 else {
        throw .invalidOption(name: "ratio", value: "\(ratio)", allowed: "between 0 and 1")
      }
      let strongest = try strongest()
      guard strongest > 0 && strongest.isFinite else {
        throw .undefined("strongest penalty of a path", reason: "no column is related to the response")
      }
      let step = Double.log(ratio) / Double(max(1, count - 1))
      return (0..<count).map { strongest * .exp(Double($0) * step) }
    }
  }
}
