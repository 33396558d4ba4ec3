import Classic
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("Codes of categories")
struct OrdinalEncoderTests {
  private enum Size: String, Codable, Comparable {
    case small, large

    static func < (a: Size, b: Size) -> Bool { a == .small && b == .large }
  }

  private let columns = [["pear", "fig", "pear", "apple"], ["b", "a", "b", "b"]]

  @Test("are the places of the categories in ascending order")
  func codes() throws {
    let model = try OrdinalEncoder().fit(columns: columns)
    #expect(model.categories == [["apple", "fig", "pear"], ["a", "b"]])
    let codes = try model.codes(for: columns)
    #expect(codes == [[2, 1], [1, 0], [2, 1], [0, 1]])
    #expect(try model.categories(for: codes) == columns)
    #expect(try OrdinalEncoder().fit(columns: [[Size.large, .small]]).codes(for: [[.small, .large]]) == [[0], [1]])
  }

  @Test("refuse an unknown category with its place, or give it the code asked for")
  func unknown() throws {
    let new = [["fig", "kiwi"], ["a", "b"]]
    let known = ["apple", "fig", "pear"]
    #expect(throws: LearningError.unknownCategory("kiwi", row: 1, column: 0, known: known)) {
      try OrdinalEncoder().fit(columns: columns).codes(for: new)
    }
    let coding = try OrdinalEncoder(unknown: .code(-1)).fit(columns: columns)
    #expect(try coding.codes(for: new) == [[1, 0], [-1, 1]])
    #expect(try coding.categories(for: coding.codes(for: new)) == [["fig", nil], ["a", "b"]])
    let missing = try OrdinalEncoder(unknown: .missing).fit(columns: columns).codes(for: new)
    #expect(missing[1, 0].isNaN && missing[0, 0] == 1)
    #expect(throws: LearningError.unknownCategory("7.0", row: 0, column: 1, known: ["0", "1"])) {
      try coding.categories(for: [[0, 7]])
    }
  }

  @Test("are NaN where the category is missing")
  func missing() throws {
    let model = try OrdinalEncoder(missing: "").fit(columns: [["b", "", "a"]])
    #expect(model.categories == [["a", "b"]])
    let codes = try model.codes(for: [["", "b"]])
    #expect(codes[0, 0].isNaN && codes[1, 0] == 1)
    #expect(try model.categories(for: codes) == [[nil, "b"]])
    #expect(throws: LearningError.columnWithoutValues(1)) {
      try OrdinalEncoder(missing: "").fit(columns: [["a"], [""]])
    }
  }

  @Test("refuse columns that do not fit, and codes that are taken")
  func refusals() throws {
    #expect(throws: LearningError.empty(rowCount: 0, columnCount: 0)) { try OrdinalEncoder<Int>().fit(columns: []) }
    #expect(throws: LearningError.empty(rowCount: 0, columnCount: 1)) { try OrdinalEncoder<Int>().fit(columns: [[]]) }
    #expect(throws: LearningError.countMismatch(.features, count: 1, rowCount: 2)) {
      try OrdinalEncoder().fit(columns: [[1, 2], [1]])
    }
    let model = try OrdinalEncoder().fit(columns: [[1, 2]])
    #expect(throws: LearningError.featureCountMismatch(found: 2, expected: 1)) { try model.codes(for: [[1], [1]]) }
    #expect(throws: LearningError.featureCountMismatch(found: 2, expected: 1)) { try model.categories(for: [[1, 1]]) }
    for code in [1, .nan, .infinity] {
      let error = try #require(throws: LearningError.self) {
        try OrdinalEncoder(unknown: .code(code)).fit(columns: [[1, 2]])
      }
      #expect(error.description.contains("none") || error.description.contains("0 to 1; take -1"))
    }
    #expect(try OrdinalEncoder(unknown: .code(2)).fit(columns: [[1, 2]]).codes(for: [[9]]) == [[2]])
  }

  @Test("survive a file, and are refused from one whose categories are out of order")
  func files() throws {
    let model = try OrdinalEncoder(unknown: .code(-1), missing: "").fit(columns: columns)
    typealias Model = OrdinalEncoder<String>.Model
    #expect(try JSONDecoder().decode(Model.self, from: JSONEncoder().encode(model)) == model)
    for categories in [[["b", "a"]], [[]], []] as [[[String]]] {
      let data = try json(model, replacing: "categories", by: categories)
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Model.self, from: data) }
    }
  }
}
