import Classic
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("One-hot encoding")
struct OneHotEncoderTests {
  private static let settings: [(name: String, encoder: OneHotEncoder, halved: Bool)] = [
    ("plain", OneHotEncoder(), false),
    ("dropping the first", OneHotEncoder(drop: .first), false),
    ("dropping of two", OneHotEncoder(drop: .ifBinary), false),
    ("infrequent", OneHotEncoder(minimumCount: 20), false),
    ("infrequent, dropping the first", OneHotEncoder(drop: .first, minimumCount: 20), false),
    ("unknown as zeros", OneHotEncoder(unknown: .allZeros), true),
    ("unknown as infrequent", OneHotEncoder(unknown: .infrequent, minimumCount: 20), true),
  ]

  @Test("agrees with scikit-learn", arguments: PreprocessingFixture.setNames, ["plain", "weighted"])
  func peer(set: String, variant: String) throws {
    let results = try #require(try PreprocessingFixture.load().sets[set])
    let features = try PreprocessingFixture.features(set).selectingColumns([0, 1, 2])
    let x = try Matrix(rows: features.rows.map { $0.map { $0.rounded(.down) } })
    for (name, encoder, halved) in Self.settings {
      let expected = try #require(results.encoders[variant]?[name])
      let count = halved ? x.rowCount / 2 : x.rowCount
      let model = try encoder.fit(
        x.selectingRows(0..<count), weights: PreprocessingFixture.weights(variant, count: count))
      #expect(model.categories == expected.categories, "\(name)")
      let transformed = try model.transform(x.selectingRows(results.rows))
      #expect(transformed.columnCount == expected.outputCount, "\(name)")
      #expect(transformed.elements.allSatisfy { $0 == 0 || $0 == 1 })
      #expect(transformed.rows.map { row in row.indices.filter { row[$0] == 1 } } == expected.ones, "\(name)")
    }
  }

  private let x: Matrix = [[5, 0], [-1, 1], [5, 0], [2.5, 0]]

  @Test("says which column and category each output stands for, and finds the codes again")
  func inverse() throws {
    for encoder in [OneHotEncoder(), OneHotEncoder(drop: .first), OneHotEncoder(drop: .ifBinary)] {
      let model = try encoder.fit(x)
      #expect(try model.inverseTransform(model.transform(x)) == x)
    }
    let outputs = try OneHotEncoder(drop: .ifBinary).fit(x).outputs
    #expect(outputs.map(\.column) == [0, 0, 0, 1])
    #expect(outputs.map(\.category) == [-1, 2.5, 5, 1])
    let grouped = try OneHotEncoder(minimumCount: 2).fit(x)
    #expect(try grouped.outputNames(for: ["a", "b"]) == ["a=5", "a=infrequent", "b=0", "b=infrequent"])
    #expect(throws: LearningError.invalidOption(
      name: "names", value: "1 names", allowed: "one for each of the 2 features")
    ) { try grouped.outputNames(for: ["a"]) }
  }

  @Test("gives infrequent categories a column together, by weight")
  func infrequent() throws {
    let model = try OneHotEncoder(minimumCount: 2).fit(x)
    #expect(model.infrequentCategories == [[-1, 2.5], [1]])
    #expect(model.outputs.map(\.category) == [5, nil, 0, nil])
    #expect(try model.transform(x) == [[1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0], [0, 1, 1, 0]])
    let reason = "it is one of several infrequent ones, which share it"
    #expect(throws: LearningError.undefined("category of column 0 in row 1", reason: reason)) {
      try model.inverseTransform(model.transform(x))
    }
    #expect(try OneHotEncoder(minimumCount: 2).fit(x, weights: [1, 2, 1, 1]).infrequentCategories == [[2.5], []])
  }

  @Test("refuses an unknown category with its place and the known ones")
  func unknown() throws {
    let model = try OneHotEncoder().fit(x)
    let error = LearningError.unknownCategory("3", row: 1, column: 1, known: ["0", "1"])
    #expect(throws: error) { try model.transform([[5, 1], [2.5, 3], [9, 1]]) }
    let lenient = try OneHotEncoder(unknown: .allZeros).fit(x)
    #expect(try lenient.transform([[9, 0]]) == [[0, 0, 0, 1, 0]])
    let reason = "all of its indicators are zero, and none was dropped"
    #expect(throws: LearningError.undefined("category of column 0 in row 0", reason: reason)) {
      try lenient.inverseTransform([[0, 0, 0, 1, 0]])
    }
    // Nothing infrequent to join in the first column.
    let grouping = try OneHotEncoder(unknown: .infrequent, minimumCount: 1.5).fit([[1, 1], [1, 1], [1, 2]])
    #expect(try grouping.transform([[7, 7]]) == [[0, 0, 1]])
  }

  @Test("drops the only column of a constant column; and tells where nothing is left")
  func constantColumn() throws {
    let model = try OneHotEncoder(drop: .first).fit([[4, 0], [4, 1]])
    #expect(try model.transform([[4, 1]]) == [[1]])
    #expect(try model.inverseTransform([[0]]) == [[4, 0]])
    #expect(throws: LearningError.self) { try OneHotEncoder(drop: .first).fit([[4], [4]]) }
    #expect(try OneHotEncoder(drop: .ifBinary).fit([[4]]).transform([[4]]) == [[1]])
    // All of the first column are infrequent: one output, which is dropped.
    let rare = try OneHotEncoder(unknown: .infrequent, drop: .first, minimumCount: 2)
      .fit([[4, 0], [5, 0], [6, 1], [7, 1]])
    #expect(try rare.transform([[9, 1], [4, 0]]) == [[1], [0]])
  }

  @Test("takes 0 and -0 for one category")
  func zeros() throws {
    #expect(try OneHotEncoder().fit([[0], [-0.0], [1]]).transform([[-0.0]]) == [[1, 0]])
  }

  @Test("is refused from a file whose parts do not fit together")
  func spoiltFile() throws {
    let model = try OneHotEncoder().fit([[1], [2]])
    let column: [String: Any] = ["categories": [1, 2], "isInfrequent": [false, false], "dropsFirst": false]
    func decoded(_ change: [String: Any]) throws -> OneHotEncoder.Model {
      let columns = [column.merging(change) { $1 }]
      return try JSONDecoder().decode(OneHotEncoder.Model.self, from: json(model, replacing: "columns", by: columns))
    }
    #expect(try decoded([:]) == model)
    for change in [["categories": [2, 1]], ["categories": [1]], ["categories": [Int](), "isInfrequent": [Bool]()]] {
      #expect(throws: DecodingError.self) { try decoded(change) }
    }
    let none = try json(model, replacing: "columns", by: [Int]())
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(OneHotEncoder.Model.self, from: none) }
  }
}
