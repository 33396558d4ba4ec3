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

    .discrete(try Bernoulli(probability: 0.3), refusing: ["probability": "1.5"]),
    .discrete(try Bernoulli(probability: 0)),
    .discrete(try Bernoulli(probability: 1)),
    .discrete(try Bernoulli(probability: 1e-20)),

    .discrete(try Geometric(probability: 0.25), refusing: ["probability": "0"]),
    .discrete(try Geometric(probability: 1)),
    .discrete(try Geometric(probability: 0.999)),
    .discrete(try Geometric(probability: 0.01)),
    .discrete(try Geometric(probability: 0x1p-52)),

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
  @Test("Held to all laws", arguments: DistributionEntry.all)
  func keepsTheLaws(_ entry: DistributionEntry) throws {
    let report = try entry.check()
    for violation in report.violations { Issue.record("\(report.distribution). \(violation)") }
  }

  @Test("Each type names parameters that its JSON may not hold")
  func refusalsAreNamed() {
    for (type, entries) in Dictionary(grouping: DistributionEntry.all, by: \.type) {
      #expect(entries.contains { $0.refuses }, "\(type)")
    }
  }

  @Test("The list above holds every distribution on the line that the sources declare, and no other")
  func catalogueIsComplete() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/Stats/Distributions").standardized
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let declared = try files.filter { $0.pathExtension == "swift" }.flatMap { file in
      try String(contentsOf: file, encoding: .utf8)
        .matches(of: #/public struct (\w+): (?:Continuous|Discrete)Distribution/#).map { String($0.1) }
    }
    #expect(Set(declared) == Set(DistributionEntry.all.map(\.type)))
  }
}
