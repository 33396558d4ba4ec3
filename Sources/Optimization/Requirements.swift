internal import Learning

/// Checks an option that counts something.
func requireCount(_ value: Int, _ name: String) throws(LearningError) {
  guard value >= 1 else {
    throw .invalidOption(name: name, value: "\(value)", allowed: "at least 1")
  }
}

/// Checks a share of the past that is kept.
func requireDecay(_ value: Double, _ name: String) throws(LearningError) {
  guard value >= 0 && value < 1 else {
    throw .invalidOption(name: name, value: "\(value)", allowed: "at least 0 and below 1")
  }
}

/// Checks the weight of a penalty.
func requirePenalty(_ value: Double, _ name: String) throws(LearningError) {
  guard value >= 0 && value.isFinite else {
    throw .invalidOption(name: name, value: "\(value)", allowed: "a finite number, zero or positive")
  }
}

/// Checks how close to zero a certificate must come.
func requireTolerance(_ value: Double, _ name: String = "gradientTolerance") throws(LearningError) {
  guard value >= 0 else {
    throw .invalidOption(name: name, value: "\(value)", allowed: "zero or positive")
  }
}
