import Learning
import Stats
import Testing

/// Reference values: scipy 1.17.1 (t, chi2) and statsmodels 0.15.0 (proportion_confint, beta).
@Suite("Exact intervals")
struct ExactIntervalTests {
  @Test("are Student's for a normal mean, and the chi-squared ones for its standard deviation")
  func normal() throws {
    let fit = try Normal.fit([4.1, 5.3, 4.7, 6.2, 5.5, 3.9, 5.0])
    let mean = try fit.exactInterval(of: .mean)
    #expect(abs(mean.lower - 4.213696597467551) < 1e-13 && abs(mean.upper - 5.700589116818162) < 1e-13)
    let deviation = try fit.exactInterval(of: .standardDeviation)
    #expect(abs(deviation.lower - 0.5180019151928867) < 1e-13 && abs(deviation.upper - 1.7701522855159846) < 1e-13)
    #expect(throws: LearningError.self) { try Normal.fit([1]).exactInterval(of: .mean) }
  }

  @Test("are Clopper's and Pearson's for a proportion")
  func proportion() throws {
    let some = try Bernoulli.fit(successes: 18, trials: 40).exactInterval()
    #expect(abs(some.lower - 0.29258835003987993) < 1e-13 && abs(some.upper - 0.6150932054659868) < 1e-13)
    let none = try Bernoulli.fit(successes: 0, trials: 10).exactInterval()
    #expect(none.lower == 0 && abs(none.upper - 0.30849710781876083) < 1e-13)
    #expect(try Bernoulli.fit(successes: 10, trials: 10).exactInterval().upper == 1)
  }

  @Test("are the gamma ones for an exponential rate")
  func exponential() throws {
    let interval = try Exponential.fit([0.3, 2.2, 0.05, 1.7]).exactInterval()
    #expect(abs(interval.lower - 0.2564389114414882) < 1e-13 && abs(interval.upper - 2.062887781115841) < 1e-13)
    #expect(throws: LearningError.self) { try Exponential.fit([0, 0]).exactInterval() }
  }
}
