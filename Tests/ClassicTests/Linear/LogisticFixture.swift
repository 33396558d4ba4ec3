import Foundation
import LinearAlgebra

/// Reference values, by Tests/Fixtures/classic/make_logistic.py and make_logistic_inference.py.
enum LogisticFixture {
  struct Binary: Decodable {
    var intercept: Double
    var coefficients: [Double]
    var l1: Double?
    var l2: Double?
    var logLikelihood: Double?
  }

  /// Intercept first.
  struct Table: Decodable {
    var names: [String]
    var estimates, standardErrors, z, pValues: [Double]
    var intervals: [[Double]]
    var profileIntervals: [[Double]]?
    var profileStatistics: [Double]?
    var logLikelihood, nullLogLikelihood, mcFadden, aic, bic, llr, llrPValue, llrFreedom: Double
  }

  struct Multinomial: Decodable {
    struct Class: Decodable {
      var estimates, standardErrors, z, pValues: [Double]
      var intervals: [[Double]]
    }
    var columns: [Int]
    var classes: [Class]
    var logLikelihood, nullLogLikelihood, aic, bic, llr, llrPValue: Double
  }

  struct Firth: Decodable {
    var x: [[Double]]
    var y: [Int]
    var estimates, standardErrors, statistics, pValues: [Double]
    var intervals: [[Double]]
  }

  struct Weights: Decodable {
    var balanced, cancerBalanced, cancerGiven: [Double]
    var irisRows: [Int]
    var irisBalanced, irisRestBalanced: [[Double]]

    enum CodingKeys: String, CodingKey {
      case balanced, cancerBalanced = "cancer balanced", cancerGiven = "cancer given", irisRows = "iris rows"
      case irisBalanced = "iris balanced", irisRestBalanced = "iris rest balanced"
    }
  }

  struct OneVsRest: Decodable {
    var coefficients, probabilities: [[Double]]
    var rows: [Int]
    var errors: Int
  }

  struct Digits: Decodable {
    var rows: Int
    var columns: [Int]
    var coefficients: [[Double]]
  }

  /// An optimum.
  static func value<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    try value(name, in: "logistic.json")
  }

  /// What is inferred, and what makes it.
  static func inference<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    try value(name, in: "logistic_inference.json")
  }

  private static func value<Value: Decodable>(_ name: String, in file: String) throws -> Value {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Fixtures/classic/\(file)")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    let part = try JSONSerialization.data(withJSONObject: object?[name] ?? [:], options: .fragmentsAllowed)
    return try JSONDecoder().decode(Value.self, from: part)
  }

  /// Columns with mean 0 and standard deviation 1, by n.
  static func standardized(_ x: Matrix) throws -> Matrix {
    let moments = try ColumnMoments(of: x)
    return x.standardized(
      center: moments.mean, scale: moments.variances(.maximumLikelihood).map { $0.squareRoot() })
  }
}
