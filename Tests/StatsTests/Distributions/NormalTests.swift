import Learning
import Stats
import Testing

@Suite("The normal distribution")
struct NormalTests {
  @Test("is printed by its parameters, and the standard one is mean 0 and standard deviation 1")
  func description() throws {
    #expect("\(Normal.standard)" == "normal(mean 0, standard deviation 1)")
    #expect(try Normal(mean: 0, standardDeviation: 1) == .standard)
    #expect("\(try Normal(mean: -1.5, standardDeviation: 0.25))" == "normal(mean -1.5, standard deviation 0.25)")
  }

  @Test("has quantiles that keep their digits in both tails")
  func quantiles() throws {
    // mpmath, 40 digits.
    #expect(abs(try Normal.standard.quantile(1e-300) / -37.0470962993611992 - 1) < 1e-14)
    #expect(abs(try Normal.standard.upperQuantile(1e-300) / 37.0470962993611992 - 1) < 1e-14)
    #expect(abs(try Normal.standard.quantile(0.975) / 1.95996398454005423552 - 1) < 1e-14)
    #expect(abs(Normal.standard.survival(1.95996398454005423552) / 0.025 - 1) < 1e-14)
  }

  @Test("refuses parameters with which it does not exist")
  func parameters() {
    #expect(
      throws: LearningError.invalidParameter(
        distribution: "normal", name: "standard deviation", value: 0, allowed: "a finite number above zero")
    ) {
      try Normal(mean: 0, standardDeviation: 0)
    }
    #expect(throws: LearningError.self) { try Normal(mean: .infinity, standardDeviation: 1) }
  }
}
