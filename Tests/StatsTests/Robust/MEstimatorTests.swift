import Foundation
import Learning
import Stats
import Testing

/// Expected values: Tests/Fixtures/stats/make_bayes_robust.py, statsmodels 0.15.0.
@Suite("M-estimates of location")
struct MEstimatorTests {
  private static let sample = RobustScaleTests.sample

  @Test("with the median absolute deviation solve the equation that statsmodels solves")
  func medianAbsoluteDeviation() throws {
    for (loss, expected) in [
      (RobustLoss.huber(), 5.29), (.huber(k: 1.5), 5.29733905352097), (.tukeyBiweight(), 5.15705652656845),
    ] {
      let model = try MEstimator(loss: loss).fit(Self.sample)
      #expect(abs(model.location - expected) < 1e-12, "\(loss)")
      #expect(abs(model.scale - 0.4373676544591531) < 1e-14)
      #expect(model.report.hasConverged)
    }
  }

  @Test("have the standard errors and weights of statsmodels' RLM")
  func standardErrors() throws {
    let huber = try MEstimator(scale: .fixed(0.5)).fit(Self.sample)
    #expect(abs(huber.location - 5.2991666666666655) < 1e-12)
    #expect(abs(try #require(huber.standardError) - 0.17557577066797309) < 1e-12)
    #expect(abs(huber.robustnessWeights[7] - 0.1494167746713571) < 1e-12)
    #expect(abs(huber.robustnessWeights[8] - 0.7479147358665437) < 1e-12)
    #expect(huber.robustnessWeights[0] == 1)
    let biweight = try MEstimator(loss: .tukeyBiweight(), scale: .fixed(0.5)).fit(Self.sample)
    #expect(abs(biweight.location - 5.153211353125576) < 1e-12)
    #expect(abs(try #require(biweight.standardError) - 0.1292343899825018) < 1e-12)
    #expect(abs(biweight.robustnessWeights[0] - 0.9998036411892578) < 1e-12)
    #expect(biweight.robustnessWeights[7] == 0)
  }

  @Test("with Proposal 2 find location and scale of statsmodels' Huber")
  func proposal2() throws {
    for (k, location, scale) in [
      (1.345, 5.312597237294352, 0.5898699893302433), (1.5, 5.339547258068712, 0.6584908602290485),
    ] {
      let model = try MEstimator(loss: .huber(k: k), scale: .proposal2).fit(Self.sample)
      #expect(abs(model.location - location) < 1e-10 && abs(model.scale - scale) < 1e-10)
      #expect(model.report.hasConverged)
    }
  }

  @Test(
    "never raise the objective, and end where the pulls balance",
    arguments: [
      MEstimator(), MEstimator(loss: .huber(k: 0.3)), MEstimator(loss: .huber(k: 0.7), scale: .proposal2),
      MEstimator(loss: .tukeyBiweight()), MEstimator(loss: .studentT(degreesOfFreedom: 2), scale: .fixed(0.4)),
    ])
  func descent(_ estimator: MEstimator) throws {
    let model = try estimator.fit(Self.sample)
    let trace = model.report.objectiveTrace
    #expect(zip(trace, trace.dropFirst()).allSatisfy { $1 <= $0 * (1 + 1e-14) })
    let pulls = Self.sample.map { estimator.loss.influence(($0 - model.location) / model.scale) }
    #expect(abs(pulls.reduce(0, +)) < 1e-10)
    #expect(model.report.hasConverged)
  }

  @Test("charge a loss whose slope is the influence, and whose slope's slope is right")
  func losses() {
    for loss in [RobustLoss.huber(), .tukeyBiweight(), .studentT(degreesOfFreedom: 3)] {
      for r in [-6.0, -4.1, -1.2, 0.3, 1, 2, 4.5] {
        let h = 1e-5
        #expect(abs((loss.value(r + h) - loss.value(r - h)) / (2 * h) - loss.influence(r)) < 1e-9)
        #expect(abs((loss.influence(r + h) - loss.influence(r - h)) / (2 * h) - loss.influenceSlope(r)) < 1e-8)
        #expect(abs(loss.weight(r) * r - loss.influence(r)) < 1e-15)
      }
    }
  }

  @Test("charge a loss that bears residuals which no square can")
  func overflow() throws {
    for loss in [RobustLoss.huber(), .tukeyBiweight(), .studentT(degreesOfFreedom: 3)] {
      for r in [1e200, .infinity] {
        let (influence, slope, weight) = (loss.influence(r), loss.influenceSlope(r), loss.weight(r))
        #expect(influence >= 0 && influence < 2 && abs(slope) < 1e-100 && weight >= 0 && weight < 1e-100)
        #expect(loss.influence(-r) == -influence)
      }
      let model = try MEstimator(loss: loss, scale: .fixed(1e-300)).fit([0, 0, 0, 1e10])
      #expect(model.location.magnitude < 1e-299)
    }
  }

  @Test("move with the sample, and keep their digits far from zero")
  func equivariance() throws {
    let plain = try MEstimator().fit(Self.sample)
    let moved = try MEstimator().fit(Self.sample.map { 4 * $0 - 1024 })
    #expect(abs(moved.location - (4 * plain.location - 1024)) < 1e-11)
    #expect(abs(moved.scale - 4 * plain.scale) < 1e-11)
    // Numbers that are exact in binary, so that adding 2⁴⁰ loses nothing.
    let exact = [1.25, 2.5, 3.125, 2.75, 40, 2.625, 1.875]
    let near = try MEstimator(scale: .proposal2).fit(exact)
    let far = try MEstimator(scale: .proposal2).fit(exact.map { $0 + 0x1p40 })
    #expect(far.scale == near.scale && far.standardError == near.standardError)
    #expect(abs(far.location - 0x1p40 - near.location) < 2e-4)
  }

