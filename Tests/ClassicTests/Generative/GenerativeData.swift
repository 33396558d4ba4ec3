import Datasets
import Foundation
import LinearAlgebra

/// The data and comparisons that the tests of the generative classifiers share.
enum GenerativeData {
  static let setNames = ["iris", "wine", "breast cancer"]

  static func set(_ name: String) throws -> ClassificationDataset {
    switch name {
    case "iris": try Datasets.iris()
    case "wine": try Datasets.wine()
    default: try Datasets.breastCancer()
    }
  }

  /// The JSON of a model with one of its core's parts replaced.
  static func json(_ model: some Encodable, core key: String, replacedBy value: Any) throws -> Data {
    let data = try JSONEncoder().encode(model)
    var object = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    var core = object["core"] as? [String: Any] ?? [:]
    precondition(core[key] != nil, "The core has no part “\(key)”")
    core[key] = value
    object["core"] = core
    return try JSONSerialization.data(withJSONObject: object)
  }

  /// A matrix as JSON holds it.
  static func json(_ matrix: Matrix) throws -> Any {
    try JSONSerialization.jsonObject(with: JSONEncoder().encode(matrix))
  }
}

extension Matrix {
  /// The largest difference from `other`, relative to its largest element; infinite for another shape.
  func relativeDifference(from other: [[Double]]) throws -> Double {
    let other = try Matrix(rows: other)
    guard (rowCount, columnCount) == (other.rowCount, other.columnCount) else { return .infinity }
    return (self - other).maximumMagnitude / other.maximumMagnitude
  }
}

extension [Double] {
  /// The largest difference from `other`, relative to its largest element; infinite for another count.
  func relativeDifference(from other: [Double]) throws -> Double {
    try Matrix(rows: [self]).relativeDifference(from: [other])
  }
}
