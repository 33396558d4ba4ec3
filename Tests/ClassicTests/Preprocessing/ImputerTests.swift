import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("Imputation")
struct ImputerTests {
  private static let strategies: [(name: String, strategy: Imputer.Strategy)] = [
    ("mean", .mean), ("median", .median), ("most_frequent", .mostFrequent),
  ]

  /// The holes of make_preprocessing.py.
  private func withHoles(_ x: Matrix) -> Matrix {
    var result = x
    for i in 0..<x.rowCount {
      for j in stride(from: 0, to: x.columnCount, by: 2) where (7 * i + 3 * j) % 11 == 0 { result[i, j] = .nan }
    }
    return result
  }

  @Test("agrees with scikit-learn", arguments: PreprocessingFixture.setNames, ["plain", "weighted"])
  func peer(set: String, variant: String) throws {
    let results = try #require(try PreprocessingFixture.load().sets[set])
    let x = withHoles(try PreprocessingFixture.features(set))
    let weights = PreprocessingFixture.weights(variant, count: x.rowCount)
    for (name, strategy) in Self.strategies {
      let expected = try #require(results.imputers[variant]?[name])
      let model = try Imputer(strategy, indicators: .forColumnsWithMissing).fit(x, weights: weights)
      for (found, expected) in zip(model.values, expected.values) {
        #expect(abs(found - expected) <= 1e-13 * abs(expected), "\(name)")
      }
      #expect(model.indicatorColumns == Array(stride(from: 0, to: x.columnCount, by: 2)))
      let transformed = try model.transform(x.selectingRows(results.rows))
      #expect(try transformed.relativeDifference(from: expected.transformed) < 1e-13, "\(name)")
    }
  }

  /// Of 1, 1, 4, 10 with weights 1, 1, 3, 0.
  @Test("fills in what is usual among the rows that count")
  func formula() throws {
    let x: Matrix = [[1, 5], [.nan, 5], [1, .nan], [4, 7], [10, .nan]]
    let weights = [1.0, 1, 1, 3, 0]
    func values(_ strategy: Imputer.Strategy) throws -> [Double] {
      try Imputer(strategy).fit(x, weights: weights).values
    }
    #expect(abs(try values(.mean)[0] - 14.0 / 5) < 1e-15)
    #expect(try values(.median) == [4, 7])
    #expect(try values(.mostFrequent) == [4, 7])
    #expect(try Imputer(.mostFrequent).fit(x).values == [1, 5])
    #expect(try values(.constant(-1)) == [-1, -1])
    let model = try Imputer(.median).fit(x, weights: weights)
    #expect(try model.transform([[.nan, 1], [2, .nan]]) == [[4, 1], [2, 7]])
  }

  @Test("takes the smallest of several most frequent values")
  func ties() throws {
    #expect(try Imputer(.mostFrequent).fit([[3], [2], [3], [2], [9]]).values == [2])
    #expect(try Imputer(.mostFrequent).fit([[3], [2], [9]], weights: [0.3, 0.1, 0.3]).values == [3])
  }

  @Test("marks what was missing, as asked")
  func indicators() throws {
    let x: Matrix = [[1, .nan, 3], [4, 5, 6]]
    let new: Matrix = [[.nan, .nan, 2]]
    func outputs(_ indicators: Imputer.Indicators) throws -> Matrix {
      try Imputer(indicators: indicators).fit(x).transform(new)
    }
    #expect(try outputs(.none) == [[2.5, 5, 2]])
    #expect(try outputs(.forColumnsWithMissing) == [[2.5, 5, 2, 1]])
    #expect(try outputs(.forAllColumns) == [[2.5, 5, 2, 1, 1, 0]])
    let marking = try Imputer(indicators: .forColumnsWithMissing).fit(x)
    #expect(try marking.outputNames(for: ["a", "b", "c"]) == ["a", "b", "c", "b missing"])
    #expect((0..<4).map(marking.sourceColumn) == [0, 1, 2, nil])
    // A hole in a row of weight zero is not seen.
    let model = try Imputer(indicators: .forColumnsWithMissing).fit(x, weights: [0, 1])
    #expect(model.indicatorColumns.isEmpty && model.values == [4, 5, 6])
  }

