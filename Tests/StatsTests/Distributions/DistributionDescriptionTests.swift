import LinearAlgebra
import Stats
import Testing

@Suite("A distribution is printed by its name and parameters")
struct DistributionDescriptionTests {
  @Test("On the real line")
  func continuous() throws {
    #expect("\(Normal.standard)" == "normal(mean 0, standard deviation 1)")
    #expect("\(try Normal(mean: -1.5, standardDeviation: 0.25))" == "normal(mean -1.5, standard deviation 0.25)")
    let logNormal = try LogNormal(logMean: 0, logStandardDeviation: 2)
    #expect("\(logNormal)" == "log-normal(log mean 0, log standard deviation 2)")
    #expect("\(try Uniform(lower: -1, upper: 1))" == "uniform(from -1 to 1)")
    #expect("\(try Exponential(rate: 2))" == "exponential(rate 2)")
    #expect("\(try Laplace(location: 0, scale: 1))" == "Laplace(location 0, scale 1)")
    #expect("\(try Logistic(location: 0, scale: 1))" == "logistic(location 0, scale 1)")
    #expect("\(try Weibull(shape: 2, scale: 1))" == "Weibull(shape 2, scale 1)")
  }

  @Test("On the whole numbers, where many categories are counted")
  func discrete() throws {
    #expect("\(try Bernoulli(probability: 0.3))" == "Bernoulli(probability 0.3)")
    #expect("\(try Geometric(probability: 0.3))" == "geometric(probability 0.3)")
    #expect("\(try Categorical(probabilities: [0.25, 0.75]))" == "categorical(probabilities 0.25, 0.75)")
    let many = try Categorical(probabilities: [Double](repeating: 0.1, count: 10))
    #expect("\(many)" == "categorical(10 categories)")
  }

  @Test("In several dimensions, which are counted")
  func multivariate() throws {
    #expect("\(try MultivariateNormal(mean: [1], covariance: [[2]]))" == "multivariate normal(1 dimension)")
    let plane = try MultivariateNormal(mean: [1, 2], covariance: .identity(2))
    #expect("\(plane)" == "multivariate normal(2 dimensions)")
  }
}
