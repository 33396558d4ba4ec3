import Foundation
import Stats
import TestSupport
import Testing

extension DistributionEntry {
  /// Every distribution on the line, with ordinary and extreme parameters, one line each.
  static let all: [DistributionEntry] = [
    .continuous(Normal.standard, refusing: ["standardDeviation": "-1"]),
    .continuous(try Normal(mean: -3, standardDeviation: 0.01), refusing: ["standardDeviation": "0"]),
    .continuous(try Normal(mean: 1e6, standardDeviation: 1)),
    .continuous(try Normal(mean: 0, standardDeviation: 1e-150)),

    .continuous(try LogNormal(logMean: 0, logStandardDeviation: 1), refusing: ["logStandardDeviation": "0"]),
    .continuous(try LogNormal(logMean: 3, logStandardDeviation: 0.01)),
    .continuous(try LogNormal(logMean: -2, logStandardDeviation: 5)),

    .continuous(try Uniform(lower: 0, upper: 1), refusing: ["upper": "0", "lower": "1"]),
    .continuous(try Uniform(lower: -3, upper: 1e5)),

    .continuous(try Exponential(rate: 1), refusing: ["rate": "0"]),
    .continuous(try Exponential(rate: 1e-100)),
    .continuous(try Exponential(rate: 1e100)),

    .continuous(try Laplace(location: 0, scale: 1), refusing: ["scale": "-1"]),
    .continuous(try Laplace(location: -20, scale: 0.125)),

    .continuous(try Logistic(location: 0, scale: 1), refusing: ["scale": "0"]),
    .continuous(try Logistic(location: 7, scale: 100)),

    .continuous(try Weibull(shape: 2, scale: 1), refusing: ["shape": "0", "scale": "-1"]),
    .continuous(try Weibull(shape: 1, scale: 3)),
    .continuous(try Weibull(shape: 0.1, scale: 1)),
    .continuous(try Weibull(shape: 4.9, scale: 1)),
    .continuous(try Weibull(shape: 5.1, scale: 1)),
    .continuous(try Weibull(shape: 50, scale: 1e-9)),

    .continuous(try Gamma(shape: 2.5, scale: 3), refusing: ["shape": "0", "scale": "-1"]),
    .continuous(try Gamma(shape: 1)),
    .continuous(try Gamma(shape: 0.1)),
    .continuous(try Gamma(shape: 1e5, scale: 1e-3)),

    .continuous(try ChiSquared(degreesOfFreedom: 3), refusing: ["degreesOfFreedom": "0"]),
    .continuous(try ChiSquared(degreesOfFreedom: 0.5)),
    .continuous(try ChiSquared(degreesOfFreedom: 1e6)),

    .continuous(try Beta(alpha: 2, beta: 3.5), refusing: ["alpha": "0", "beta": "-1"]),
    .continuous(try Beta(alpha: 0.5, beta: 1)),
    .continuous(try Beta(alpha: 300, beta: 1e5)),

    .continuous(try StudentT(degreesOfFreedom: 5), refusing: ["degreesOfFreedom": "0", "scale": "-1"]),
    .continuous(try StudentT(degreesOfFreedom: 1)),
    .continuous(try StudentT(degreesOfFreedom: 2, location: 3, scale: 10)),
    .continuous(try StudentT(degreesOfFreedom: 3.5)),
    .continuous(try StudentT(degreesOfFreedom: 1e6)),

    .continuous(try FDistribution(numerator: 5, denominator: 12), refusing: ["numerator": "0", "denominator": "-1"]),
    .continuous(try FDistribution(numerator: 1, denominator: 3)),
    .continuous(try FDistribution(numerator: 200, denominator: 1e4)),

    .discrete(try Bernoulli(probability: 0.3), refusing: ["probability": "1.5"]),
    .discrete(try Bernoulli(probability: 0)),
    .discrete(try Bernoulli(probability: 1)),
    .discrete(try Bernoulli(probability: 1e-20)),

    .discrete(try Geometric(probability: 0.25), refusing: ["probability": "0"]),
    .discrete(try Geometric(probability: 1)),
    .discrete(try Geometric(probability: 0.999)),
    .discrete(try Geometric(probability: 0.01)),
    .discrete(try Geometric(probability: 0x1p-52)),

    .discrete(try Poisson(mean: 2.5), refusing: ["mean": "-1"]),
    .discrete(try Poisson(mean: 0)),
    .discrete(try Poisson(mean: 1e-5)),
    .discrete(try Poisson(mean: 1000)),
    .discrete(try Poisson(mean: 1e12)),

    .discrete(try Binomial(trials: 20, probability: 0.3), refusing: ["trials": "-1", "probability": "1.5"]),
    .discrete(try Binomial(trials: 1, probability: 0.5)),
    .discrete(try Binomial(trials: 0, probability: 0.5)),
    .discrete(try Binomial(trials: 10, probability: 1)),
    .discrete(try Binomial(trials: 1_000_000, probability: 1e-6)),

    .discrete(try NegativeBinomial(size: 2.5, probability: 0.3), refusing: ["size": "0", "probability": "1.5"]),
    .discrete(try NegativeBinomial(size: 1, probability: 0.5)),
    .discrete(try NegativeBinomial(mean: 50, size: 0.5)),

    .discrete(
      try Categorical(probabilities: [0.2, 0.3, 0.1, 0.4]),
      refusing: ["probabilities": "[0.5, 0.6]"]),
    .discrete(try Categorical(probabilities: [0, 1e-15, 0, 0.5, 0.5 - 1e-15, 0])),
    .discrete(try Categorical(probabilities: [0, 1])),
    .discrete(try Categorical(probabilities: (1...300).map { Double($0) / 45150 })),
  ]
}

@Suite("Every distribution keeps the laws")
struct DistributionLawTests {
  private static let catalogue = DistributionEntry.all + DistributionEntry.bayes

  @Test("Held to all laws", arguments: DistributionEntry.all)
  func keepsTheLaws(_ entry: DistributionEntry) throws {
    let report = try entry.check()
    for violation in report.violations { Issue.record("\(report.distribution). \(violation)") }
  }

  @Test("Each type names parameters that its JSON may not hold")
  func refusalsAreNamed() {
    for (type, entries) in Dictionary(grouping: Self.catalogue, by: \.type) {
      #expect(entries.contains { $0.refuses }, "\(type)")
    }
  }

  @Test("The lists hold every distribution on the line that the sources declare, and no other")
  func cataloguesAreComplete() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Sources/Stats")
      .standardized
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    let declared = try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8)
        .matches(of: #/public struct (\w+): (?:Continuous|Discrete)Distribution/#).map { String($0.1) }
    }
    #expect(Set(declared) == Set(Self.catalogue.map(\.type)))
  }
}
