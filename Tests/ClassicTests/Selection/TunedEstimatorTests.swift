import Classic
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("An estimator that searches for itself")
struct TunedEstimatorTests {
  private let strengths = [100.0, 1, 0.1]

  private var candidates: [Candidate<LogisticRegression>] {
    ParameterGrid(LogisticRegression(tolerance: 1e-12))
      .varying(\.penalty, "penalty", over: strengths.map { .l2($0) }).candidates
  }

  @Test("fits the candidate that scikit-learn's GridSearchCV chooses to all rows, and remembers why")
  func choice() throws {
    let fixture = try SelectionFixture.load()
    let tuned = TunedClassifier(
      ParameterGrid(LogisticRegression(tolerance: 1e-12))
        .varying(\.penalty, "penalty", over: fixture.search.strengths.map { .l2(1 / $0) }).candidates,
      splitter: fixture.splitter)
    let model = try tuned.fit(fixture.x, labels: fixture.labels.map { "cultivar \($0)" })
    #expect(model.search.chosenIndex == fixture.search.best)
    #expect(model.search.chosen.parameters.map(\.description) == ["penalty = l2(0.1)"])
    #expect(distance(try #require(model.search.chosen.score).values, fixture.search.scores[fixture.search.best]) < 1e-8)
    let coefficients = Array(model.base.coefficients.rows.joined())
    #expect(distance(coefficients, fixture.search.coefficients.flatMap { $0 }) < 1e-7)
    #expect(model.report.method.hasPrefix("best of 5 candidates by log loss, penalty = l2(0.1): "))
    #expect(model.classes == ["cultivar 0", "cultivar 1", "cultivar 2"])
  }

  @Test("takes the simplest within one standard error where it is told to")
  func rule() throws {
    let fixture = try SelectionFixture.load()
    let scores = fixture.search.scores.map { values -> (mean: Double, error: Double) in
      let mean = values.reduce(0, +) / 5
      return (mean, (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4 / 5).squareRoot())
    }
    let best = scores[fixture.search.best]
    let expected = try #require(scores.firstIndex { $0.mean <= best.mean + best.error })
    let tuned = TunedClassifier(
      ParameterGrid(LogisticRegression())
        .varying(\.penalty, "penalty", over: fixture.search.strengths.map { .l2(1 / $0) }).candidates,
      splitter: fixture.splitter, rule: .oneStandardError)
    let model = try tuned.fit(fixture.x, labels: fixture.labels)
    #expect(model.search.chosenIndex == expected)
    #expect(model.report.method.hasPrefix("simplest within one standard error of the best of 5 candidates"))
  }

  @Test("is judged by a nested cross-validation: each fold's choice knows its training part only")
  func nested() throws {
    let (x, y) = try Fixture.data("wine")
    let outer = KFold(foldCount: 3, shuffles: false)
    let tuned = TunedClassifier(candidates, splitter: KFold(foldCount: 3, shuffles: false))
    let result = try crossValidate(tuned, x, labels: y, splitter: outer, keepsModels: true)
    for fold in result.folds {
      let model = try #require(fold.model as? TunedClassifier<LogisticRegression>.Model<Int>)
      let alone = try tuned.fit(x.selectingRows(fold.split.training), labels: fold.split.training.map { y[$0] })
      #expect(model.search == alone.search)
      #expect(model.base.coefficients == alone.base.coefficients)
    }
  }

  @Test("does not promise on noise what the best candidate's own score promises")
  func optimism() throws {
    // Twenty candidates that each see one column of noise: the best of them looks better than a coin, and is none.
    var generator = SeededGenerator(seed: 12)
    let (count, columns) = (40, 20)
    var chosen: [Double] = []
    var nested: [Double] = []
    for _ in 0..<12 {
      let x = Matrix.standardNormal(rowCount: count, columnCount: columns, using: &generator)
      let y = (0..<count).map { $0 % 2 }
      let candidates = (0..<columns).map { Candidate("column \($0)", OneColumn(column: $0)) }
      chosen.append(
        try search(among: candidates, x, labels: y, metric: .accuracy, using: &generator).bestScores.test.mean)
      let tuned = TunedClassifier(candidates, metric: .accuracy)
      nested.append(try crossValidate(tuned, x, labels: y, metrics: [.accuracy], using: &generator).estimates[0].mean)
    }
    let means = [chosen, nested].map { $0.reduce(0, +) / 12 }
    // A coin's accuracy on 480 rows has a standard deviation of 0.023.
    #expect(means[0] > 0.6)
    #expect(abs(means[1] - 0.5) < 0.07)
  }

