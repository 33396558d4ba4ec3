extension LogisticObjective {
  /// The point with the same probabilities whose intercepts sum to zero over the classes, and whose coefficients of
  /// each feature do. Adding a number to those of all classes changes no probability, and some methods do on their way;
  /// a ridge penalty, even one that vanishes, has its optimum where the sums are zero.
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
