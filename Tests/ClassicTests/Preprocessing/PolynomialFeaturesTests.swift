import Classic
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("Polynomial features")
struct PolynomialFeaturesTests {
  private static let settings: [(name: String, options: PolynomialFeatures)] = [
    ("degree 2", PolynomialFeatures()),
    ("degree 3", PolynomialFeatures(degree: 3, includesBias: true)),
    ("interactions", PolynomialFeatures(degree: 3, interactionOnly: true)),
  ]

  @Test("agree with scikit-learn, in its order", arguments: PreprocessingFixture.setNames)
  func peer(set: String) throws {
    let results = try #require(try PreprocessingFixture.load().sets[set])
    let x = try PreprocessingFixture.features(set).selectingColumns(0..<4)
    for (name, options) in Self.settings {
      let expected = try #require(results.polynomials[name])
      let model = try options.fit(x)
      #expect(model.powers == expected.powers, "\(name)")
      #expect(try model.outputNames(for: ["a", "b", "c", "d"]) == expected.names, "\(name)")
      let transformed = try model.transform(x.selectingRows(results.rows))
      for (found, expected) in zip(transformed.elements, expected.transformed.joined()) {
        #expect(abs(found - expected) <= 1e-15 * abs(expected), "\(name)")
      }
    }
  }

  @Test("of a degree beyond the number of columns end with the product of all where columns differ")
  func interactions() throws {
    let model = try PolynomialFeatures(degree: 9, interactionOnly: true).fit([[2, 3, 5]])
    #expect(try model.transform([[2, 3, 5]]) == [[2, 3, 5, 6, 10, 15, 30]])
    #expect(try PolynomialFeatures(degree: 4).fit([[2]]).transform([[3]]) == [[3, 9, 27, 81]])
    #expect(try PolynomialFeatures(degree: 1).fit([[2, 7]]).transform([[2, 7]]) == [[2, 7]])
  }

  /// C(30 + 9, 9) - 1 = 211 915 131, and C(10⁶, 1) + C(10⁶, 2) of different ones.
  @Test("beyond a million are refused with their number")
  func tooMany() throws {
    let wide = Matrix.zeros(1, 30)
    #expect(
      throws: LearningError.tooManyFeatures(
        count: 211_915_131, limit: 1_000_000, from: "30 columns to degree 9")
    ) { try PolynomialFeatures(degree: 9).fit(wide) }
    #expect(
      throws: LearningError.tooManyFeatures(
        count: .infinity, limit: 1_000_000, from: "30 columns to degree \(Int.max)")
    ) { try PolynomialFeatures(degree: .max).fit(wide) }
    #expect(
      throws: LearningError.tooManyFeatures(
        count: 1_073_741_823, limit: 1_000_000, from: "30 columns to degree 30")
    ) { try PolynomialFeatures(degree: 30, interactionOnly: true).fit(wide) }
  }

  @Test("tell an overflow")
  func overflow() throws {
    let model = try PolynomialFeatures().fit([[1, 2]])
    #expect(throws: LearningError.linearAlgebra(.overflow(operation: "product of columns"))) {
      try model.transform([[1e200, 1]])
    }
  }

  @Test("have names for as many columns as they have")
  func names() throws {
    let model = try PolynomialFeatures(includesBias: true).fit([[1, 2]])
    #expect(try model.outputNames(for: ["x", "y"]) == ["1", "x", "y", "x^2", "x y", "y^2"])
    #expect((0..<6).map(model.sourceColumn) == [nil, 0, 1, nil, nil, nil])
    #expect(throws: LearningError.invalidOption(
      name: "names", value: "1 names", allowed: "one for each of the 2 features")
    ) { try model.outputNames(for: ["x"]) }
  }

  @Test("are refused from a file that asks for too many, or none")
  func spoiltFile() throws {
    let model = try PolynomialFeatures().fit([[1, 2]])
    for count in [0, -1, 100_000, Int.max] {
      let data = try json(model, replacing: "featureCount", by: count)
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(PolynomialFeatures.Model.self, from: data) }
    }
  }
}
