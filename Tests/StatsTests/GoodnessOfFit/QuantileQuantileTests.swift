import Learning
import Stats
import Testing

@Suite("A quantile-quantile plot")
struct QuantileQuantileTests {
  private let reference: ReferenceOfTests

  init() throws { reference = try .read() }

  private func expect(_ plot: QuantileQuantile, _ expected: ReferenceOfTests.QuantileQuantile) {
    #expect(plot.theoretical.count == expected.theoretical.count)
    for (value, expected) in zip(plot.theoretical, expected.theoretical) { #expect(abs(value - expected) < 1e-12) }
    #expect(agrees(plot.slope, expected.slope, within: 1e-12))
    #expect(agrees(plot.intercept, expected.intercept, within: 1e-12))
    #expect(agrees(plot.correlation, expected.correlation, within: 1e-12))
  }

  @Test("has the points of R's qqnorm and the line of qqline, by SciPy's quantiles")
  func points() throws {
    let normal = try QuantileQuantile(of: reference.first, against: Normal.standard)
    expect(normal, try #require(reference.quantileQuantile["first"]))
    #expect(normal.sample == reference.first.sorted())
    let waits = try QuantileQuantile(of: reference.waits, against: Exponential(rate: 1))
    expect(waits, try #require(reference.quantileQuantile["waits"]))
  }

  @Test("is the line itself for a sample of the quantiles")
  func line() throws {
    let quantiles = try QuantileQuantile(of: [Double](repeating: 0, count: 51), against: Normal.standard)
    #expect(quantiles.correlation == 0 && quantiles.slope == 0)
    let plot = try QuantileQuantile(of: quantiles.theoretical.map { 3 - 2 * -$0 }, against: Normal.standard)
    #expect(abs(plot.correlation - 1) < 1e-14)
    #expect(abs(plot.intercept - 3) < 1e-12)
  }

  @Test("refuses fewer than two values, and values that are none")
  func refusals() {
    #expect(throws: LearningError.tooFewSamples(found: 1, needed: 2, purpose: "a quantile-quantile plot")) {
      try QuantileQuantile(of: [1], against: Normal.standard)
    }
    #expect(throws: LearningError.self) { try QuantileQuantile(of: [1, .nan], against: Normal.standard) }
  }
}
