import Learning
import Stats

/// Samples, in bulk and one at a time, against the distribution that gives them.
extension DistributionLaws {
  private func draws() -> [(name: String, values: [Subject.Value])] {
    var generator = SeededGenerator(seed: 1)
    let bulk = distribution.samples(options.sampleCount, using: &generator)
    let single = (0..<options.sampleCount / 4).map { _ in distribution.sample(using: &generator) }
    return [("samples", bulk), ("sample by sample", single)]
  }

  /// Kolmogorov and Smirnov's distance under its critical value of one in a million; for a discrete distribution it is
  /// smaller still.
  func samplesFollowTheDistribution(_ findings: inout Findings) {
    for (name, values) in draws() {
      let sorted = values.sorted()
      let count = Double(sorted.count)
      var distance = 0.0
      var start = 0
      while start < sorted.count {
        // Equal values together.
        let end = sorted[start...].firstIndex { $0 != sorted[start] } ?? sorted.count
        let below = abs(cumulativeBelow(sorted[start]) - Double(start) / count)
        let upTo = abs(distribution.cumulative(sorted[start]) - Double(end) / count)
        distance = max(distance, below, upTo)
        start = end
      }
      // 2 exp(-2 n D²) = 1e-6.
      let critical = 2.6933 / count.squareRoot()
      findings.expect(distance <= critical, "\(name): a distance of \(distance), above \(critical)")
      findings.expect(sorted.count > 1, "\(name): \(sorted.count) values")
    }
  }

  func samplesHaveTheMoments(_ findings: inout Findings) {
    // Where the fourth moment is enormous, a sample's variance is not near the distribution's.
    guard distribution.variance.isFinite, distribution.excessKurtosis < 100 else { return }
    for (name, values) in draws() {
      let count = Double(values.count)
      let deviations = values.map { (number($0) - distribution.mean) / distribution.standardDeviation }
      let mean = deviations.reduce(0, +) / count
      let square = deviations.reduce(0) { $0 + $1 * $1 } / count
      findings.expect(
        abs(mean) <= 5 / count.squareRoot(), "\(name): the mean is off by \(mean) standard deviations")
      let error = ((distribution.excessKurtosis + 2) / count).squareRoot()
      findings.expect(
        abs(square - 1) <= 5 * error, "\(name): the variance is \(square) times the distribution's")
    }
  }

  func samplesLieInTheSupport(_ findings: inout Findings) {
    for (name, values) in draws() {
      guard let stray = values.first(where: { !distribution.support.contains($0) }) else { continue }
      findings.expect(false, "\(name): \(stray) is outside \(distribution.support)")
    }
  }

  func samplesRepeat(_ findings: inout Findings) {
    let (first, second) = (draws(), draws())
    for (a, b) in zip(first, second) {
      findings.expect(a.values == b.values, "\(a.name): a second run with the same seed differs")
    }
    var generator = SeededGenerator(seed: 1)
    findings.expect(distribution.samples(0, using: &generator).isEmpty, "no samples asked for, and some given")
    findings.expectEqual(distribution.samples(7, using: &generator).count, 7, "samples of seven asked for")
  }
}
