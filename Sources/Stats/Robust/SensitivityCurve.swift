extension Collection<Double> {
  /// What one more observation does to an estimate: (n + 1) (T(x ∪ z) - T(x)) for each z.
  ///
  ///     try speeds.sensitivityCurve(at: [0, 50, 1000]) { try $0.median() }
  ///
  /// Where the estimate resists outliers the curve is bounded; as n grows it tends to the ``InfluenceFunction``.
  ///
  /// - Parameters:
  ///   - points: the values z of the additional observation.
  ///   - estimator: T, of n and of n + 1 observations.
  /// - Throws: what `estimator` does.
  /// - Complexity: one estimate for each point, and one more.
  public func sensitivityCurve<Failure: Error>(
    at points: [Double], of estimator: ([Double]) throws(Failure) -> Double
  ) throws(Failure) -> [Double] {
    var sample = Array(self)
    let estimate = try estimator(sample)
    sample.append(0)
    let size = Double(sample.count)
    var curve: [Double] = []
    curve.reserveCapacity(points.count)
    for point in points {
      sample[sample.count - 1] = point
      curve.append(size * (try estimator(sample) - estimate))
    }
    return curve
  }
}
