import Learning
import Stats
import Testing

@Suite("The jackknife")
struct JackknifeTests {
  private static let variance: @Sendable ([Double]) -> Double = { x in
    let mean = x.reduce(0, +) / Double(x.count)
    return x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
  }

  @Test("has the bias, standard error and pseudo-values of their definitions")
  func reference() throws {
    let all = try ReferenceOfTests.read()
    let expected = all.bootstrap.jackknife
    let jackknife = try Jackknife(of: all.first, statistic: Self.variance)
    #expect(agrees(jackknife.bias, expected.bias, within: 1e-11))
    #expect(agrees(jackknife.standardError, expected.standardError, within: 1e-12))
    for (value, expected) in zip(jackknife.pseudoValues, expected.pseudoValues) {
      #expect(agrees(value, expected, within: 1e-12))
    }
    #expect(jackknife.pseudoValues.count == all.first.count)
  }

  @Test("corrects the variance over n to that over n - 1, exactly")
  func variance() throws {
    let jackknife = try Jackknife(of: [1, 2, 4, 9], statistic: Self.variance)
    #expect(abs(jackknife.estimate - jackknife.bias - 38 / 3.0) < 1e-13)
  }

  @Test("finds the standard error of a mean, s / √n")
  func meanOfNumbers() throws {
    let jackknife = try Jackknife(of: [1, 2, 4, 9], statistic: PermutationTest.mean)
    #expect(abs(jackknife.standardError - (38 / 12.0).squareRoot()) < 1e-14)
    #expect(abs(jackknife.bias) < 1e-14)
  }

  @Test("refuses a single row, and says where the statistic is no number")
  func refusals() {
    #expect(throws: LearningError.tooFewSamples(found: 1, needed: 2, purpose: "the jackknife")) {
      try Jackknife(of: [1], statistic: PermutationTest.mean)
    }
    #expect(throws: LearningError.undefinedStatistic(on: "the sample without row 2")) {
      try Jackknife(ofRows: 4) { rows in rows.contains(2) ? 1 : .nan }
    }
    #expect(throws: LearningError.self) { try Jackknife(of: [1, .nan], statistic: PermutationTest.mean) }
  }
}
