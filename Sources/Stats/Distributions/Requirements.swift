import Learning

/// Checks a probability that a quantile is asked for.
func requireProbability(_ probability: Double) throws(LearningError) {
  guard probability >= 0 && probability <= 1 else {
    throw .invalidOption(name: "probability", value: "\(probability)", allowed: "from 0 to 1")
  }
}

/// Checks the level of an interval or a test.
package func requireLevel(_ level: Double) throws(LearningError) {
  guard level > 0 && level < 1 else {
    throw .invalidOption(name: "level", value: "\(level)", allowed: "between 0 and 1; 0.95 is 95 %")
  }
}

extension Distribution {
  /// Checks a parameter: throws that it is `value` and must be `allowed` unless the condition holds.
  static func require(
    _ condition: Bool, _ name: String, _ value: Double, _ allowed: String
  ) throws(LearningError) {
    guard condition else {
      throw .invalidParameter(distribution: Self.name, name: name, value: value, allowed: allowed)
    }
  }

  /// Checks that a parameter is a finite number above zero.
  static func requirePositive(_ value: Double, _ name: String) throws(LearningError) {
    try require(value > 0 && value.isFinite, name, value, "a finite number above zero")
  }

  /// Checks that a parameter is a finite number.
  static func requireFinite(_ value: Double, _ name: String) throws(LearningError) {
    try require(value.isFinite, name, value, "a finite number")
  }
}