  @Test("count weights as repetitions, and give a row of weight zero no pull")
  func weights() throws {
    for estimator in [MEstimator(), MEstimator(scale: .proposal2), MEstimator(loss: .tukeyBiweight())] {
      let weighted = try estimator.fit([1, 2, 2.5, 4, 9, 55], weights: [2, 3, 1, 2, 1, 0])
      let repeated = try estimator.fit([1, 1, 2, 2, 2, 2.5, 4, 4, 9])
      #expect(abs(weighted.location - repeated.location) < 1e-12)
      #expect(abs(weighted.scale - repeated.scale) < 1e-11)
      #expect(abs(try #require(weighted.standardError) - #require(repeated.standardError)) < 1e-11)
      #expect(weighted.robustnessWeights.count == 6)
    }
  }

  @Test("resist an outlier that carries the mean away")
  func outlier() throws {
    var generator = SeededGenerator(seed: 8)
    let clean = try Normal(mean: 10, standardDeviation: 1).samples(99, using: &generator)
    let spoiled = clean + [1e6]
    #expect(abs(try SampleMoments(of: spoiled).mean - 10) > 9000)
    for estimator in [MEstimator(), MEstimator(scale: .proposal2), MEstimator(loss: .tukeyBiweight())] {
      let moved = try estimator.fit(spoiled).location - estimator.fit(clean).location
      #expect(abs(moved) < 0.05)
    }
  }

  @Test("have 95 % of the mean's efficiency where the sample is normal")
  func efficiency() throws {
    var generator = SeededGenerator(seed: 9)
    let samples = (0..<2000).map { _ in Normal.standard.samples(40, using: &generator) }
    let mean = try SampleMoments(of: samples.map { try SampleMoments(of: $0).mean }).variance()
    for loss in [RobustLoss.huber(), .tukeyBiweight()] {
      let estimator = MEstimator(loss: loss)
      let models = try samples.map { try estimator.fit($0) }
      let variance = try SampleMoments(of: models.map(\.location)).variance()
      // The two variances go together: the ratio's standard error is √(2 (1 - ρ²) · 2 / 2000), ρ² = 0.95: 0.01.
      #expect(abs(mean / variance - 0.95) < 0.03)
      let covered = try models.filter { try $0.interval().contains(0) }.count
      #expect((1840...1960).contains(covered))
    }
  }

  @Test("say when a scale does not exist")
  func noScale() throws {
    let ties = [3, 3, 3, 3, 1, 8, 5.0]
    #expect(throws: LearningError.self) { try MEstimator().fit(ties) }
    // Four of seven are equal: less than the 61 % at which Proposal 2 ends.
    let joint = try MEstimator(scale: .proposal2).fit(ties)
    #expect(joint.scale > 0 && joint.report.hasConverged)
    #expect(throws: LearningError.self) { try MEstimator(scale: .proposal2).fit(ties + [3, 3]) }
    #expect(throws: LearningError.self) { try MEstimator(scale: .proposal2).fit([3]) }
    #expect(try MEstimator(scale: .fixed(1)).fit([3]).location == 3)
    #expect(try MEstimator(scale: .fixed(1)).fit([3]).standardError == nil)
    #expect(throws: LearningError.self) { try MEstimator(scale: .fixed(1)).fit([3]).interval() }
    #expect(throws: LearningError.self) {
      try MEstimator(loss: .tukeyBiweight(), scale: .fixed(0.01)).fit([0, 1])
    }
  }

  @Test("report an iteration limit instead of throwing")
  func iterationLimit() throws {
    let model = try MEstimator(iterationLimit: 1).fit(Self.sample)
    #expect(model.report.termination == .iterationLimit && model.report.iterations == 1)
  }

  @Test("stop when they are told to")
  func cancellation() {
    #expect(throws: LearningError.cancelled) {
      try withMonitor(Monitor(shouldContinue: { _ in false })) { try MEstimator().fit(Self.sample) }
    }
  }

  @Test("survive coding")
  func coding() throws {
    let model = try MEstimator().fit(Self.sample)
    #expect(try JSONDecoder().decode(MEstimator.Model.self, from: JSONEncoder().encode(model)) == model)
  }

  @Test("refuse wrong options and wrong data")
  func refusals() {
    for estimator in [
      MEstimator(loss: .huber(k: 0)), MEstimator(loss: .tukeyBiweight(c: .nan)), MEstimator(scale: .fixed(-1)),
      MEstimator(loss: .tukeyBiweight(), scale: .proposal2), MEstimator(tolerance: -1), MEstimator(iterationLimit: 0),
    ] {
      #expect(throws: LearningError.self) { try estimator.fit(Self.sample) }
    }
    #expect(throws: LearningError.self) { try MEstimator().fit([]) }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 1, value: -.infinity)) {
      try MEstimator().fit([1, -.infinity, 2])
    }
    #expect(throws: LearningError.negativeWeight(row: 0, value: -2)) {
      try MEstimator().fit([1, 2], weights: [-2, 1])
    }
    #expect(throws: LearningError.self) { try MEstimator().fit([-1.7e308, 1.7e308, 1.6e308, 0]) }
  }
}
