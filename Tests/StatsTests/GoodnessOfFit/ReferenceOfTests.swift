import Foundation

/// What SciPy and exact arithmetic give; see Tests/Fixtures/stats/make_tests.py.
struct ReferenceOfTests: Decodable {
  struct Kolmogorov: Decodable {
    struct Tail: Decodable {
      let n: Int
      let d, p, oneSided: Double
    }

    struct TwoSamples: Decodable {
      let alternative: String
      let first, second, result: [Double]
    }

    let exact, tails, large: [Tail]
    /// By alternative: statistic and p-value.
    let michelson, waits: [String: [Double]]
    let twoSample, tied: [TwoSamples]
    let largeTwoSamples: [String: [Double]]
  }

  struct Anderson: Decodable {
    let normal, normalP, known: [String: Double]
  }

  struct Quantiles: Decodable {
    let probabilities: [Double]
    let waits, ten: [[Double]]
  }

  struct QuantileQuantile: Decodable {
    let theoretical: [Double]
    let slope, intercept, correlation: Double
  }

  struct Bootstrap: Decodable {
    struct Jackknife: Decodable {
      let bias, standardError: Double
      let pseudoValues: [Double]
    }

    let level, estimate, bias, standardError, acceleration: Double
    let replicates, percentile, basic, normal, bca: [Double]
    let jackknife: Jackknife
  }

  struct Permutation: Decodable {
    let first, second, third: [Double]
    /// By alternative: statistic and p-value.
    let independent, paired: [String: [Double]]
  }

  let waits, first: [Double]
  let kolmogorov: Kolmogorov
  let anderson: Anderson
  /// Statistic and p-value.
  let chiSquared: [String: [Double]]
  let quantiles: Quantiles
  let quantileQuantile: [String: QuantileQuantile]
  let bootstrap: Bootstrap
  let permutation: Permutation
  let corrections: [String: [Double]]

  static func read() throws -> ReferenceOfTests {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/stats/tests.json").standardized
    return try JSONDecoder().decode(ReferenceOfTests.self, from: Data(contentsOf: file))
  }
}
