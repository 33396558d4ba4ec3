import Foundation
import LinearAlgebra

/// The Statistical Reference Datasets in Tests/Fixtures/nist.
enum NIST {
  struct Certified: Decodable {
    let univariate: [String: Univariate]
    let linear: [String: Linear]
  }

  struct Univariate: Decodable {
    let mean, standardDeviation: Double

    enum CodingKeys: String, CodingKey {
      case mean
      case standardDeviation = "standard_deviation"
    }
  }

  struct Linear: Decodable {
    struct Coefficient: Decodable { let estimate: Double }
    struct Residual: Decodable {
      let sumOfSquares: Double

      enum CodingKeys: String, CodingKey { case sumOfSquares = "sum_of_squares" }
    }

    let intercept: Bool
    let polynomialDegree: Int?
    let coefficients: [Coefficient]
    let residual: Residual

    enum CodingKeys: String, CodingKey {
      case intercept, coefficients, residual
      case polynomialDegree = "polynomial_degree"
    }
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/nist")

  static func certified() throws -> Certified {
    try JSONDecoder().decode(Certified.self, from: Data(contentsOf: folder.appending(path: "certified.json")))
  }

  /// The numbers of a file below its line of names.
  static func table(_ path: String) throws -> Matrix {
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
    return try Matrix(rows: rows)
  }

  /// The columns of a linear set's model, and its response.
  static func design(_ name: String, _ certified: Linear) throws -> (x: Matrix, y: [Double]) {
    let table = try table("linear/\(name).csv")
    let last = table.columnCount - 1
    var columns: [[Double]] = certified.intercept ? [[Double](repeating: 1, count: table.rowCount)] : []
    if let degree = certified.polynomialDegree {
      for power in 1...degree { columns.append(table.column(0).map { pow($0, Double(power)) }) }
    } else {
      for j in 0..<last { columns.append(Array(table.column(j))) }
    }
    return (try Matrix(rows: columns).transposed(), Array(table.column(last)))
  }
}
