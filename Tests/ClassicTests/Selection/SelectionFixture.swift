import Foundation
import LinearAlgebra

/// Cross-validations and searches of scikit-learn, by Tests/Fixtures/classic/make_selection.py.
struct SelectionFixture: Decodable {
  struct Classification: Decodable {
    let accuracy, logLoss, trainingLogLoss, weightedLogLoss: [Double]
    let outOfFold: [[Double]]
  }

  struct Search: Decodable {
    /// Of scikit-learn's C, which is 1 / l2.
    let strengths: [Double]
    let scores, trainingScores: [[Double]]
    let ranks: [Int]
    let best, bestOfPath: Int
    let coefficients: [[Double]]
  }

  struct Regression: Decodable {
    let features: [[Double]]
    let targets: [Double]
    let tests: [[Int]]
    let ridge: Double
    let meanSquaredError, outOfFold: [Double]

    var x: Matrix { get throws { try Matrix(rows: features) } }
    var splitter: FixedSplits { FixedSplits(testing: tests, of: targets.count) }
  }

  struct Inference: Decodable {
    let first, second: [Double]
    let mean, standardDeviation: Double
    let naive, corrected: [Double]
    let statistic, pValue: Double
    let difference: [Double]
  }

  let features: [[Double]]
  let labels: [Int]
  let weights: [Double]
  let tests: [[Int]]
  let classification: Classification
  /// The accuracy in each of five blocks of iris.
  let iris: [String: [Double]]
  let search: Search
  let regression: Regression
  let inference: Inference

  var x: Matrix { get throws { try Matrix(rows: features) } }
  var splitter: FixedSplits { FixedSplits(testing: tests, of: labels.count) }

  static func load() throws -> SelectionFixture {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/classic/selection.json")
    return try JSONDecoder().decode(SelectionFixture.self, from: Data(contentsOf: file))
  }
}

/// The largest difference of two lists.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  a.count == b.count ? zip(a, b).map { abs($0 - $1) }.max() ?? 0 : .infinity
}
