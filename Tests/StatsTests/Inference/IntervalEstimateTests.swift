import Stats
import Testing

@Suite("An interval")
struct IntervalEstimateTests {
  private let interval = IntervalEstimate(lower: 0.50174, upper: 0.71826, level: 0.95)

  @Test("holds its ends and what is between")
  func contains() {
    #expect(interval.contains(0.50174) && interval.contains(0.6) && interval.contains(0.71826))
    #expect(!interval.contains(0.5) && !interval.contains(0.72) && !interval.contains(.nan))
    #expect(abs(interval.width - 0.21652) < 1e-15)
  }

  @Test("is printed by its ends")
  func description() {
    #expect("\(interval)" == "[0.5017, 0.7183]")
  }
}
