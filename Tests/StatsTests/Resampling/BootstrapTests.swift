import Foundation
import Learning
import LinearAlgebra
import Testing

@testable import Stats

@Suite("The bootstrap")
struct BootstrapTests {
  private let sample: [Double]
  private let reference: ReferenceOfTests.Bootstrap

  init() throws {
    let all = try ReferenceOfTests.read()
    sample = all.first
    reference = all.bootstrap
  }

  private static let variance: @Sendable ([Double]) -> Double = { x in
    let mean = x.reduce(0, +) / Double(x.count)
    return x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
  }

  @Test("makes the intervals of SciPy and R of given replicates")
  func intervals() throws {
    let distribution = BootstrapDistribution(
      estimate: reference.estimate, values: reference.replicates, acceleration: reference.acceleration)
    #expect(agrees(distribution.bias, reference.bias, within: 1e-11))
    #expect(agrees(distribution.standardError, reference.standardError, within: 1e-12))
    let kinds: [(BootstrapDistribution.Interval, [Double])] = [
      (.percentile, reference.percentile), (.basic, reference.basic), (.normal, reference.normal),
      (.bca, reference.bca),
    ]
    for (kind, expected) in kinds {
      let interval = try distribution.interval(kind, level: reference.level)
      #expect(agrees(interval.lower, expected[0], within: 1e-11), "\(kind)")
      #expect(agrees(interval.upper, expected[1], within: 1e-11), "\(kind)")
      #expect(interval.level == reference.level)
    }
  }

  @Test("finds the acceleration by the jackknife, and the estimate")
  func acceleration() throws {
    var generator = SeededGenerator(seed: 1)
    let distribution = try Bootstrap(replicates: 50).run(on: sample, using: &generator, statistic: Self.variance)
    #expect(agrees(distribution.estimate, reference.estimate, within: 1e-13))
    #expect(agrees(try #require(distribution.acceleration), reference.acceleration, within: 1e-11))
    #expect(distribution.replicates.count == 50 && distribution.undefinedCount == 0)
  }

  @Test("finds the standard error of a mean, s √((n - 1) / n) / √n")
  func meanOfNumbers() throws {
    var generator = SeededGenerator(seed: 2)
    let distribution = try Bootstrap(replicates: 4000, accelerates: false)
      .run(on: sample, using: &generator, statistic: PermutationTest.mean)
    let expected = (Self.variance(sample) / Double(sample.count)).squareRoot()
    // The standard error of a standard deviation of 4000 is 1.1 % of it.
    #expect(agrees(distribution.standardError, expected, within: 0.045))
    #expect(abs(distribution.bias) < 4 * expected / 4000.0.squareRoot())
  }

  @Test("draws whole rows where there are several columns")
  func rows() throws {
    var generator = SeededGenerator(seed: 3)
    let distribution = try Bootstrap(replicates: 100).run(onRows: 6, using: &generator) { rows in
      rows.allSatisfy { (0..<6).contains($0) } && rows.count == 6 ? Double(Set(rows).count) : .infinity
    }
    // Of 6 rows drawn 6 times 6 (1 - (5/6)⁶) = 3.99 differ.
    #expect(abs(distribution.replicates.reduce(0, +) / 100 - 3.99) < 0.4)
    #expect(distribution.estimate == 6)
  }

  @Test("gives the same bits on any number of threads")
  func threads() throws {
    let sample = sample
    func run(on threadCount: Int) throws -> BootstrapDistribution {
      try ThreadBudget.reproducible.limited(to: threadCount).run {
        var generator = SeededGenerator(seed: 4)
        return try Bootstrap(replicates: 64).run(on: sample, using: &generator, statistic: Self.variance)
      }
    }
    #expect(try run(on: 1) == run(on: 2))
  }

