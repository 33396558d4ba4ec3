import Datasets
import Foundation
import LinearAlgebra
import RealModule
import Testing

/// Reference fits, by Tests/Fixtures/classic/make_linear.py.
enum LinearFixture {
  /// The table of a fit, the intercept first.
  struct Table: Decodable {
    let estimates, standardErrors, statistics, pValues: [Double]
    let intervals: [[Double]]
    let logLikelihood, aic, bic: Double
    // Of least squares.
    let residualSumOfSquares, residualStandardError, r2, adjustedR2, fStatistic, fPValue: Double?
    // Of a Poisson fit.
    let deviance, nullDeviance, pearsonChiSquared: Double?
    let means: [Double]?
  }

  struct Penalised: Decodable {
    let l1, l2: Double?
    let coefficients: [Double]
    let intercept: Double
    let effectiveParameters: Double?
  }

  static func value<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/classic/linear.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let part = try JSONSerialization.data(withJSONObject: object?[name] ?? [:], options: .fragmentsAllowed)
    return try JSONDecoder().decode(type, from: part)
  }

  /// The insurance claims, with a column for each level of district, group and age but the first.
  struct Insurance {
    let x: Matrix
    let names: [String]
    let claims, logHolders: [Double]

    init() throws {
      let data = try Datasets.insurance()
      var columns: [[Double]] = []
      var names: [String] = []
      for factor in ["District", "Group", "Age"] {
        let values = try #require(data.column(named: factor))
        for (index, level) in try #require(data.levels[factor]).enumerated().dropFirst() {
          columns.append(values.map { $0 == Double(index) ? 1 : 0 })
          names.append(factor + level)
        }
      }
      x = try Matrix(rows: columns).transposed()
      self.names = names
      claims = data.targets
      logHolders = try #require(data.column(named: "Holders")).map { .log($0) }
    }
  }
}

/// Whether numbers agree, relative to the larger of 1 and the largest expected.
func expectClose(
  _ found: [Double], _ expected: [Double], within tolerance: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  let scale = max(1, expected.reduce(0) { max($0, abs($1)) })
  for (a, b) in zip(found, expected) {
    #expect(abs(a - b) <= tolerance * scale, "\(a), expected \(b)", sourceLocation: sourceLocation)
  }
}

/// Whether a number agrees relatively; nil does not.
func expectClose(
  _ found: Double?, _ expected: Double?, within tolerance: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  let (a, b) = (found ?? .nan, expected ?? .nan)
  #expect(abs(a - b) <= tolerance * abs(b), "\(a), expected \(b)", sourceLocation: sourceLocation)
}
