public import Learning

/// What each of the four outcomes of a decision costs; gains are negative. The unit does not matter to the decision.
public struct MisclassificationCosts: Hashable, Codable, Sendable {
  /// Of a row that is taken for positive and is not: a false alarm.
  public var falsePositive: Double
  /// Of a row that is positive and is not taken for it: a miss.
  public var falseNegative: Double
  public var truePositive: Double
  public var trueNegative: Double

  /// - Parameters:
  ///   - truePositive: nothing by default, like `trueNegative`: what is right costs nothing.
  public init(
    falsePositive: Double, falseNegative: Double, truePositive: Double = 0, trueNegative: Double = 0
  ) {
    self.falsePositive = falsePositive
    self.falseNegative = falseNegative
    self.truePositive = truePositive
    self.trueNegative = trueNegative
  }

  /// The cut-off of the lowest expected cost where probabilities are true ones: a row is worth taking for positive from
  /// the probability (c_FP - c_TN) / (c_FP - c_TN + c_FN - c_TP) on.
  ///
  /// - Throws: `.invalidOption` unless costs are finite and either mistake costs more than being right.
  ///
  /// Source: Elkan, The foundations of cost-sensitive learning, IJCAI 2001, section 2.
  public func calibratedCutOff() throws(LearningError) -> Double {
    try requireSense()
    let (alarm, miss) = (falsePositive - trueNegative, falseNegative - truePositive)
    // Never a sum that overflows.
    return alarm >= miss ? 1 / (1 + miss / alarm) : (alarm / miss) / (1 + alarm / miss)
  }

  /// - Throws: `.invalidOption` unless costs are finite and either mistake costs more than being right.
  func requireSense() throws(LearningError) {
    let costs = [
      ("falsePositive", falsePositive, "trueNegative", trueNegative),
      ("falseNegative", falseNegative, "truePositive", truePositive),
    ]
    for (name, cost, rightName, right) in costs {
      guard right.isFinite else { throw .invalidOption(name: rightName, value: "\(right)", allowed: "a finite number") }
      guard cost > right, (cost - right).isFinite else {
        throw .invalidOption(
          name: name, value: "\(cost)", allowed: "a finite number above \(rightName), which is \(right)")
      }
    }
  }
}