  @Test("counts the replicates that are no numbers, and leaves them out")
  func undefined() throws {
    var generator = SeededGenerator(seed: 5)
    let distribution = try Bootstrap(replicates: 200).run(on: [1, 2, 3], using: &generator) { x in
      x.allSatisfy { $0 == x[0] } ? .nan : x.reduce(0, +)
    }
    // One of nine samples has three equal values.
    #expect(distribution.undefinedCount > 5 && distribution.undefinedCount < 45)
    #expect(distribution.replicates.count + distribution.undefinedCount == 200)
    #expect(distribution.standardError.isFinite)
    #expect(distribution.description.hasSuffix("\(distribution.undefinedCount) undefined"))
    #expect(throws: LearningError.undefinedStatistic(on: "the sample itself")) {
      try Bootstrap(replicates: 20).run(on: [1, 2]) { _ in .nan }
    }
    let lost = BootstrapDistribution(estimate: 1, values: [.nan, 2, .nan], acceleration: 0)
    #expect(throws: LearningError.tooFewSamples(found: 1, needed: 2, purpose: "a bootstrap interval")) {
      try lost.interval(.percentile)
    }
  }

  @Test("refuses BCa where its parts do not exist")
  func refusedBCa() throws {
    let plain = BootstrapDistribution(estimate: 1, values: [0, 1, 2], acceleration: nil)
    #expect(
      throws: LearningError.undefined(
        "BCa interval", reason: "the bootstrap has no acceleration; ask for another kind")
    ) { try plain.interval(.bca) }
    #expect(try plain.interval(.percentile, level: 0.5) == IntervalEstimate(lower: 0.5, upper: 1.5, level: 0.5))
    let oneSided = BootstrapDistribution(estimate: 3, values: [0, 1, 2], acceleration: 0)
    #expect(throws: LearningError.self) { try oneSided.interval(.bca) }
    #expect(throws: LearningError.self) { try oneSided.interval(.normal, level: 1) }
    // Without bias and acceleration BCa is the percentile interval; equal replicates are an interval of one point.
    let symmetric = BootstrapDistribution(estimate: 1, values: [0, 1, 2], acceleration: 0)
    let (bca, percentile) = (try symmetric.interval(.bca), try symmetric.interval(.percentile))
    #expect(abs(bca.lower - percentile.lower) < 1e-14 && abs(bca.upper - percentile.upper) < 1e-14)
    let constant = try Bootstrap(replicates: 10).run(on: [2, 2, 2], statistic: PermutationTest.mean)
    #expect(try constant.interval() == IntervalEstimate(lower: 2, upper: 2, level: 0.95))
  }

  @Test("holds the true value about as often as it says", arguments: BootstrapDistribution.Interval.allCases)
  func coverage(_ kind: BootstrapDistribution.Interval) throws {
    var generator = SeededGenerator(seed: 6)
    var held = 0
    for _ in 0..<150 {
      let sample = Normal.standard.samples(30, using: &generator)
      let distribution = try Bootstrap(replicates: 199)
        .run(on: sample, using: &generator, statistic: PermutationTest.mean)
      if try distribution.interval(kind, level: 0.9).contains(0) { held += 1 }
    }
    // 135 of 150 expected but for what 30 values and 199 replicates take, with a standard deviation of 3.7.
    #expect(held >= 117 && held <= 147)
  }

  @Test("can be stopped, and tells how far it is")
  func monitor() {
    let monitor = Monitor(shouldContinue: { $0.stage == "bootstrap" && $0.iterationLimit == 40 && $0.iteration < 20 })
    #expect(throws: LearningError.cancelled) {
      try withMonitor(monitor) { try Bootstrap(replicates: 40).run(on: [1, 2], statistic: PermutationTest.mean) }
    }
  }

  @Test("survives a file")
  func codable() throws {
    let distribution = BootstrapDistribution(estimate: 1, values: [0, .infinity, .nan, 2], acceleration: 0.1)
    let read = try JSONDecoder().decode(BootstrapDistribution.self, from: JSONEncoder().encode(distribution))
    #expect(read.replicates == [0, .infinity, 2] && read.undefinedCount == 1 && read.acceleration == 0.1)
    let spoiled = #"{"estimate": 1, "replicates": [], "undefinedCount": -1}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(BootstrapDistribution.self, from: Data(spoiled.utf8))
    }
  }

  @Test("refuses what cannot be resampled")
  func refusals() {
    let mean = PermutationTest.mean
    #expect(throws: LearningError.tooFewSamples(found: 1, needed: 2, purpose: "the bootstrap")) {
      try Bootstrap().run(on: [1], statistic: mean)
    }
    #expect(throws: LearningError.tooFewSamples(found: 0, needed: 2, purpose: "the bootstrap")) {
      try Bootstrap().run(onRows: 0) { _ in 0 }
    }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 1, value: -.infinity)) {
      try Bootstrap().run(on: [1, -.infinity], statistic: mean)
    }
    #expect(throws: LearningError.invalidOption(name: "replicates", value: "1", allowed: "at least 2")) {
      try Bootstrap(replicates: 1).run(on: [1, 2], statistic: mean)
    }
  }
}
