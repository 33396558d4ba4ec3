import Foundation
import Learning
import LinearAlgebra
import Stats
import Testing

@Suite("A distribution with parameters that it does not have")
struct DistributionRefusalTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let sentence: String
    let make: @Sendable () throws(LearningError) -> any Distribution

    init(_ sentence: String, _ make: @escaping @Sendable () throws(LearningError) -> any Distribution) {
      self.sentence = sentence
      self.make = make
    }

    var testDescription: String { sentence }
  }

  static let refusals: [Refusal] = [
    Refusal("The mean of the normal distribution is inf; it must be a finite number.") { () throws(LearningError) in
      try Normal(mean: .infinity, standardDeviation: 1)
    },
    Refusal(
      "The standard deviation of the normal distribution is 0.0; it must be a finite number above zero."
    ) { () throws(LearningError) in try Normal(mean: 0, standardDeviation: 0) },
    Refusal(
      "The standard deviation of the normal distribution is nan; it must be a finite number above zero."
    ) { () throws(LearningError) in try Normal(mean: 0, standardDeviation: .nan) },
    Refusal(
      "The mean of the logarithm of the log-normal distribution is nan; it must be a finite number."
    ) { () throws(LearningError) in try LogNormal(logMean: .nan, logStandardDeviation: 1) },
    Refusal(
      "The standard deviation of the logarithm of the log-normal distribution is -1.0; it must be a finite number "
        + "above zero."
    ) { () throws(LearningError) in try LogNormal(logMean: 0, logStandardDeviation: -1) },
    Refusal(
      "The upper end of the uniform distribution is 1.0; it must be above the lower end, 1.0."
    ) { () throws(LearningError) in try Uniform(lower: 1, upper: 1) },
    Refusal("The lower end of the uniform distribution is -inf; it must be a finite number.") {
      () throws(LearningError) in try Uniform(lower: -.infinity, upper: 1)
    },
    Refusal("The width of the uniform distribution is inf; it must be a finite number.") {
      () throws(LearningError) in try Uniform(lower: -1e308, upper: 1e308)
    },
    Refusal("The rate of the exponential distribution is -2.0; it must be a finite number above zero.") {
      () throws(LearningError) in try Exponential(rate: -2)
    },
    Refusal("The location of the Laplace distribution is nan; it must be a finite number.") {
      () throws(LearningError) in try Laplace(location: .nan, scale: 1)
    },
    Refusal("The scale of the Laplace distribution is inf; it must be a finite number above zero.") {
      () throws(LearningError) in try Laplace(location: 0, scale: .infinity)
    },
    Refusal("The location of the logistic distribution is inf; it must be a finite number.") {
      () throws(LearningError) in try Logistic(location: .infinity, scale: 1)
    },
    Refusal("The scale of the logistic distribution is 0.0; it must be a finite number above zero.") {
      () throws(LearningError) in try Logistic(location: 0, scale: 0)
    },
    Refusal("The shape of the Weibull distribution is 0.0; it must be a finite number above zero.") {
      () throws(LearningError) in try Weibull(shape: 0, scale: 1)
    },
    Refusal("The scale of the Weibull distribution is -1.0; it must be a finite number above zero.") {
      () throws(LearningError) in try Weibull(shape: 1, scale: -1)
    },
    Refusal("The probability of the Bernoulli distribution is 1.5; it must be from 0 to 1.") {
      () throws(LearningError) in try Bernoulli(probability: 1.5)
    },
    Refusal(
      "The probability of the geometric distribution is 1e-16; it must be from 2.220446049250313e-16 to 1."
    ) { () throws(LearningError) in try Geometric(probability: 1e-16) },
    Refusal("The number of categories of the categorical distribution is 0.0; it must be at least 1.") {
      () throws(LearningError) in try Categorical(probabilities: [])
    },
    Refusal("The probability of category 1 of the categorical distribution is -0.5; it must be from 0 to 1.") {
      () throws(LearningError) in try Categorical(probabilities: [1.5, -0.5])
    },
    Refusal("The probability of category 0 of the categorical distribution is nan; it must be from 0 to 1.") {
      () throws(LearningError) in try Categorical(probabilities: [.nan, 0.5])
    },
    Refusal("The sum of the probabilities of the categorical distribution is 3.0; it must be 1, to within 1e-9.") {
      () throws(LearningError) in try Categorical(probabilities: [1, 2])
    },
    Refusal("The mean of variable 1 of the multivariate normal distribution is nan; it must be a finite number.") {
      () throws(LearningError) in try MultivariateNormal(mean: [0, .nan], covariance: .identity(2))
    },
    Refusal(
      "The number of means of the multivariate normal distribution is 3.0; it must be 2, the order of the covariance."
    ) { () throws(LearningError) in try MultivariateNormal(mean: [0, 1, 2], covariance: .identity(2)) },
    Refusal(
      "The covariance at row 1, column 0 of the multivariate normal distribution is inf; it must be a finite number."
    ) { () throws(LearningError) in
      try MultivariateNormal(mean: [0, 1], covariance: [[1, .infinity], [.infinity, 1]])
    },
    Refusal(
      "The covariance at row 0, column 1 of the multivariate normal distribution is 0.25; it must be 0.5 as at row 1, "
        + "column 0, because a covariance is symmetric."
    ) { () throws(LearningError) in try MultivariateNormal(mean: [0, 1], covariance: [[1, 0.25], [0.5, 1]]) },
    Refusal("\(LinearAlgebraError.notSquare(rowCount: 1, columnCount: 2))") { () throws(LearningError) in
      try MultivariateNormal(mean: [0], covariance: [[1, 2]])
    },
    Refusal("\(LearningError.empty(rowCount: 0, columnCount: 0))") { () throws(LearningError) in
      try MultivariateNormal(mean: [], covariance: [])
    },
    Refusal("\(LinearAlgebraError.notPositiveDefinite(order: 2))") { () throws(LearningError) in
      try MultivariateNormal(mean: [0, 1], covariance: [[1, 2], [2, 1]])
    },
  ]

  @Test("is refused with a sentence that says which and why", arguments: refusals)
  func refused(_ refusal: Refusal) {
    do throws(LearningError) {
      let distribution = try refusal.make()
      Issue.record("\(distribution) was made")
    } catch {
      #expect(error.description == refusal.sentence)
    }
  }

  @Test("is refused with the same words when it is read from JSON")
  func refusedFromJSON() throws {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(
        Normal.self, from: Data(#"{"mean": 0, "standardDeviation": -1}"#.utf8))
    }
    guard case .dataCorrupted(let context) = try #require(error) else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(
      context.debugDescription
        == "The standard deviation of the normal distribution is -1.0; it must be a finite number above zero.")
  }

  @Test("and a probability that an unbounded discrete distribution has no quantile of, are told apart")
  func noLargestValue() throws {
    let geometric = try Geometric(probability: 0.5)
    let above = #expect(throws: LearningError.self) { try geometric.quantile(1) }
    #expect(
      "\(try #require(above))" == "The option probability is 1.0; it must be below 1, because the geometric "
        + "distribution has no largest value.")
    let below = #expect(throws: LearningError.self) { try geometric.upperQuantile(0) }
    #expect("\(try #require(below))".contains("is 0.0; it must be above 0, because"))
  }
}
