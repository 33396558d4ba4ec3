import Learning

/// Rows of neighbouring probabilities, summed.
struct ProbabilityGroup {
  private(set) var lower, upper: Double
  private(set) var weight: Double
  private var probabilitySum, trueWeight: Double

  init(probability: Double, isTrue: Bool, weight: Double) {
    (lower, upper) = (probability, probability)
    self.weight = weight
    probabilitySum = weight * probability
    trueWeight = isTrue ? weight : 0
  }

  /// Joins rows whose probabilities are not below those here.
  mutating func add(_ other: Self) {
    upper = other.upper
    weight += other.weight
    probabilitySum += other.probabilitySum
    trueWeight += other.trueWeight
  }

  /// The mean of equal probabilities is theirs, without rounding.
  func bin(lower: Double, upper: Double) -> ReliabilityDiagram.Bin {
    .init(
      lower: lower, upper: upper, weight: weight,
      meanProbability: self.lower == self.upper ? self.lower : probabilitySum / weight,
      observedShare: trueWeight / weight)
  }
}

extension ReliabilityBins {
  /// - Parameter groups: one for each different probability, in ascending order.
  func gather(_ groups: [ProbabilityGroup]) throws(LearningError) -> [ReliabilityDiagram.Bin] {
    switch self {
    case .distinctValues:
      return groups.map { $0.bin(lower: $0.lower, upper: $0.upper) }
    case .equalWidth(let count):
      try requirePositive(count)
      return join(groups) { Self.interval(of: $0.lower, count: count) }.map { index, group in
        group.bin(lower: Double(index) / Double(count), upper: Double(index + 1) / Double(count))
      }
    case .equalMass(let count):
      try requirePositive(count)
      let total = groups.reduce(0) { $0 + $1.weight }
      var below = 0.0
      return join(groups) { group in
        let share = (below + group.weight / 2) / total
        below += group.weight
        return min(Int(share * Double(count)), count - 1)
      }.map { $1.bin(lower: $1.lower, upper: $1.upper) }
    }
  }

  private func requirePositive(_ count: Int) throws(LearningError) {
    guard count > 0 else { throw .invalidOption(name: "bins", value: "\(count)", allowed: "one at least") }
  }

  /// The interval (i/K, (i + 1)/K] of a probability.
  private static func interval(of probability: Double, count: Int) -> Int {
    let width = Double(count)
    var index = min(Int(probability * width), count - 1)
    // The product was rounded; the edges decide.
    if index > 0, probability <= Double(index) / width { index -= 1 }
    if index + 1 < count, probability > Double(index + 1) / width { index += 1 }
    return index
  }

  /// Neighbours of the same index, as one.
  private func join(
    _ groups: [ProbabilityGroup], by index: (ProbabilityGroup) -> Int
  ) -> [(index: Int, group: ProbabilityGroup)] {
    var joined: [(index: Int, group: ProbabilityGroup)] = []
    for group in groups {
      let index = index(group)
      if joined.last?.index == index {
        joined[joined.count - 1].group.add(group)
      } else {
        joined.append((index, group))
      }
    }
    return joined
  }
}
