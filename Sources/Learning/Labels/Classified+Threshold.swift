public import LinearAlgebra

extension Classified {
  /// The label of each row by a threshold on the probability of one class, for two classes: lower than ½ where missing
  /// that class costs more than a false alarm.
  ///
  ///     try model.predict(x, threshold: 0.2)                       // the last class from a probability of 0.2 on
  ///     try model.predict(x, positive: "ill", threshold: 0.2)
  ///
  /// - Parameters:
  ///   - positive: the class whose probability is compared; the last in order by default.
  ///   - threshold: from 0 to 1; a row whose probability is at least this is positive.
  /// - Throws: ``LearningError/undefined(_:reason:)`` for more than two classes,
  ///   ``LearningError/invalidOption(name:value:allowed:)``, `.featureCountMismatch`, `.notFinite`.
  public func predict(
    _ x: Matrix, positive: Label? = nil, threshold: Double
  ) throws(LearningError) -> [Label] {
    guard classes.count == 2 else {
      throw .undefined(
        "threshold for \(classes.count) classes", reason: "it decides between two; compare the probabilities instead")
    }
    guard threshold >= 0, threshold <= 1 else {
      throw .invalidOption(name: "threshold", value: "\(threshold)", allowed: "from 0 to 1")
    }
    guard let column = positive.map({ classes.firstIndex(of: $0) }) ?? 1 else {
      throw .invalidOption(
        name: "positive", value: positive.map { "“\($0)”" } ?? "",
        allowed: "one of " + classes.map { "“\($0)”" }.joined(separator: ", "))
    }
    return try probabilities(for: x).rows.map { $0[column] >= threshold ? classes[column] : classes[1 - column] }
  }
}
