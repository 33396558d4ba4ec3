public import Learning
internal import LinearAlgebra
internal import RealModule

extension Datasets {
  /// Two circles around the origin, one inside the other, shuffled: no line separates them.
  ///
  /// Class 0, "outer", is evenly spaced on the circle of radius 1 and class 1, "inner", on that of radius `factor`;
  /// then every coordinate gets normal noise. The same as scikit-learn's `make_circles`.
  ///
  /// - Parameters:
  ///   - count: the number of samples, half of them outside; the inner circle has one more where it is odd.
  ///   - noise: the standard deviation of the noise; 0.05 by default, which blurs the circles without joining them.
  ///   - factor: the radius of the inner circle, from 0 to 1, 1 excluded; 0.5 by default.
  /// - Throws: ``LearningError/invalidOption(name:value:allowed:)`` where an option is outside its range.
  /// - Complexity: O(n).
  public static func circles(
    count: Int = 100, noise: Double = 0.05, factor: Double = 0.5, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> ClassificationDataset {
    try GeneratorOptions.requireShape(count, "count", 2, "featureCount")
    try GeneratorOptions.requireSpread(noise, "noise")
    try GeneratorOptions.require(factor >= 0 && factor < 1, "factor", "\(factor)", "from 0 to 1, 1 excluded")

    let outerCount = count / 2
    let order = generator.permutation(of: count)
    var features = Matrix.standardNormal(rowCount: count, columnCount: 2, using: &generator)
    for (row, sample) in order.enumerated() {
      let isOuter = sample < outerCount
      let turn = isOuter
        ? Double(sample) / Double(outerCount) : Double(sample - outerCount) / Double(count - outerCount)
      let radius = isOuter ? 1 : factor
      features[row, 0] = radius * .cos(2 * .pi * turn) + noise * features[row, 0]
      features[row, 1] = radius * .sin(2 * .pi * turn) + noise * features[row, 1]
    }
    return ClassificationDataset(
      name: "circles", features: features, featureNames: GeneratorOptions.featureNames(2),
      labels: order.map { $0 < outerCount ? 0 : 1 }, labelNames: ["outer", "inner"], provenance: nil)
  }

  /// ``circles(count:noise:factor:using:)`` with the system's generator.
  public static func circles(
    count: Int = 100, noise: Double = 0.05, factor: Double = 0.5
  ) throws(LearningError) -> ClassificationDataset {
    var generator = SystemRandomNumberGenerator()
    return try circles(count: count, noise: noise, factor: factor, using: &generator)
  }
}
