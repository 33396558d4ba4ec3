import Classic
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("A classifier read from a file that no fit has written")
struct ModelFileTests {
  private typealias Model = NearestCentroid.Model<Int>

  /// The JSON of a model of two features with these centroids and labels.
  private func file(rowCount: Int, elements: [Double], classes: [Int]) throws -> Data {
    let x: Matrix = [[0, 0], [1, 1]]
    let model = try NearestCentroid().fit(x, labels: [0, 1])
    var json = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(model)) as? [String: Any])
    var core = try #require(json["core"] as? [String: Any])
    core["centroids"] = ["rowCount": rowCount, "columnCount": 2, "elements": elements] as [String: Any]
    json["core"] = core
    json["classes"] = classes
    return try JSONSerialization.data(withJSONObject: json)
  }

  @Test("Is read where labels and core fit together")
  func sound() throws {
    let model = try JSONDecoder().decode(Model.self, from: file(rowCount: 2, elements: [0, 0, 5, 5], classes: [3, 8]))
    #expect(try model.predict([[1, 0], [4, 6]]) == [3, 8])
  }

  @Test("Is refused with no class, with one, with too few or with labels out of order", arguments: [
    (0, [], []), (1, [1, 1], [3]), (2, [0, 0, 5, 5], [3]), (2, [0, 0, 5, 5], [8, 3]), (2, [0, 0, 5, 5], [3, 3]),
  ] as [(Int, [Double], [Int])])
  func spoilt(rowCount: Int, elements: [Double], classes: [Int]) throws {
    let data = try file(rowCount: rowCount, elements: elements, classes: classes)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Model.self, from: data) }
  }
}
