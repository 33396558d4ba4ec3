import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Synchronization
import Testing

@Suite("Cross-validation")
struct CrossValidationTests {
  private let exact = LogisticRegression(tolerance: 1e-12)

  @Test("of a classifier gives scikit-learn's scores and out-of-fold probabilities")
  func classifier() throws {
    let fixture = try SelectionFixture.load()
    let result = try crossValidate(
      exact, fixture.x, labels: fixture.labels, splitter: fixture.splitter, scoresTraining: true)
    let expected = fixture.classification
    #expect(result.estimates[0].values == expected.accuracy)
    #expect(distance(result.estimates[1].values, expected.logLoss) < 1e-8)
    let training = try #require(result.trainingEstimates)
    #expect(distance(training[1].values, expected.trainingLogLoss) < 1e-8)
    #expect(distance(Array(result.outOfFold.probabilities.rows.joined()), expected.outOfFold.flatMap { $0 }) < 1e-7)
    #expect(result.outOfFold.labels == fixture.labels)
    #expect(result.testedRows == Array(fixture.labels.indices))
    #expect(result.folds.map(\.split.test) == fixture.tests)
    #expect(result.folds.allSatisfy { $0.report.hasConverged && $0.fitDuration > .zero && $0.model == nil })
  }

  @Test("weighs rows in fits and in scores, as scikit-learn where it is told to")
  func weights() throws {
    let fixture = try SelectionFixture.load()
    let result = try crossValidate(
      exact, fixture.x, labels: fixture.labels, weights: fixture.weights, splitter: fixture.splitter)
    #expect(distance(result.estimates[1].values, fixture.classification.weightedLogLoss) < 1e-8)
  }

  @Test("of a regressor gives scikit-learn's scores and out-of-fold predictions")
  func regressor() throws {
    let fixture = try SelectionFixture.load().regression
    let result = try crossValidate(
      LinearRegression.ridge(fixture.ridge), fixture.x, targets: fixture.targets, splitter: fixture.splitter)
    #expect(distance(result.estimates[0].values, fixture.meanSquaredError) < 1e-8)
    #expect(distance(result.outOfFold.predictions, fixture.outOfFold) < 1e-9)
    #expect(result.outOfFold.targets == fixture.targets)
  }

