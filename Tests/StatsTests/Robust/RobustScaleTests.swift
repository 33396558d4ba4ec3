import Learning
import Stats
import Testing

/// Expected values: Tests/Fixtures/stats/make_bayes_robust.py, scipy 1.17.1.
@Suite("Robust scales and trimmed means")
struct RobustScaleTests {
  static let sample = [5.13, 4.92, 5.61, 5.34, 4.7, 5.02, 5.27, 9.8, 4.4, 5.58, 12.6, 5.45]

  @Test("measure the spread as SciPy does")
  func scales() throws {
    #expect(abs(try Self.sample.medianAbsoluteDeviation() - 0.4373676544591531) < 1e-14)
    #expect(abs(try Self.sample.medianAbsoluteDeviation(normalConsistent: false) - 0.295) < 1e-14)
    #expect(abs(try Self.sample.interquartileRange() - 0.5925) < 1e-14)
    for (probability, expected) in [(0, 4.4), (0.1, 4.722), (0.37, 5.1398), (0.9, 9.381), (1, 12.6)] {
      #expect(abs(try Self.sample.quantile(probability) - expected) < 1e-14)
    }
  }

  @Test("estimate the standard deviation of a normal sample")
  func consistency() throws {
    var generator = SeededGenerator(seed: 5)
    let sample = try Normal(mean: 3, standardDeviation: 2).samples(20_000, using: &generator)
    // The standard error of the MAD is 1.166 σ / √n, 0.0165; the quartiles of the normal are ±0.6745 σ.
    #expect(abs(try sample.medianAbsoluteDeviation() - 2) < 0.06)
    #expect(abs(try sample.interquartileRange() - 4 * 0.6744897501960817) < 0.08)
  }

  @Test("count weights as repetitions")
  func weights() throws {
    let repeated = try [1, 1, 1, 2, 5, 5].medianAbsoluteDeviation()
    #expect(try [1, 2, 5, 100].medianAbsoluteDeviation(weights: [3, 1, 2, 0]) == repeated)
  }

  @Test("trim as SciPy does, with the standard error of Yuen's test")
  func trimming() throws {
    for (share, expected) in [(0.1, 5.682), (0.2, 5.29), (0.3, 5.298333333333333)] {
      #expect(abs(try Self.sample.trimmedMean(share) - expected) < 1e-14)
    }
    let fifth = try TrimmedMean(of: Self.sample, trim: 0.2)
    #expect(abs(fifth.winsorizedMean - 5.281666666666667) < 1e-14)
    #expect(abs(fifth.winsorizedVariance - 0.08437878787878797) < 1e-14)
    #expect(abs(try #require(fifth.standardError) - 0.1287416201618761) < 1e-14)
    #expect(fifth.degreesOfFreedom == 7)
    let interval = try fifth.interval(level: 0.9)
    #expect(abs(interval.lower - 5.0460888808566855) < 1e-13 && abs(interval.upper - 5.533911119143315) < 1e-13)
  }

  @Test("trim nothing into the mean, and nearly half into the median")
  func extremes() throws {
    let whole = try TrimmedMean(of: Self.sample, trim: 0)
    let moments = try SampleMoments(of: Self.sample)
    #expect(abs(whole.mean - moments.mean) < 1e-14 && whole.winsorizedMean == whole.mean)
    #expect(abs(try #require(whole.standardError) - (moments.variance() / 12).squareRoot()) < 1e-14)
    #expect(try Self.sample.trimmedMean(0.5.nextDown) == Self.sample.median())
    #expect(try [4, 1, 7].trimmedMean(0.4) == 4)
    #expect(try TrimmedMean(of: [4, 1, 7], trim: 0.4).standardError == nil)
    #expect(throws: LearningError.self) { try TrimmedMean(of: [4, 1, 7], trim: 0.4).interval() }
    #expect(try [2].trimmedMean(0.4) == 2)
    // 0.29 · 100 is 28.999999999999996.
    #expect(try TrimmedMean(of: (0..<100).map(Double.init), trim: 0.29).trimmedCount == 29)
  }

  @Test("have the spread of their own mean: the standard error is that of repeated samples")
  func standardErrors() throws {
    var generator = SeededGenerator(seed: 6)
    let means = try (0..<400).map { _ in
      try TrimmedMean(of: Normal.standard.samples(50, using: &generator), trim: 0.2)
    }
    let spread = try SampleMoments(of: means.map(\.mean)).standardDeviation()
    let claimed = try means.map { try #require($0.standardError) }.reduce(0, +) / 400
    // The spread of 400 values has a standard error of 3.5 %.
    #expect(abs(claimed / spread - 1) < 0.11)
  }

  @Test("refuse what is no sample, and no share")
  func refusals() {
    #expect(throws: LearningError.self) { try [].medianAbsoluteDeviation() }
    #expect(throws: LearningError.self) { try [1, .nan].interquartileRange() }
    #expect(throws: LearningError.self) { try [-1.7e308, -1.7e308, 1.7e308, 1.7e308].interquartileRange() }
    #expect(throws: LearningError.self) { try [-1.7e308, 0, 1.7e308].medianAbsoluteDeviation() }
    #expect(throws: LearningError.self) { try Self.sample.quantile(1.5) }
    for share in [-0.1, 0.5, .nan] {
      #expect(throws: LearningError.self) { try Self.sample.trimmedMean(share) }
    }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 2, value: .infinity)) {
      try [1, 2, .infinity].trimmedMean(0.2)
    }
  }
}
