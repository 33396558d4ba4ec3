import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("The encoding of labels")
struct LabelEncodingTests {
  private enum Colour: Int, Comparable {
    case red = 3, green = 1, blue = 2
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  @Test("puts classes in ascending order, whatever the order of the labels")
  func order() throws {
    let encoding = LabelEncoding(of: ["b", "c", "a", "c", "b"])
    #expect(encoding.classes == ["a", "b", "c"])
    #expect(try encoding.indices(of: ["b", "c", "a", "c", "b"]) == [1, 2, 0, 2, 1])
    #expect(LabelEncoding(of: ["c", "b", "a"]) == encoding)
    #expect(LabelEncoding(of: [Colour.red, .blue, .green]).classes == [.green, .blue, .red])
    #expect(LabelEncoding(of: [10, -5, 10]).classes == [-5, 10])
    #expect(LabelEncoding(of: [Int]()).classes.isEmpty)
  }

  @Test("finds each label's place, however many classes there are", arguments: [1, 2, 8, 9, 30])
  func counts(classes: Int) throws {
    let labels = (0..<100).map { $0 * 7 % classes * 10 }
    let encoding = LabelEncoding(of: labels)
    #expect(encoding.classes == (0..<classes).map { $0 * 10 })
    #expect(try encoding.indices(of: labels) == labels.map { $0 / 10 })
    let words = labels.map { "\($0 + 1000)" }
    #expect(try LabelEncoding(of: words).indices(of: words) == labels.map { $0 / 10 })
    #expect(throws: LearningError.self) { try encoding.indices(of: [5]) }
  }

  @Test("refuses a label that was not there, and names it, its row and the others")
  func unknown() {
    let error = LearningError.unknownLabel("7", row: 2, known: ["1", "2"])
    #expect(throws: error) { try LabelEncoding(of: [2, 1]).indices(of: [1, 2, 7, 8]) }
    #expect(error.description == "The label “7” at row 2 is none of the fitted ones: 1, 2.")
  }

  @Test("refuses a NaN, which equals no label, itself included")
  func notANumber() {
    #expect(throws: LearningError.self) { try LabelEncoding(of: [1, .nan]).indices(of: [1, .nan]) }
  }
}

@Suite("A fitted classifier with its labels")
struct ClassifiedTests {
  private let x: Matrix = [[1], [1], [3]]

  private func model() throws -> MajorityClass.Model<String> {
    try MajorityClass().fit(x, labels: ["b", "b", "a"])
  }

  @Test("answers in labels, and shows the properties of its core")
  func labels() throws {
    let model = try model()
    #expect(model.classes == ["a", "b"])
    #expect(try model.predict([[0], [5]]) == ["b", "b"])
    #expect(model.shares == [1.0 / 3, 2.0 / 3])
    #expect(model.featureCount == 1)
    #expect(model.report.method == "shares of the classes")
    #expect(try model.probabilities(for: [[0]]) == [[1.0 / 3, 2.0 / 3]])
  }

  @Test("takes the first class where several are as likely")
  func ties() throws {
    let model = try MajorityClass().fit([[1], [1]], labels: [9, 4])
    #expect(try model.predict([[0]]) == [4])
  }

  @Test("comes back from a file and predicts the same")
  func roundTrip() throws {
    let model = try model()
    let decoded = try JSONDecoder().decode(MajorityClass.Model<String>.self, from: JSONEncoder().encode(model))
    #expect(decoded.classes == model.classes && decoded.core == model.core)
    #expect(try decoded.predict([[0]]) == ["b"])
  }

  @Test("is refused where it has no class to predict")
  func noClasses() {
    let json = #"{"core":{"shares":[],"featureCount":1},"classes":[]}"#
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(MajorityClass.Model<String>.self, from: Data(json.utf8))
    }
  }

  @Test(
    "is refused where labels and core do not fit each other",
    arguments: [#"["a"]"#, #"["a","b","c"]"#, #"["b","a"]"#, #"["a","a"]"#, "[]", "[1,2]"])
  func inconsistent(classes: String) throws {
    let json = String(decoding: try JSONEncoder().encode(try model()), as: UTF8.self)
    let spoiled = json.replacing(#"["a","b"]"#, with: classes)
    #expect(spoiled != json)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(MajorityClass.Model<String>.self, from: Data(spoiled.utf8))
    }
  }
}
