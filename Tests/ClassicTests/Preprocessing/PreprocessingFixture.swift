import Datasets
import Foundation
import LinearAlgebra

/// The values of Tests/Fixtures/classic/preprocessing.json, and the data that they belong to.
struct PreprocessingFixture: Decodable {
  struct Scaler: Decodable {
    let center, scale: [Double]?
    /// Of ``Results/rows``.
    let transformed: [[Double]]
  }

  struct Imputer: Decodable {
    let values: [Double]
    let transformed: [[Double]]
  }

  struct Encoder: Decodable {
    let categories: [[Double]]
    let outputCount: Int
    /// Where the ones are in each of ``Results/rows``.
    let ones: [[Int]]
  }

  struct Polynomial: Decodable {
    let powers: [[Int]]
    let names: [String]
    let transformed: [[Double]]
  }

  struct Results: Decodable {
    /// The rows that transformed values are given of.
    let rows: [Int]
    /// By "plain" and "weighted", then by scaler.
    let scalers: [String: [String: Scaler]]
    let imputers: [String: [String: Imputer]]
    let encoders: [String: [String: Encoder]]
    let polynomials: [String: Polynomial]
  }

  let sets: [String: Results]

  static let setNames = ["wine", "breast cancer", "diabetes"]

  static func load() throws -> PreprocessingFixture {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/classic/preprocessing.json").standardized
    return try JSONDecoder().decode(PreprocessingFixture.self, from: Data(contentsOf: file))
  }

  static func features(_ name: String) throws -> Matrix {
    switch name {
    case "wine": try Datasets.wine().features
    case "breast cancer": try Datasets.breastCancer().features
    default: try Datasets.diabetes().features
    }
  }

  /// 1, 2, 3, 1, ... for "weighted".
  static func weights(_ variant: String, count: Int) -> [Double]? {
    variant == "weighted" ? (0..<count).map { Double(1 + $0 % 3) } : nil
  }
}

/// The JSON of a model with one of its parts replaced.
func json(_ model: some Encodable, replacing key: String, by value: Any) throws -> Data {
  let data = try JSONEncoder().encode(model)
  var object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  precondition(object[key] != nil, "The model has no part “\(key)”")
  object[key] = value
  return try JSONSerialization.data(withJSONObject: object)
}
