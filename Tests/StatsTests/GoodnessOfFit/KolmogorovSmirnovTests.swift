import Learning
import TestSupport
import Testing

@testable import Stats

@Suite("The test of Kolmogorov and Smirnov")
struct KolmogorovSmirnovTests {
  private let reference: ReferenceOfTests.Kolmogorov
  private let waits: [Double]

  init() throws {
    let all = try ReferenceOfTests.read()
    reference = all.kolmogorov
    waits = all.waits
  }

  @Test("has the exact distribution of its statistics, tails included")
  func exact() {
    for tail in reference.exact + reference.tails {
      #expect(agrees(KolmogorovDistribution.survival(tail.d, count: tail.n), tail.p, within: 1e-10))
      #expect(agrees(KolmogorovDistribution.oneSidedSurvival(tail.d, count: tail.n), tail.oneSided, within: 1e-12))
    }
  }

  @Test("has the series of Pelz and Good for large samples, which continues the exact distribution")
  func series() {
    for tail in reference.large {
      #expect(agrees(KolmogorovDistribution.survival(tail.d, count: tail.n), tail.p, within: 1e-9))
    }
    for z in [0.3, 0.5, 0.9, 1.4, 2.1] {
      let d = z / 500.0.squareRoot()
      let exact = KolmogorovDistribution.exactCumulative(d, count: 500)
      #expect(abs(KolmogorovDistribution.seriesCumulative(d, count: 500) - exact) < 2e-6)
    }
  }

  @Test("cannot be nearer than half a step, nor farther than one")
  func ends() {
    for n in [1, 3, 200] {
      #expect(KolmogorovDistribution.survival(0.5 / Double(n), count: n) == 1)
      #expect(KolmogorovDistribution.survival(1, count: n) == 0)
      #expect(KolmogorovDistribution.oneSidedSurvival(0, count: n) == 1)
      // P(D < d) = n! (2 d - 1/n)ⁿ from 1/2n to 1/n (Ruben and Gambino 1982).
      let d = 0.9 / Double(n)
      let product = (1...n).reduce(1.0) { $0 * Double($1) * (2 * d - 1 / Double(n)) }
      #expect(abs(1 - KolmogorovDistribution.survival(d, count: n) - product) < 1e-14)
    }
  }

  @Test("agrees with SciPy on one sample", arguments: Alternative.allCases)
  func oneSample(_ alternative: Alternative) throws {
    let kolmogorov = KolmogorovSmirnov(alternative: alternative)
    let light = try kolmogorov.test(
      NIST.values("Michelso"), against: Normal(mean: 299.85, standardDeviation: 0.08))
    let waiting = try kolmogorov.test(waits, against: Exponential(rate: 1 / 1.5))
    for (test, expected) in [(light, reference.michelson), (waiting, reference.waits)] {
      let expected = try #require(expected[alternative.rawValue])
      #expect(agrees(test.statistic, expected[0], within: 1e-12))
      #expect(agrees(test.pValue, expected[1], within: 1e-10))
    }
    #expect(light.name.hasPrefix("Kolmogorov-Smirnov"))
    #expect(light.name.hasSuffix(alternative.rawValue) == (alternative != .twoSided))
  }

  @Test("agrees with SciPy on two samples without ties")
  func twoSamples() throws {
    for samples in reference.twoSample {
      let alternative = try #require(Alternative(rawValue: samples.alternative))
      let test = try KolmogorovSmirnov(alternative: alternative).test(samples.first, against: samples.second)
      #expect(agrees(test.statistic, samples.result[0], within: 1e-14))
      #expect(agrees(test.pValue, samples.result[1], within: 1e-12))
    }
  }

  @Test("counts every division of the pooled values where there are ties")
  func ties() throws {
    for samples in reference.tied {
      let alternative = try #require(Alternative(rawValue: samples.alternative))
      let test = try KolmogorovSmirnov(alternative: alternative).test(samples.first, against: samples.second)
      #expect(agrees(test.statistic, samples.result[0], within: 1e-14))
      #expect(agrees(test.pValue, samples.result[1], within: 1e-13))
    }
  }

  @Test("agrees with SciPy's approximations on two large samples", arguments: Alternative.allCases)
  func largeSamples(_ alternative: Alternative) throws {
    let first = (0..<2100).map { Double($0) / 2100 }, second = (0..<2000).map { Double($0) / 1900 }
    let test = try KolmogorovSmirnov(alternative: alternative).test(first, against: second)
    let expected = try #require(reference.largeTwoSamples[alternative.rawValue])
    #expect(agrees(test.statistic, expected[0], within: 1e-10))
    #expect(agrees(test.pValue, expected[1], within: 1e-6))
  }

  @Test("has p-values at least as uniform as it should where the hypothesis is true")
  func coverage() throws {
    var generator = SeededGenerator(seed: 11)
    let runs = 400
    var refused = 0
    for _ in 0..<runs {
      let sample = Normal.standard.samples(15, using: &generator)
      if try KolmogorovSmirnov().test(sample, against: Normal.standard).pValue < 0.1 { refused += 1 }
    }
    // A binomial count of mean 40 and standard deviation 6.
    #expect(abs(refused - 40) <= 24)
  }

  @Test("refuses samples that are empty or not finite, with the row")
  func refusals() {
    #expect(
      throws: LearningError.tooFewSamples(found: 0, needed: 1, purpose: "the Kolmogorov-Smirnov test")
    ) { try KolmogorovSmirnov().test([], against: Normal.standard) }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 1, value: .infinity)) {
      try KolmogorovSmirnov().test([0, .infinity], against: Normal.standard)
    }
    #expect(throws: LearningError.self) { try KolmogorovSmirnov().test([1], against: []) }
    #expect(throws: LearningError.self) { try KolmogorovSmirnov().test([1, .nan], against: [2]) }
  }
}