  @Test("names a column in which all is missing, unless a constant is put there")
  func allMissing() throws {
    let x: Matrix = [[1, .nan], [2, .nan], [3, 7]]
    for strategy in [.mean, .median, .mostFrequent] as [Imputer.Strategy] {
      #expect(throws: LearningError.columnWithoutValues(1)) { try Imputer(strategy).fit(x, weights: [1, 1, 0]) }
    }
    #expect(try Imputer(.constant(9)).fit(x, weights: [1, 1, 0]).transform(x)[0, 1] == 9)
  }

  @Test("refuses infinity with its place, also beside missing values and on rows that do not count")
  func infinity() throws {
    let x: Matrix = [[.nan, 1], [2, -.infinity]]
    let error = LearningError.notFinite(row: 1, column: 1, value: -.infinity)
    #expect(throws: error) { try Imputer().fit(x) }
    #expect(throws: error) { try Imputer().fit(x, weights: [1, 0]) }
    #expect(throws: error) { try Imputer().fit([[1, 2]]).transform(x) }
  }

  @Test("takes means that do not overflow")
  func hugeValues() throws {
    #expect(try Imputer().fit([[1.5e308], [.nan], [1.5e308], [1.5e308]]).values == [1.5e308])
  }

  /// The first ten passengers in the usual list of the Titanic's, and the 62nd, whose port is not known.
  private static let titanic = """
    Survived,Pclass,Sex,Age,Fare,Embarked
    0,3,male,22,7.25,S
    1,1,female,38,71.2833,C
    1,3,female,26,7.925,S
    1,1,female,35,53.1,S
    0,3,male,35,8.05,S
    0,3,male,,8.4583,Q
    0,1,male,54,51.8625,S
    0,3,male,2,21.075,S
    1,3,female,27,11.1333,S
    1,2,female,14,30.0708,C
    1,1,female,38,80,
    """

  @Test("and encoders make features of a table of numbers and text with gaps")
  func table() throws {
    let reader = CSVReader(
      labelColumn: "Survived", textColumns: ["Sex", "Embarked"], missingValues: .replace())
    let table = try reader.read(text: Self.titanic)
    #expect(table.featureNames == ["Pclass", "Age", "Fare"] && table.textColumnNames == ["Sex", "Embarked"])

    let codes = try OrdinalEncoder(missing: "").fit(columns: table.textColumns).codes(for: table.textColumns)
    #expect(Array(codes.column(0)) == [1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0])
    #expect(codes[10, 1].isNaN)
    let ports = try Imputer(.mostFrequent).fit(codes)
    #expect(ports.values == [0, 2])
    let categories = try OneHotEncoder(drop: .ifBinary).fit(ports.transform(codes)).transform(ports.transform(codes))
    #expect(Array(categories.row(10)) == [0, 0, 0, 1])
    let numbers = try Imputer(indicators: .forColumnsWithMissing).fit(table.features)
    #expect(abs(numbers.values[1] - 29.1) < 1e-14)
    let x = try numbers.transform(table.features).appendingColumns(categories)
    #expect((x.rowCount, x.columnCount) == (11, 8))
    #expect(try LogisticRegression().fit(x, labels: table.labels).predict(x).first == "0")
  }

  @Test("is refused from a file whose parts do not fit together")
  func spoiltFile() throws {
    let model = try Imputer(indicators: .forAllColumns).fit([[1, 2], [3, 5]])
    for (key, value) in [("values", []), ("indicatorColumns", [1, 0]), ("indicatorColumns", [2])] {
      let data = try json(model, replacing: key, by: value)
      #expect(throws: DecodingError.self) { try JSONDecoder().decode(Imputer.Model.self, from: data) }
    }
  }
}
