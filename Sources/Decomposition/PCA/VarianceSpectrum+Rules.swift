/// The rules that need nothing but the variances.
extension VarianceSpectrum {
  /// The smallest k whose cumulative ratio is at least `target - 1e-12`; all of them where none reaches it.
  public func count(reaching target: Double) -> Int {
    let ratios = cumulativeRatios
    return ratios.firstIndex { $0 >= target - Self.ratioTolerance }.map { $0 + 1 } ?? ratios.count
  }

  /// How many are above 1, but for rounding: Kaiser's rule for the eigenvalues of a correlation matrix.
  public var countAboveOne: Int {
    variances.prefix { $0 > 1 + Self.ratioTolerance }.count
  }

  /// How many stand before the bend of the scree plot: the point farthest below the straight line from the first
  /// variance to the last. Nil for fewer than three, and for a plot that is a straight line or bends upwards only.
  public var countBeforeElbow: Int? {
    guard variances.count > 2, let first = variances.first, let last = variances.last else { return nil }
    let step = (last - first) / Double(variances.count - 1)
    // Distances from the line in the direction of the axis and at a right angle to it are largest at the same place.
    let depths = variances.enumerated().map { first + step * Double($0) - $1 }
    guard let deepest = depths.max(), deepest > Self.ratioTolerance * first else { return nil }
    return depths.firstIndex(of: deepest)
  }

  /// The expected shares of the pieces of a stick that is broken at random into as many pieces as there are variances,
  /// longest first: bₖ = (1/p) Σᵢ₌ₖᵖ 1/i.
  public var brokenStickShares: [Double] {
    let p = variances.count
    var sum = 0.0
    var shares: [Double] = []
    // From the smallest term up, which rounds least.
    for i in stride(from: p, to: 0, by: -1) {
      sum += 1 / Double(i)
      shares.append(sum / Double(p))
    }
    return shares.reversed()
  }

  /// How many of the first shares exceed those of the broken stick.
  public var countAboveBrokenStick: Int {
    zip(ratios, brokenStickShares).prefix { $0 > $1 }.count
  }

  /// The smallest k such that the variances behind the first k add up to at most `remainder`.
  public func count(leavingAtMost remainder: Double) -> Int {
    var left = 0.0
    var count = variances.count
    for variance in variances.reversed() {
      left += variance
      if left > remainder { return count }
      count -= 1
    }
    return 0
  }
}
