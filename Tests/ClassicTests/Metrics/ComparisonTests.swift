import Classic
import Datasets
import Foundation
import Learning
import Stats
import Testing

@Suite("DeLong's and McNemar's comparisons of two models")
struct ComparisonTests {
  @Test("have the areas, variances and statistic of the definition by placements",
    arguments: try Fixture.metrics().pairedAreas)
  func deLong(expected: Fixture.Metrics.PairedAreas) throws {
    let (scores, labels) = (expected.scores, expected.labels)
    for (index, scores) in scores.enumerated() {
      let estimate = try ROCAreaEstimate(of: scores, labels: labels)
      #expect(abs(estimate.area - expected.areas[index]) < 1e-14)
      #expect(abs(estimate.area - (try rocAUC(of: scores, labels: labels))) < 1e-14)
      #expect(abs(estimate.variance - expected.variances[index]) < 1e-12 * expected.variances[index])
      let interval = try estimate.interval(0.95)
      #expect(abs(interval.lower - (estimate.area - 1.959963984540054 * estimate.standardError)) < 1e-12)
    }
    let test = try deLongTest(of: scores[0], and: scores[1], labels: labels)
    #expect(abs(test.statistic - expected.statistic) < 1e-12 * abs(expected.statistic))
    #expect(abs(test.pValue - erfc(abs(expected.statistic) / 2.0.squareRoot())) < 1e-12)
    let greater = try deLongTest(of: scores[0], and: scores[1], labels: labels, alternative: .greater)
    let less = try deLongTest(of: scores[1], and: scores[0], labels: labels, alternative: .less)
    #expect(abs(greater.pValue - less.pValue) < 1e-14)
  }

  /// pROC 1.18.0 in R 4.2.2, by Tests/Fixtures/classic/make_proc.R; ages and tobacco have many ties.
  @Test("have the areas, variances, interval and test of R's pROC on the South African heart disease data")
  func proc() throws {
    let heart = try Datasets.saHeart()
    let ill = heart.labels.map { $0 == 1 }
    func column(_ name: String) throws -> [Double] {
      Array(heart.features.column(try #require(heart.featureNames.firstIndex(of: name))))
    }
    let (age, tobacco) = (try column("age"), try column("tobacco"))
    let estimates = [try ROCAreaEstimate(of: age, labels: ill), try ROCAreaEstimate(of: tobacco, labels: ill)]
    let areas = [0.72250620860927151, 0.69451572847682119]
    let variances = [0.00055679198198621679, 0.00063555534329333516]
    for (estimate, (area, variance)) in zip(estimates, zip(areas, variances)) {
      #expect(abs(estimate.area - area) < 1e-14)
      #expect(abs(estimate.variance / variance - 1) < 1e-12)
    }
    let interval = try estimates[0].interval()
    #expect(abs(interval.lower - 0.6762580359914) < 1e-12 && abs(interval.upper - 0.76875438122715001) < 1e-12)
    let test = try deLongTest(of: age, and: tobacco, labels: ill)
    #expect(abs(test.statistic / 1.00036837872919682 - 1) < 1e-11)
    #expect(abs(test.pValue / 0.31713226696303715 - 1) < 1e-11)
  }

  @Test("have no variance of a perfect area, and none between a score and itself")
  func noVariance() throws {
    let labels = [true, true, false, false]
    let perfect = try ROCAreaEstimate(of: [4, 3, 2, 1], labels: labels)
    #expect(perfect.area == 1 && perfect.variance == 0)
    #expect(throws: LearningError.self) { try deLongTest(of: [4, 1, 2, 3], and: [8, 2, 4, 6], labels: labels) }
    #expect(throws: LearningError.self) { try ROCAreaEstimate(of: [1, 2, 3], labels: [true, false, false]) }
    #expect(throws: LearningError.oneClassOnly(label: "true")) {
      try ROCAreaEstimate(of: [1, 2, 3], labels: [true, true, true])
    }
  }

  /// Rows on which both, only the first, only the second and neither is right: 5, 8, 2 and 4.
  private let first = Array(repeating: 1, count: 13) + Array(repeating: 0, count: 6)
  private let second = Array(repeating: 1, count: 5) + Array(repeating: 0, count: 8) + [1, 1, 0, 0, 0, 0]
  private let labels = Array(repeating: 1, count: 19)

  @Test("have McNemar's statistics and p-values")
  func mcNemar() throws {
    let exact = try McNemarTest.exact(of: first, and: second, labels: labels)
    // 2 (1 + 10 + 45) / 2¹⁰.
    #expect(exact.statistic == 2 && abs(exact.pValue - 0.109375) < 1e-15)
    let corrected = try McNemarTest.chiSquared(of: first, and: second, labels: labels)
    // For one degree of freedom, p = erfc √(x / 2).
    #expect(abs(corrected.statistic - 2.5) < 1e-15 && abs(corrected.pValue - erfc(1.25.squareRoot())) < 1e-13)
    let plain = try McNemarTest.chiSquared(of: first, and: second, labels: labels, continuityCorrection: false)
    #expect(abs(plain.statistic - 3.6) < 1e-15 && abs(plain.pValue - erfc(1.8.squareRoot())) < 1e-13)
  }

  @Test("find nothing where no row tells two models apart, and refuse lists of other lengths")
  func edges() throws {
    #expect(try McNemarTest.exact(of: first, and: first, labels: labels).pValue == 1)
    #expect(try McNemarTest.chiSquared(of: first, and: first, labels: labels).pValue == 1)
    #expect(throws: LearningError.countMismatch(.labels, count: 19, rowCount: 2)) {
      try McNemarTest.exact(of: first, and: [1, 0], labels: labels)
    }
  }
}