  @Test("computes any metric from the folds' predictions, the same as if it had been given")
  func laterMetrics() throws {
    let (x, y) = try Fixture.data("iris")
    let result = try crossValidate(NearestCentroid(), x, labels: y, splitter: KFold(shuffles: false))
    #expect(try result.estimate(of: .logLoss) == result.estimates[1])
    #expect(try result.estimate(of: .accuracy).values == result.estimates[0].values)
    let failing = ClassificationMetric<Int>("odd", .lowerIsBetter) { judged in
      judged.count == 30 ? .nan : 0
    }
    #expect(throws: LearningError.inFold(0, of: 5, .undefined("odd", reason: "it is NaN for these predictions"))) {
      try result.estimate(of: failing)
    }
  }

  @Test("stratifies by the labels, and keeps groups together where the splitter does")
  func rowsForTheSplitter() throws {
    let (x, y) = try Fixture.data("iris")
    let seen = Mutex<[SplitRows]>([])
    let groups = y.indices.map { "g\($0 % 7)" }
    _ = try crossValidate(
      NearestCentroid(), x, labels: y, groups: groups, splitter: WatchedSplitter { rows in
        seen.withLock { $0.append(rows) }
      })
    #expect(seen.withLock { $0 } == [try SplitRows(labels: y, groups: groups)])
    #expect(throws: LearningError.countMismatch(.groups, count: 2, rowCount: 150)) {
      try crossValidate(NearestCentroid(), x, labels: y, groups: ["a", "b"])
    }
    #expect(throws: LearningError.countMismatch(.groups, count: 2, rowCount: 150)) {
      try crossValidate(LinearRegression(), x, targets: y.map(Double.init), groups: ["a", "b"])
    }
  }

  @Test("is the same to the bit on one thread and on two, and for the same seed, with an estimator that draws")
  func threads() throws {
    let (x, y) = try Fixture.data("wine")
    func run(_ threads: Int, seed: UInt64) throws -> [[Double]] {
      try ThreadBudget.reproducible.limited(to: threads).run {
        var generator = SeededGenerator(seed: seed)
        return try crossValidate(Coin(), x, labels: y, using: &generator).folds.map(\.scores)
      }
    }
    let one = try run(1, seed: 3)
    #expect(try run(2, seed: 3) == one)
    #expect(try run(2, seed: 4) != one)
    // Each fold has a generator of its own.
    #expect(Set(one.map { $0[1] }).count == 5)
  }

  @Test("fits a logistic regression's folds together: as single fits to nine digits, the same bits on any threads")
  func together() throws {
    let data = try Datasets.breastCancer()
    func run(_ estimator: LogisticRegression, threads: Int) throws -> CrossValidation<ClassificationMetric<Int>> {
      try ThreadBudget.reproducible.limited(to: threads).run {
        try crossValidate(estimator, data.features, labels: data.labels, splitter: KFold(shuffles: false))
      }
    }
    let (one, two) = (try run(LogisticRegression(), threads: 1), try run(LogisticRegression(), threads: 2))
    #expect(one.folds.map(\.scores) == two.folds.map(\.scores))
    #expect(one.outOfFold.probabilities == two.outOfFold.probabilities)
    // A solver that shares nothing.
    let single = try run(LogisticRegression(solver: .newton), threads: 2)
    #expect(distance(one.estimates[1].values, single.estimates[1].values) < 1e-7)
  }

  @Test("keeps the models where it is asked to, with their labels")
  func models() throws {
    let (x, y) = try Fixture.data("iris")
    let names = y.map { ["setosa", "versicolor", "virginica"][$0] }
    let result = try crossValidate(NearestCentroid(), x, labels: names, keepsModels: true)
    for fold in result.folds {
      let model = try #require(fold.model as? NearestCentroid.Model<String>)
      let alone = try NearestCentroid().fit(
        x.selectingRows(fold.split.training), labels: fold.split.training.map { names[$0] })
      #expect(model.classes == ["setosa", "versicolor", "virginica"])
      #expect(model.centroids == alone.centroids)
    }
  }

  @Test("knows nothing of the test rows: other values there leave the models as they are")
  func noLeakage() throws {
    let fixture = try SelectionFixture.load()
    let split = PredefinedSplits([fixture.splitter.splits[0]])
    var spoilt = try fixture.x
    var labels = fixture.labels
    for row in fixture.tests[0] {
      labels[row] = (labels[row] + 1) % 3
      for column in 0..<spoilt.columnCount { spoilt[row, column] = 1e3 * Double(row + column) }
    }
    let models = try [(fixture.x, fixture.labels), (spoilt, labels)].map { x, y in
      try crossValidate(exact, x, labels: y, splitter: split, keepsModels: true)
        .folds[0].model as? LogisticRegression.Model<Int>
    }
    #expect(try #require(models[0]).coefficients == models[1]?.coefficients)
  }

  @Test("judges a selection of features inside a pipeline truly, which one made before looks far better than it is")
  func selectionInside() throws {
    // The textbook's example: noise, of which the columns are kept that go with the labels best.
    var generator = SeededGenerator(seed: 31)
    let x = Matrix.standardNormal(rowCount: 40, columnCount: 1000, using: &generator)
    let y = (0..<40).map { $0 % 2 }
    let selection = UnivariateSelection(.count(20))
    let kept = try selection.fit(x, classIndices: y, classCount: 2, weights: nil, using: &generator).transform(x)
    func accuracy(_ estimator: some ClassifierEstimator, _ x: Matrix) throws -> Double {
      try crossValidate(estimator, x, labels: y, metrics: [.accuracy], using: &generator).estimates[0].mean
    }
    #expect(try accuracy(NearestCentroid(), kept) > 0.85)
    // A coin's accuracy on 40 rows has a standard deviation of 0.08.
    #expect(abs(try accuracy(selection.then(NearestCentroid()), x) - 0.5) < 0.3)
  }

  @Test("averages the predictions of rows that are tested several times")
  func repeatedTests() throws {
    let x: Matrix = [[0], [1], [2], [3], [4], [5]]
    let splits = PredefinedSplits([
      TrainTestSplit(training: [0, 1, 2, 3], test: [5, 4]), TrainTestSplit(training: [0, 1, 2, 3], test: [4]),
    ])
    var generator = SeededGenerator(seed: 1)
    let labels = ["a", "b", "a", "b", "a", "b"]
    let result = try crossValidate(Coin(), x, labels: labels, splitter: splits, using: &generator)
    let firsts = result.folds.map { $0.predictions.probabilities[0, 0] }
    #expect(result.testedRows == [4, 5])
    #expect(result.rowCount == 2)
    let mean = (firsts[0] + firsts[1]) / 2
    let probabilities = Array(result.outOfFold.probabilities.rows.joined())
    #expect(distance(probabilities, [mean, 1 - mean, firsts[0], 1 - firsts[0]]) < 1e-15)
    #expect(result.outOfFold.predictions == [mean >= 0.5 ? "a" : "b", firsts[0] >= 0.5 ? "a" : "b"])
    #expect(result.outOfFold.labels == ["a", "b"])

    let line = try crossValidate(
      LinearRegression(), x, targets: [0, 1, 2, 3, 5, 5], splitter: splits, metrics: [.meanSquaredError])
    #expect(distance(line.outOfFold.predictions, [4, 5]) < 1e-12)
  }

  @Test("gives a class that a fold has not learned probability 0, in its own column")
  func missingClass() throws {
    let x: Matrix = [[0], [9], [5], [0.5], [9.5], [5.5], [6]]
    let labels = ["a", "c", "b", "a", "c", "b", "b"]
    // The only row of that class to learn from does not count.
    let splits = PredefinedSplits([TrainTestSplit(training: [0, 1, 3, 4, 6], test: [2, 5])])
    let result = try crossValidate(
      NearestCentroid(), x, labels: labels, weights: [1, 1, 1, 1, 1, 1, 0], splitter: splits, keepsModels: true)
    #expect(result.outOfFold.classes == ["a", "b", "c"])
    #expect(result.outOfFold.probabilities.rows.allSatisfy { $0[1] == 0 && abs($0[0] + $0[2] - 1) < 1e-12 })
    #expect(result.outOfFold.predictions.allSatisfy { $0 == "a" || $0 == "c" })
    #expect(result.estimates[1].mean == .infinity)
    #expect((result.folds[0].model as? NearestCentroid.Model<String>)?.classes == ["a", "c"])
  }

  @Test("leaves rows of weight zero out of both parts, whatever they hold")
  func zeroWeights() throws {
    let fixture = try SelectionFixture.load()
    var x = try fixture.x
    var (labels, weights) = (fixture.labels, fixture.weights)
    for row in [3, 40, 99] {
      (weights[row], labels[row]) = (0, 77)
      for column in 0..<x.columnCount { x[row, column] = 1e6 }
    }
    let kept = labels.indices.filter { weights[$0] > 0 }
    let place = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    let without = PredefinedSplits(fixture.splitter.splits.map { split in
      TrainTestSplit(training: split.training.compactMap { place[$0] }, test: split.test.compactMap { place[$0] })
    })
    let result = try crossValidate(
      NearestCentroid(), x, labels: labels, weights: weights, splitter: fixture.splitter)
    let removed = try crossValidate(
      NearestCentroid(), x.selectingRows(kept), labels: kept.map { labels[$0] }, weights: kept.map { weights[$0] },
      splitter: without)
    #expect(result.folds.map(\.scores) == removed.folds.map(\.scores))
    #expect(result.testedRows == kept)
    #expect(result.outOfFold.classes == [0, 1, 2])
    for row in fixture.tests[0] { weights[row] = 0 }
    #expect(throws: LearningError.inFold(0, of: 5, .noPositiveWeight)) {
      try crossValidate(NearestCentroid(), x, labels: labels, weights: weights, splitter: fixture.splitter)
    }
  }

  @Test("names the fold that fails, and the row by its place in the whole sample")
  func failures() throws {
    let (x, y) = try Fixture.data("iris")
    var broken = x
    broken[120, 2] = .infinity
    // Row 120 is tested in the third fold of blocks of each class, and learned from in the others.
    let error = try #require(throws: LearningError.self) {
      try crossValidate(NearestCentroid(), broken, labels: y, splitter: KFold(shuffles: false))
    }
    #expect(error == .inFold(0, of: 5, .notFinite(row: 120, column: 2, value: .infinity)))
    #expect(error.description.hasPrefix("In fold 1 of 5: The feature at row 120, column 2 is inf"))

    let oneClass = PredefinedSplits(testing: [(0..<100).filter { $0 % 50 > 0 }], of: 150)
    let weights = y.indices.map { [0, 50].contains($0) ? 0.0 : 1 }
    #expect(throws: LearningError.inFold(0, of: 1, .oneClassOnly(label: "flower 2"))) {
      try crossValidate(
        NearestCentroid(), x, labels: y.map { "flower \($0)" }, weights: weights, splitter: oneClass)
    }
    var targets = y.map(Double.init)
    targets[149] = .nan
    let halves = PredefinedSplits([
      TrainTestSplit(training: Array(0..<75), test: Array(75..<149)),
      TrainTestSplit(training: Array(75..<150), test: Array(0..<75)),
    ])
    let found = try #require(throws: LearningError.self) {
      try crossValidate(LinearRegression(), x, targets: targets, splitter: halves)
    }
    // NaN differs from itself, so the errors' sentences are compared.
    #expect("\(found)" == "\(LearningError.inFold(1, of: 2, .valueNotFinite(.targets, row: 149, value: .nan)))")
  }

  @Test("tells of an invalid option as such")
  func options() throws {
    let (x, y) = try Fixture.data("iris")
    let error = try #require(throws: LearningError.self) {
      try crossValidate(LogisticRegression(penalty: .l2(-1)), x, labels: y)
    }
    guard case .invalidOption(name: "l2", value: "-1.0", _) = error else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("refuses what a splitter must not give", arguments: [
    ([], "gives no splits"),
    ([TrainTestSplit(training: [], test: [1])], "Split 1 cannot be used: it has no training rows; a splitter must"),
    ([TrainTestSplit(training: [0], test: [])], "Split 1 cannot be used: it has no test rows; a splitter must"),
    ([TrainTestSplit(training: [0, 150], test: [1])], "Split 1 cannot be used: it holds the row 150"),
    ([TrainTestSplit(training: [0], test: [-1])], "Split 1 cannot be used: it holds the row -1"),
    ([TrainTestSplit(training: [0, 60], test: [60])], "Split 1 cannot be used: the row 60 is in both parts"),
  ])
  func unsoundSplits(parts: [TrainTestSplit], problem: String) throws {
    let (x, y) = try Fixture.data("iris")
    let error = try #require(throws: LearningError.self) {
      try crossValidate(NearestCentroid(), x, labels: y, splitter: UncheckedSplits(splits: parts))
    }
    #expect(error.description.contains(problem), "\(error)")
  }

  @Test("tells the monitor of each fold, and stops when it says so")
  func monitor() throws {
    let (x, y) = try Fixture.data("iris")
    let heard = Mutex<[Monitor.Progress]>([])
    try withMonitor(Monitor { progress in heard.withLock { $0.append(progress) } }) {
      _ = try crossValidate(NearestCentroid(), x, labels: y)
    }
    let progress = heard.withLock { $0 }
    #expect(progress.map(\.iteration).sorted() == Array(0...5))
    #expect(progress.allSatisfy { $0.stage == "cross-validation" && $0.iterationLimit == 5 })

    let asked = Mutex(0)
    let stopping = Monitor(shouldContinue: { progress in
      asked.withLock { $0 += 1 }
      return progress.iteration < 2
    })
    #expect(throws: LearningError.cancelled) {
      try withMonitor(stopping) { try crossValidate(NearestCentroid(), x, labels: y) }
    }
    #expect(asked.withLock { $0 } >= 3)
  }

  @Test("stops with its task")
  func cancellation() async throws {
    let (x, y) = try Fixture.data("iris")
    let task = Task { () -> LearningError? in
      while !Task.isCancelled { await Task.yield() }
      do throws(LearningError) {
        _ = try crossValidate(NearestCentroid(), x, labels: y)
        return nil
      } catch { return error }
    }
    task.cancel()
    #expect(await task.value == .cancelled)
  }

  @Test("takes a list of different estimators")
  func existentials() throws {
    let (x, y) = try Fixture.data("iris")
    let estimators: [any ClassifierEstimator] = [NearestCentroid(), GaussianNaiveBayes(), LogisticRegression()]
    let results = try estimators.map { try crossValidate($0, x, labels: y, splitter: KFold(shuffles: false)) }
    let expected = try SelectionFixture.load().iris
    #expect(results[0].estimates[0].values == expected["nearestCentroid"])
    #expect(results[1].estimates[0].values == expected["gaussianNaiveBayes"])
    #expect(results[2].estimates[0].mean > 0.9)
  }

  @Test("prints a table with a line for each metric")
  func table() throws {
    let (x, y) = try Fixture.data("iris")
    let result = try crossValidate(
      NearestCentroid(), x, labels: y, splitter: KFold(shuffles: false), scoresTraining: true)
    let lines = "\(result)".split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "5 folds, 150 rows tested")
    let headers = "metric mean std. error [0.025 0.975] on training rows"
    #expect(lines[1].split(separator: " ").joined(separator: " ") == headers)
    #expect(lines[2].hasPrefix("accuracy    0.92  "))
    #expect(Set(lines.dropFirst().map(\.count)).count == 1)
    let single = try crossValidate(
      NearestCentroid(), x, labels: y, splitter: PredefinedSplits(testing: [Array(0..<30)], of: 150))
    #expect("\(single)".contains("1 fold, 30 rows tested"))
    #expect("\(single)".contains(" -  "))
  }
}

/// Says what it was given, and deals rows as `KFold` does.
struct WatchedSplitter: Splitter {
  let onRows: @Sendable (SplitRows) -> Void

  func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] {
    onRows(rows)
    return try KFold().splits(of: rows, using: &generator)
  }
}

/// A splitter of somebody's own, that checks nothing.
private struct UncheckedSplits: Splitter {
  let splits: [TrainTestSplit]

  func splits(
    of rows: SplitRows, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> [TrainTestSplit] { splits }
}
