internal import Learning

/// The observations of positive weight, for families whose likelihood has no smaller summary.
struct WeightedObservations: Sendable, Hashable, Codable {
  let values: [Double]
  /// One for each value; nil for ones.
  let weights: [Double]?
  let totalWeight: Double

  /// - Parameters:
  ///   - isInside: whether the family gives a value; those of weight zero may be anything that is finite.
  ///   - support: what it gives, in words.
  /// - Throws: `.tooFewSamples` without observations, `.valueNotFinite`, `.outsideSupport`, and what is wrong with the
  ///   weights.
  init<Family: Distribution>(
    _ observations: some Collection<Double>, weights: [Double]?, of family: Family.Type,
    support: String = "finite numbers", where isInside: (Double) -> Bool = { _ in true }
  ) throws(LearningError) {
    guard !observations.isEmpty else { throw .tooFewSamples(found: 0, needed: 1, purpose: "a likelihood") }
    let rows = try WeightedRows(weights, rowCount: observations.count)
    for (row, value) in observations.enumerated() {
      guard value.isFinite else { throw .valueNotFinite(.observations, row: row, value: value) }
      guard isInside(value) || weights?[row] == 0 else {
        throw .outsideSupport(distribution: Family.name, row: row, value: "\(value)", support: support)
      }
    }
    values = rows.select(Array(observations))
    self.weights = rows.weights
    totalWeight = rows.weights?.reduce(0, +) ?? Double(values.count)
  }

  /// The value that all observations have; nil where they differ.
  var commonValue: Double? {
    values.allSatisfy { $0 == values[0] } ? values[0] : nil
  }

  func forEach(_ body: (_ value: Double, _ weight: Double) -> Void) {
    for index in values.indices { body(values[index], weights?[index] ?? 1) }
  }

  /// Σ w f(x): sums of blocks are summed, so that rounding grows with the square root of the size.
  func sum(_ term: (Double) -> Double) -> Double {
    let blockLength = 512
    var total = 0.0
    for start in stride(from: 0, to: values.count, by: blockLength) {
      var block = 0.0
      for index in start..<min(start + blockLength, values.count) {
        block += (weights?[index] ?? 1) * term(values[index])
      }
      total += block
    }
    return total
  }

  func mean(_ term: (Double) -> Double) -> Double { sum(term) / totalWeight }

  /// A value, and the weight of all observations that have it.
  struct Tie: Sendable, Hashable, Codable {
    let value, weight: Double
  }

  /// The value of the largest weight; the smallest of several, whatever the order of the observations.
  var heaviestTie: Tie {
    var weights: [Double: Double] = [:]
    forEach { value, weight in weights[value, default: 0] += weight }
    return weights.reduce(Tie(value: .nan, weight: 0)) { heaviest, next in
      next.value > heaviest.weight || next.value == heaviest.weight && next.key < heaviest.value
        ? Tie(value: next.key, weight: next.value) : heaviest
    }
  }

  /// A value with no more than half of the weight on either side: the middle between two where both qualify.
  var median: Double { robust.median() }

  /// For what is robust.
  var robust: RobustSample { RobustSample(values: values, weights: weights) }
}
