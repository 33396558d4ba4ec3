import Foundation
import LinearAlgebra

/// The Statistical Reference Datasets in Tests/Fixtures/nist.
public enum NIST {
  public struct Certified: Decodable {
    public let univariate: [String: Univariate]
    public let linear: [String: Linear]
  }

  public struct Univariate: Decodable {
    public let mean, standardDeviation: Double

    enum CodingKeys: String, CodingKey {
      case mean
      case standardDeviation = "standard_deviation"
    }
  }

  public struct Linear: Decodable {
    public struct Coefficient: Decodable { public let estimate: Double }
    public struct Residual: Decodable {
      public let sumOfSquares: Double

      enum CodingKeys: String, CodingKey { case sumOfSquares = "sum_of_squares" }
    }

    public let intercept: Bool
    public let polynomialDegree: Int?
    public let coefficients: [Coefficient]
    public let residual: Residual

    enum CodingKeys: String, CodingKey {
      case intercept, coefficients, residual
      case polynomialDegree = "polynomial_degree"
    }
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/nist")

  public static func certified() throws -> Certified {
    try JSONDecoder().decode(Certified.self, from: Data(contentsOf: folder.appending(path: "certified.json")))
  }

  /// The numbers of a univariate set.
  public static func values(_ name: String) throws -> [Double] {
    Array(try table("univariate/\(name).csv").column(0))
  }

  /// The numbers of a file below its line of names.
  public static func table(_ path: String) throws -> Matrix {
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").compactMap { Double($0) } }
    return try Matrix(rows: rows)
  }

  /// The columns of a linear set's model, and its response.
  public static func design(_ name: String, _ certified: Linear) throws -> (x: Matrix, y: [Double]) {
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

/// The number of correct significant digits, -log₁₀ of the relative error: at most 15, as many as NIST certifies.
public func correctDigits(_ found: Double, certified: Double) -> Double {
  let error = certified == 0 ? abs(found) : abs(found - certified) / abs(certified)
  return min(15, -log10(error))
}
