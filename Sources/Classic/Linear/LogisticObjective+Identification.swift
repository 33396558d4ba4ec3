extension LogisticObjective {
  /// The same probabilities, with intercepts that sum to zero over the classes: adding a number to all of them changes
  /// nothing, and some methods do on their way. Without an L1 penalty the coefficients of each feature do, too: with a
  /// ridge penalty only there is the optimum.
  ///
  /// - Parameter centersCoefficients: false with an L1 penalty, whose zeros stay.
  func identified(_ point: [Double], centersCoefficients: Bool) -> [Double] {
    guard outputs > 1 else { return point }
    var result = point
    let first = centersCoefficients ? 0 : x.columnCount * outputs
    for start in stride(from: first, to: point.count, by: outputs) {
      let mean = point[start..<start + outputs].reduce(0, +) / Double(outputs)
      for k in start..<start + outputs { result[k] -= mean }
    }
    return result
  }
}
