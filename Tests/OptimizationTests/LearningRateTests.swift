import Foundation
import Learning
import Optimization
import Testing

@Suite("Learning rates")
struct LearningRateTests {
  @Test("follow their formulas")
  func formulas() {
    for t in [0, 1, 7, 1000] { #expect(LearningRate.constant(0.25).value(at: t) == 0.25) }

    let stairs = LearningRate.step(0.8, factor: 0.5, every: 3)
    #expect([0, 2, 3, 5, 6, 9].map(stairs.value(at:)) == [0.8, 0.8, 0.4, 0.4, 0.2, 0.1])

    let inverse = LearningRate.inverseTime(2, decay: 0.5)
    #expect([0, 1, 2, 6].map(inverse.value(at:)) == [2, 2 / 1.5, 1, 0.5])
  }

  @Test("go down half a cosine and stay there")
  func cosine() {
    let rate = LearningRate.cosine(0.9, to: 0.1, over: 12)
    // 0.1 + 0.4 (1 + cos α) at 0, 60, 90, 120 degrees.
    for (t, expected) in [(0, 0.9), (4, 0.7), (6, 0.5), (8, 0.3), (12, 0.1), (500, 0.1)] {
      #expect(abs(rate.value(at: t) - expected) <= 1e-15)
    }
    #expect(LearningRate.cosine(1, over: 4).value(at: 4) == 0)
  }

  @Test("warm up evenly before another begins at its own start")
  func warmUp() {
    let rate = LearningRate.warmUp(over: 4, then: .step(0.4, factor: 0.5, every: 2))
    for (t, expected) in [0.1, 0.2, 0.3, 0.4, 0.4, 0.4, 0.2, 0.2, 0.1].enumerated() {
      #expect(abs(rate.value(at: t) - expected) <= 1e-16)
    }
  }

  @Test(
    "come back from JSON",
    arguments: [
      LearningRate.constant(0.1), .step(1, factor: 0.5, every: 10), .inverseTime(1, decay: 0.1),
      .warmUp(over: 5, then: .cosine(0.3, to: 0.01, over: 100)),
    ])
  func codable(rate: LearningRate) throws {
    #expect(try JSONDecoder().decode(LearningRate.self, from: JSONEncoder().encode(rate)) == rate)
  }

  @Test(
    "are refused where they make no steps, or longer and longer ones",
    arguments: [
      (LearningRate.constant(0), "rate"), (.constant(.nan), "rate"), (.constant(.infinity), "rate"),
      (.step(1, factor: 0, every: 1), "factor"), (.step(1, factor: 1.5, every: 1), "factor"),
      (.step(1, factor: 0.5, every: 0), "every"), (.inverseTime(1, decay: -1), "decay"),
      (.inverseTime(-1, decay: 1), "rate"), (.cosine(1, to: 2, over: 5), "to"), (.cosine(1, to: -1, over: 5), "to"),
      (.cosine(1, over: 0), "over"), (.warmUp(over: 0, then: .constant(1)), "over"),
      (.warmUp(over: 3, then: .constant(-1)), "rate"),
    ])
  func refusals(rate: LearningRate, option: String) {
    #expect(refusedOption { try GradientDescent(step: .schedule(rate)).minimize(SoftValley(), from: [1]) } == option)
  }
}
