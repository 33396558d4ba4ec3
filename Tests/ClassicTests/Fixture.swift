import Foundation
import LinearAlgebra
import Testing

/// The data and values in Tests/Fixtures/classic.
enum Fixture {
  struct NearestCentroid: Decodable {
    struct Row: Decodable {
      let row: Int
      let variance: Double
      let probabilities: [Double]
    }

    struct Results: Decodable {
      let centroids: [[Double]]
      let predictions: String
      let rows: [Row]
    }

    let sets: [String: Results]
  }

  struct Metrics: Decodable {
    struct Ranking: Decodable, CustomTestStringConvertible {
      let name: String
      let scores: [Double]
      let labels: [Bool]
      let weights: [Double]?
      let area: Double
      let falsePositiveRates: [Double]
      let truePositiveRates: [Double]
      /// Without the first, which is infinite.
      let thresholds: [Double]
      let averagePrecision: Double
      /// From the highest score on, after the point that takes no row.
      let precisions, recalls: [Double]

      var testDescription: String { name }
    }

    struct Binary: Decodable {
      let logOdds: [Double]
      let probabilities: [Double]
      let labels: [Bool]
      let weights: [Double]?
      let accuracy: Double
      let logLoss: Double
      let brierScore: Double
    }

    struct Classes: Decodable {
      let probabilities: [[Double]]
      let labels: [String]
      let predictions: [String]
      let weights: [Double]?
      let accuracy: Double
      let logLoss: Double
      let brierScore: Double
    }

    struct Averages: Decodable {
      let each: [Double]
      let macro, micro, weighted: Double
    }

    struct Confusion: Decodable, CustomTestStringConvertible {
      let name: String
      let classes, labels, predictions: [String]
      let weights: [Double]?
      let counts: [[Double]]
      let accuracy, balancedAccuracy, matthews, kappa: Double
      let precision, recall, f1, f2: Averages

      var testDescription: String { name }
    }

    struct Regression: Decodable, CustomTestStringConvertible {
      let name: String
      let predictions, targets: [Double]
      let weights: [Double]?
      let meanSquared, rootMeanSquared, meanAbsolute, medianAbsolute, maximum, meanAbsolutePercentage: Double
      let rSquared, explainedVariance: Double

      var testDescription: String { name }
    }

    struct Multiclass: Decodable, CustomTestStringConvertible {
      let name: String
      let probabilities: [[Double]]
      let labels: [Int]
      let weights: [Double]?
      /// By the averages' names.
      let oneVsRest, averagePrecision: [String: Double]
      let oneVsOne: [String: Double]?
      let topTwo: Double

      var testDescription: String { name }
    }

    struct Clustering: Decodable, CustomTestStringConvertible {
      let name: String
      let clusters, labels: [Int]
      let rand, adjustedRand, mutualInformation, homogeneity, completeness, vMeasure, vMeasureOfTwo: Double
      /// By the names of the means of entropies.
      let normalized, adjusted: [String: Double]

      var testDescription: String { name }
    }

    struct Silhouettes: Decodable {
      let x: [[Double]]
      let clusters: [Int]
      let values: [Double]
      let mean: Double
    }

    struct Calibration: Decodable {
      let probabilities: [Double]
      let labels: [Bool]
      let binCount: Int
      let shares, means: [Double]
    }

    struct PairedAreas: Decodable {
      let labels: [Bool]
      let scores: [[Double]]
      let areas, variances: [Double]
      let statistic: Double
    }

    struct Folds: Decodable {
      let labels: [Int]
      let foldCount: Int
      let plain: [[Int]]
      let stratified: [[Int]]
    }

    let rankings: [Ranking]
    let binary: [Binary]
    let classes: [Classes]
    let confusions: [Confusion]
    let regressions: [Regression]
    let calibrations: [Calibration]
    let multiclasses: [Multiclass]
    let clusterings: [Clustering]
    let silhouettes: [Silhouettes]
    let pairedAreas: [PairedAreas]
    let folds: [Folds]
    /// The accuracy of the nearest centroid in each of ten stratified folds, for each set.
    let crossValidation: [String: [Double]]
  }

  struct Generative: Decodable {
    struct NaiveBayes: Decodable {
      let priors: [Double]
      let means, variances: [[Double]]
      let smoothing: Double
      let probabilities, jointLogLikelihoods: [[Double]]
    }

    struct Discriminants: Decodable {
      let priors: [Double]
      let means, coefficients: [[Double]]
      let intercepts: [Double]
      let probabilities: [[Double]]
      let shrinkage, explainedVarianceRatio: [Double]?
      let projection: [[Double]]?
    }

    struct Results: Decodable {
      /// The rows that probabilities are given of.
      let rows: [Int]
      /// The priors of the variant "given".
      let given: [Double]
      let naiveBayes: [String: NaiveBayes]
      let discriminants: [String: Discriminants]
    }

    struct Wide: Decodable {
      let rows: [Int]
      let rank: Int
      let coefficients, probabilities: [[Double]]
    }

    let sets: [String: Results]
    let wide: Wide
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/classic")

  static func nearestCentroid() throws -> NearestCentroid {
    try JSONDecoder().decode(
      NearestCentroid.self, from: Data(contentsOf: folder.appending(path: "nearest_centroid.json")))
  }

  static func metrics() throws -> Metrics {
    try JSONDecoder().decode(Metrics.self, from: Data(contentsOf: folder.appending(path: "metrics.json")))
  }

  static func generative() throws -> Generative {
    try JSONDecoder().decode(Generative.self, from: Data(contentsOf: folder.appending(path: "generative.json")))
  }

  /// The features and the classes of a set.
  static func data(_ name: String) throws -> (x: Matrix, y: [Int]) {
    let text = try String(contentsOf: folder.appending(path: "\(name).csv"), encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",").compactMap { Double($0) } }
    return (try Matrix(rows: rows.map { Array($0.dropLast()) }), rows.compactMap { $0.last.map { Int($0) } })
  }
}
