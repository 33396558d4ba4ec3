import Learning
import LinearAlgebra
import Testing

@Suite("The errors of learning")
struct LearningErrorTests {
  /// Each case with what its sentence must name.
  static let cases: [(error: LearningError, named: [String])] = [
    (.notFinite(row: 31, column: 42, value: .nan), ["row 31", "column 42", "nan", "impute"]),
    (.valueNotFinite(.targets, row: 31, value: .infinity), ["targets", "row 31", "inf", "finite"]),
    (.empty(rowCount: 0, columnCount: 42), ["0 x 42", "at least one row"]),
    (.countMismatch(.offsets, count: 2, rowCount: 42), ["2 offsets", "42 rows", "one for each row"]),
    (.countMismatch(.labels, count: 31, rowCount: 42), ["31 labels", "42 rows", "one for each row"]),
    (.featureCountMismatch(found: 31, expected: 42), ["31 features", "42", "same columns"]),
    (.tooFewSamples(found: 3, needed: 5, purpose: "five-fold cross-validation"), ["3", "five-fold", "at least 5"]),
    (.missingGroups(purpose: "a split by patients"), ["no groups", "a split by patients", "one for each row"]),
    (.tooFewGroups(found: 3, needed: 5, purpose: "five folds"), ["3 groups", "five folds", "at least 5"]),
    (.invalidSplit(31, reason: "no row is left to test on"), ["Split 31", "no row is left to test on"]),
    (.negativeWeight(row: 31, value: -0.5), ["row 31", "-0.5", "zero or positive"]),
    (.noPositiveWeight, ["zero", "at least one row"]),
    (.oneClassOnly(label: "cat"), ["“cat”", "two classes"]),
    (.classMissing(label: "dog", purpose: "an ROC curve"), ["“dog”", "an ROC curve", "Stratify"]),
    (.unknownLabel("dog", row: 31, known: ["cat", "cow"]), ["“dog”", "row 31", "cat, cow"]),
    (
      .unknownCategory("dog", row: 31, column: 42, known: ["cat", "cow"]),
      ["“dog”", "row 31, column 42", "cat, cow. Correct"]
    ),
    (.unknownCategory("x", row: 1, column: 2, known: (1...42).map(String.init)), ["19, 20 and 22 more."]),
    (.columnWithoutValues(42), ["Column 42", "no value", "drop the column"]),
    (.tooManyFeatures(count: 4e9, limit: 31, from: "42 columns"), ["42 columns make 4e+09", "at most 31"]),
    (.notProbability(row: 31, column: 42, value: -0.5), ["row 31, column 42 is -0.5", "from 0 to 1"]),
    (.notProbability(row: 31, column: nil, value: 1.5), ["row 31 is 1.5", "from 0 to 1"]),
    (.probabilitySum(row: 31, sum: 0.5), ["row 31 sum to 0.5", "sum to 1"]),
    (.noVariation, ["one value only"]),
    (
      .invalidParameter(distribution: "gamma", name: "shape", value: -31, allowed: "above zero"),
      ["shape of the gamma", "-31", "must be above zero"]
    ),
    (
      .outsideSupport(distribution: "Poisson", row: 31, value: "-2", support: "whole numbers from 0"),
      ["row 31", "-2", "Poisson", "whole numbers from 0"]
    ),
    (.undefined("Wald interval", reason: "the estimate is 0"), ["no Wald interval", "the estimate is 0"]),
    (
      .observationOutOfRange(row: 31, value: "1e42", allowed: "at most 42"),
      ["row 31", "1e42", "must be at most 42"]
    ),
    (.undefinedStatistic(on: "the sample without row 31"), ["NaN on the sample without row 31", "a number there"]),
    (.invalidOption(name: "rank", value: "-1", allowed: "at least 1"), ["rank", "-1", "must be at least 1"]),
    (
      .malformedFile(name: "a.csv", line: 31, column: 42, reason: "A quote."),
      ["a.csv", "line 31", "column 42", "A quote."]
    ),
    (.fileAccess(path: "a.csv", reason: "No such file."), ["a.csv", "No such file."]),
    (
      .inFold(3, of: 42, .notFinite(row: 31, column: 7, value: .nan)),
      ["In fold 4 of 42: ", "row 31, column 7 is nan", "impute"]
    ),
    (.cancelled, ["cancelled", "no result"]),
    (.linearAlgebra(.notPositiveDefinite(order: 31)), ["order 31", "positive definite"]),
  ]

  @Test("name their numbers, and end as sentences do", arguments: cases)
  func sentences(error: LearningError, named: [String]) {
    let sentence = error.description
    for part in named { #expect(sentence.contains(part)) }
    #expect(sentence.hasSuffix("."))
  }

  @Test("put what linear algebra found in their own words")
  func wrapping() {
    #expect(LearningError(.notFinite(row: 1, column: 2, value: 1)) == .notFinite(row: 1, column: 2, value: 1))
    #expect(LearningError(.empty(rowCount: 0, columnCount: 2)) == .empty(rowCount: 0, columnCount: 2))
    #expect(LearningError(.invalidWeight(row: 3, value: -1)) == .negativeWeight(row: 3, value: -1))
    let infinite = LearningError.valueNotFinite(.weights, row: 3, value: -.infinity)
    #expect(LearningError(.invalidWeight(row: 3, value: -.infinity)) == infinite)
    #expect(LearningError(.noPositiveWeight) == .noPositiveWeight)
    #expect(LearningError(.singular(index: 4)) == .linearAlgebra(.singular(index: 4)))
    #expect(throws: LearningError.empty(rowCount: 0, columnCount: 0)) {
      try LearningError.wrapping { () throws(LinearAlgebraError) in try Moments(of: .zeros(0, 0)) }
    }
  }

  @Test("speak of one sample or group in the singular")
  func one() {
    #expect(
      LearningError.tooFewGroups(found: 1, needed: 2, purpose: "a split").description
        == "There is 1 group; a split needs at least 2.")
    #expect(
      LearningError.tooFewSamples(found: 1, needed: 2, purpose: "a split").description
        == "There is 1 sample; a split needs at least 2.")
  }
}
