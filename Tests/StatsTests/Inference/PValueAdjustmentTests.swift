import Learning
import Stats
import Testing

@Suite("The adjustment of p-values")
struct PValueAdjustmentTests {
  @Test("agrees with statsmodels", arguments: PValueAdjustment.allCases)
  func reference(_ adjustment: PValueAdjustment) throws {
    let corrections = try ReferenceOfTests.read().corrections
    let adjusted = try adjustment.adjusted(try #require(corrections["p"]))
    let expected = try #require(corrections[adjustment.rawValue])
    #expect(adjusted.count == expected.count)
    for (value, expected) in zip(adjusted, expected) { #expect(agrees(value, expected, within: 1e-14)) }
  }

  @Test("leaves one test alone, and no tests")
  func few() throws {
    for adjustment in PValueAdjustment.allCases {
      #expect(try adjustment.adjusted([0.3]) == [0.3])
      #expect(try adjustment.adjusted([]).isEmpty)
    }
  }

  @Test("refuses what is no probability")
  func refusals() {
    #expect(throws: LearningError.invalidOption(name: "pValues", value: "1.5 at 1", allowed: "from 0 to 1")) {
      try PValueAdjustment.holm.adjusted([0.1, 1.5])
    }
    #expect(throws: LearningError.self) { try PValueAdjustment.bonferroni.adjusted([.nan]) }
  }
}