  @Test("of regression fits the best ridge")
  func regressor() throws {
    let fixture = try SelectionFixture.load().regression
    let tuned = TunedRegressor(
      ParameterGrid(LinearRegression()).varying(\.penalty, "penalty", over: [.l2(1e6), .l2(fixture.ridge)]).candidates,
      splitter: fixture.splitter)
    let model = try tuned.fit(fixture.x, targets: fixture.targets)
    #expect(model.search.chosen.name == "penalty = l2(10.0)")
    #expect(distance(try #require(model.search.chosen.score).values, fixture.meanSquaredError) < 1e-8)
    let alone = try LinearRegression.ridge(fixture.ridge).fit(fixture.x, targets: fixture.targets)
    #expect(model.base.coefficients == alone.coefficients)
    #expect(try model.predict(fixture.x) == alone.predict(fixture.x))
  }

  @Test("remembers candidates that failed, through a file")
  func failures() throws {
    let (x, y) = try Fixture.data("iris")
    let tuned = TunedClassifier(
      [Candidate("broken", LogisticRegression(penalty: .l2(-1))), Candidate("sound", LogisticRegression())])
    let model = try tuned.fit(x, labels: y)
    let read = try JSONDecoder().decode(
      TunedClassifier<LogisticRegression>.Model<Int>.self, from: JSONEncoder().encode(model))
    #expect(read.search == model.search)
    #expect(read.search.chosen.name == "sound")
    #expect(read.search.entries[0].score == nil)
    #expect(read.search.entries[0].failure?.hasPrefix("The option l2 is -1.0") == true)
  }

  @Test("is refused from a file whose choice is none of its candidates", arguments: [-1, 1])
  func spoiltChoice(index: Int) throws {
    let json = #"{"entries": [{"name": "a", "parameters": []}], "chosenIndex": \#(index)}"#
    let error = try #require(throws: DecodingError.self) {
      try JSONDecoder().decode(SearchRecord.self, from: Data(json.utf8))
    }
    #expect("\(error)".contains("The candidate \(index) was chosen among 1"))
  }

  @Test("tells what is wrong with all rows as such, and what is wrong in a fold with the fold")
  func errors() throws {
    let (x, y) = try Fixture.data("iris")
    var broken = x
    broken[120, 2] = .infinity
    #expect(throws: LearningError.notFinite(row: 120, column: 2, value: .infinity)) {
      try TunedClassifier([Candidate("only", NearestCentroid())]).fit(broken, labels: y)
    }
    // Fits all rows, but no part of them.
    let error = try #require(throws: LearningError.self) {
      try TunedClassifier([Candidate("only", Needy(rowCount: 150))]).fit(x, labels: y)
    }
    guard case .inFold(0, of: 5, .tooFewSamples) = error else {
      Issue.record("\(error)")
      return
    }
  }
}

/// The nearest centroid by one column.
private struct OneColumn: DeterministicClassifierEstimator {
  let column: Int

  struct Core: ClassifierCore {
    let base: NearestCentroid.Core
    let column, featureCount: Int

    var classCount: Int { base.classCount }
    var report: FitReport { base.report }

    func probabilities(for x: Matrix) throws(LearningError) -> Matrix {
      try base.probabilities(for: x.selectingColumns([column]))
    }
  }

  func fit(_ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?) throws(LearningError) -> Core {
    let base = try NearestCentroid().fit(
      x.selectingColumns([column]), classIndices: classIndices, classCount: classCount, weights: weights)
    return Core(base: base, column: column, featureCount: x.columnCount)
  }
}

/// A coin that wants many rows.
private struct Needy: DeterministicClassifierEstimator {
  typealias Core = Coin.Core

  let rowCount: Int

  func fit(_ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?) throws(LearningError) -> Coin.Core {
    guard x.rowCount >= rowCount else {
      throw .tooFewSamples(found: x.rowCount, needed: rowCount, purpose: "a needy coin")
    }
    return Coin.Core(first: 0.5, classCount: classCount, featureCount: x.columnCount)
  }
}
