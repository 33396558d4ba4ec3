import Foundation
import LinearAlgebra

/// Reference optima, by Tests/Fixtures/classic/make_logistic.py.
enum LogisticFixture {
  struct Binary: Decodable {
    var intercept: Double
    var coefficients: [Double]
    var l1: Double?
    var l2: Double?
    var logLikelihood: Double?
  }

  struct Heart: Decodable {
    var names: [String]
    var x: [[Double]]
    var y: [Int]
    var estimates, standardErrors, z, pValues: [Double]
    var intervals: [[Double]]
    var logLikelihood, nullLogLikelihood, mcFadden, aic: Double
  }

  static func value<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Fixtures/classic/logistic.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let part = try JSONSerialization.data(withJSONObject: object?[name] ?? [:], options: .fragmentsAllowed)
    return try JSONDecoder().decode(type, from: part)
  }

  /// Columns with mean 0 and standard deviation 1, by n.
  static func standardized(_ x: Matrix) throws -> Matrix {
    let moments = try ColumnMoments(of: x)
    return x.standardized(
      center: moments.mean, scale: moments.variances(.maximumLikelihood).map { $0.squareRoot() })
  }
}
