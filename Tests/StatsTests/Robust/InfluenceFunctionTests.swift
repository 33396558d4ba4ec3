import Learning
import Stats
import Testing

/// Expected values: closed forms, and Tests/Fixtures/stats/make_bayes_robust_digits.py, mpmath, 40 digits.
@Suite("Influence functions")
struct InfluenceFunctionTests {
  @Test("of mean, standard deviation and median are the formulas")
  func formulas() throws {
    let normal = try Normal(mean: 2, standardDeviation: 3)
    let mean = try InfluenceFunction(of: .mean, at: normal)
    #expect(mean(7) == 5 && mean.asymptoticVariance == 9 && mean.grossErrorSensitivity == .infinity)
    let deviation = try InfluenceFunction(of: .standardDeviation, at: normal)
    #expect(abs(deviation(2) + 1.5) < 1e-14 && abs(deviation(8) - 4.5) < 1e-14)
    // σ²/2, the inverse of the information of σ.
    #expect(abs(deviation.asymptoticVariance - 4.5) < 1e-14)
    let median = try InfluenceFunction(of: .median, at: normal)
    // √(π/2) σ, and its square: 64 % efficiency.
    #expect(abs(median(100) - 3 * 1.2533141373155003) < 1e-13 && median(-100) == -median(100) && median(2) == 0)
    #expect(abs(median.asymptoticVariance - 9 * 1.5707963267948966) < 1e-12)
    #expect(median.grossErrorSensitivity == median(100))
  }

  @Test("of Huber's estimate at the normal, at any place and scale")
  func huber() throws {
    let influence = try InfluenceFunction(of: .mEstimator(.huber(), scale: 1), at: Normal.standard)
    #expect(abs(influence.value) < 1e-15)
    #expect(abs(influence.grossErrorSensitivity - 1.63749856533966514) < 1e-13)
    #expect(abs(influence(9) - 1.63749856533966514) < 1e-13 && influence(-9) == -influence(9))
    #expect(abs(influence.asymptoticVariance - 1.0526312911880373944) < 1e-13)
    let moved = try InfluenceFunction(
      of: .mEstimator(.huber(), scale: 3), at: Normal(mean: 2, standardDeviation: 3))
    #expect(abs(moved.value - 2) < 1e-13)
    #expect(abs(moved(29) - 3 * influence(9)) < 1e-12)
    #expect(abs(moved.asymptoticVariance - 9 * influence.asymptoticVariance) < 1e-12)
  }

  @Test("of losses that let outliers go at the normal")
  func redescending() throws {
    let biweight = try InfluenceFunction(of: .mEstimator(.tukeyBiweight(), scale: 1), at: Normal.standard)
    #expect(abs(biweight.asymptoticVariance - 1.0526345151671420769) < 1e-12)
    #expect(abs(biweight(1) - 1.2021446883162904269) < 1e-12)
    #expect(biweight(5) == 0)
    let studentT = try InfluenceFunction(
      of: .mEstimator(.studentT(degreesOfFreedom: 4), scale: 1), at: Normal.standard)
    #expect(abs(studentT.asymptoticVariance - 1.0800747560464415754) < 1e-12)
    #expect(abs(studentT(3) - 1.4674231772102704541) < 1e-12)
    for influence in [biweight, studentT] {
      let largest = stride(from: 0, through: 6, by: 0.001).map { influence($0) }.max() ?? 0
      #expect(largest <= influence.grossErrorSensitivity && largest > influence.grossErrorSensitivity * (1 - 1e-6))
    }
  }

  @Test("of the maximum likelihood estimate of a Student t location is the inverse of the information")
  func studentT() throws {
    for freedom in [1.0, 4, 30] {
      let influence = try InfluenceFunction(
        of: .mEstimator(.studentT(degreesOfFreedom: freedom), scale: 2),
        at: StudentT(degreesOfFreedom: freedom, location: -3, scale: 2))
      // (ν + 3) σ² / (ν + 1); K. Lange, R. Little and J. Taylor, JASA 84(408), 1989, doi:10.2307/2290063, appendix B.
      #expect(abs(influence.value + 3) < 1e-12)
      #expect(abs(influence.asymptoticVariance - 4 * (freedom + 3) / (freedom + 1)) < 1e-11)
      // The score over the information.
      #expect(abs(influence(1) - (freedom + 3) * 2 * 2 / (freedom + 4)) < 1e-11)
    }
  }

  @Test("at a skew distribution, where nothing cancels")
  func skew() throws {
    let exponential = try Exponential(rate: 1)
    let huber = try InfluenceFunction(of: .mEstimator(.huber(), scale: 1), at: exponential)
    #expect(abs(huber.value - 0.89336756735880373126) < 1e-12)
    #expect(abs(huber.asymptoticVariance - 0.64059738452662821605) < 1e-12)
    #expect(abs(huber(0) + 1) < 1e-12)
    let trimmed = try InfluenceFunction(of: .trimmedMean(0.1), at: exponential)
    #expect(abs(trimmed.value - 0.83070744349079887838) < 1e-13)
    #expect(abs(trimmed.asymptoticVariance - 0.81336731958243144288) < 1e-12)
    #expect(abs(trimmed(0) + 1) < 1e-13 && trimmed(50) == trimmed.grossErrorSensitivity)
    let mean = try InfluenceFunction(of: .trimmedMean(0), at: exponential)
    #expect(mean(3) == 2 && mean.functional == .trimmedMean(0))
  }

  @Test("are what sensitivity curves of large samples tend to")
  func limits() throws {
    // The quantiles of (i - 1/2)/n stand for the distribution.
    let sample = try (0..<4001).map { try Normal.standard.quantile((Double($0) + 0.5) / 4001) }
    let points = [-8, -1.3, 0.4, 2, 30]
    let scale = try sample.medianAbsoluteDeviation()
    let estimators: [(InfluenceFunction.Functional, ([Double]) throws -> Double)] = [
      (.mean, { try SampleMoments(of: $0).mean }),
      (.standardDeviation, { try SampleMoments(of: $0).standardDeviation(.maximumLikelihood) }),
      (.median, { try $0.median() }),
      (.trimmedMean(0.2), { try $0.trimmedMean(0.2) }),
      (.mEstimator(.huber(), scale: scale), { try MEstimator().fit($0).location }),
    ]
    for (functional, estimator) in estimators {
      let influence = try InfluenceFunction(of: functional, at: Normal.standard)
      let curve = try sample.sensitivityCurve(at: points, of: estimator)
      for (point, sensitivity) in zip(points, curve) {
        // The standard deviation is curved: an outlier of 30 in 4002 moves it by 6 % less than the tangent says.
        let tolerance = functional == .standardDeviation ? 0.07 * max(1, abs(influence(point))) : 0.02
        #expect(abs(sensitivity - influence(point)) < tolerance, "\(functional) at \(point)")
      }
    }
  }

  @Test("refuse what does not exist")
  func refusals() {
    for functional in [
      InfluenceFunction.Functional.trimmedMean(0.5), .trimmedMean(-0.1), .mEstimator(.huber(k: -1), scale: 1),
      .mEstimator(.huber(), scale: 0),
    ] {
      #expect(throws: LearningError.self) { try InfluenceFunction(of: functional, at: Normal.standard) }
    }
  }
}
