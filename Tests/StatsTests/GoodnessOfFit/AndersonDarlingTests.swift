import Learning
import TestSupport
import Testing

@testable import Stats

@Suite("The test of Anderson and Darling")
struct AndersonDarlingTests {
  private let reference: ReferenceOfTests

  init() throws { reference = try .read() }

  @Test("has SciPy's statistic and nortest's p-value for the normal distribution")
  func normality() throws {
    let samples = [
      "michelson": try NIST.values("Michelso"), "waits": reference.waits, "first": reference.first,
    ]
    for (name, sample) in samples {
      let test = try AndersonDarling.testNormality(sample)
      #expect(agrees(test.statistic, try #require(reference.anderson.normal[name]), within: 1e-12))
      #expect(agrees(test.pValue, try #require(reference.anderson.normalP[name]), within: 1e-11))
    }
  }

  @Test("has the statistic of its definition for a known distribution, in the far tails too")
  func known() throws {
    let known = reference.anderson.known
    let light = try AndersonDarling.test(
      NIST.values("Michelso"), against: Normal(mean: 299.85, standardDeviation: 0.08))
    #expect(agrees(light.statistic, try #require(known["michelson"]), within: 1e-12))
    let waiting = try AndersonDarling.test(reference.waits, against: Exponential(rate: 1 / 1.5))
    #expect(agrees(waiting.statistic, try #require(known["waits"]), within: 1e-12))
    let far = try AndersonDarling.test([-40, 0, 40], against: Normal.standard)
    #expect(agrees(far.statistic, try #require(known["far"]), within: 1e-12))
    let outside = try AndersonDarling.test([-1, 2], against: Exponential(rate: 1))
    #expect(outside.statistic == .infinity && outside.pValue == 0)
  }

  @Test("has the limit distribution of Anderson and Darling to its last digits")
  func limit() {
    // Their series, 1952, equation 4.35, by mpmath with 30 digits.
    for (z, expected) in [
      (0.03, 0.999999999999999984), (0.05, 0.999999999826850773198), (0.1, 0.999971921894873637010),
      (0.3, 0.938157636057123047387), (1, 0.357266673214019086007), (2.492, 0.0500221863596078661553),
      (5, 0.00287442130458607238942), (10, 1.38150354106858641281e-5), (20, 4.4650715383119218281e-10),
    ] {
      #expect(agrees(AndersonDarlingDistribution.limitSurvival(z), expected, within: 1e-13))
    }
    #expect(AndersonDarlingDistribution.limitSurvival(0) == 1)
    #expect(AndersonDarlingDistribution.limitSurvival(.infinity) == 0)
    // √3 exp(-z) / √(πz), the leading term: Zolotarev 1961.
    #expect(agrees(AndersonDarlingDistribution.limitSurvival(300), 2.9045609395031e-132, within: 0.01))
  }

  @Test("corrects the limit for small samples, as simulation finds")
  func smallSamples() {
    // P(A² > z) among 2,000,000 samples of the uniform distribution (800,000 of 30 values), NumPy's seed 7.
    let simulated: [(n: Double, z: Double, share: Double)] = [
      (3, 0.35, 0.89334), (3, 0.8, 0.46846), (3, 1.5, 0.1782), (3, 2.5, 0.0537), (3, 4, 0.01022), (3, 6, 0.00124),
      (10, 0.35, 0.89442), (10, 0.8, 0.47745), (10, 1.5, 0.17663), (10, 2.5, 0.05072), (10, 4, 0.00918),
      (10, 6, 0.00106), (30, 0.35, 0.89621), (30, 0.8, 0.48), (30, 1.5, 0.17711), (30, 2.5, 0.05008), (30, 4, 0.00896),
      (30, 6, 0.00107),
    ]
    for (n, z, share) in simulated {
      #expect(abs(AndersonDarlingDistribution.survival(z, count: n) - share) < 1e-3, "n = \(n), z = \(z)")
    }
    // One value: A² = -1 - log u (1 - u).
    for (z, share) in [(0.8, 0.41739), (2.5, 0.06205), (6, 0.00187)] {
      #expect(abs(AndersonDarlingDistribution.survival(z, count: 1) - share) < 1e-3)
    }
    #expect(AndersonDarlingDistribution.survival(0.3, count: 1) == 1)
  }

  @Test("refuses what cannot be tested")
  func refusals() {
    #expect(throws: LearningError.self) { try AndersonDarling.test([], against: Normal.standard) }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 2, value: .infinity)) {
      try AndersonDarling.test([0, 1, .infinity], against: Normal.standard)
    }
    #expect(throws: LearningError.self) { try AndersonDarling.testNormality([1, 2, 3, 4, 5, 6, 7]) }
    #expect(throws: LearningError.noVariation) {
      try AndersonDarling.testNormality([Double](repeating: 3, count: 9))
    }
  }
}
