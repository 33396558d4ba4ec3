import Classic
import Foundation
import Learning
import LinearAlgebra
import Synchronization
import Testing

@Suite("A search among candidates")
struct SearchTests {
  private func grid(_ fixture: SelectionFixture) -> [Candidate<LogisticRegression>] {
    ParameterGrid(LogisticRegression(tolerance: 1e-12))
      .varying(\.penalty, "penalty", over: fixture.search.strengths.map { .l2(1 / $0) }).candidates
  }

  private func toss(_ probability: Double) -> Candidate<Coin> {
    Candidate("toss \(probability)", Coin(probability: probability))
  }

  @Test("finds what scikit-learn's GridSearchCV and LogisticRegressionCV find")
  func peer() throws {
    let fixture = try SelectionFixture.load()
    let expected = fixture.search
    let result = try search(
      among: grid(fixture), fixture.x, labels: fixture.labels, splitter: fixture.splitter, scoresTraining: true)
    for (entry, (scores, trainingScores)) in zip(result.entries, zip(expected.scores, expected.trainingScores)) {
      let found = try entry.outcome.get()
      #expect(distance(found.test.values, scores) < 1e-8)
      #expect(distance(try #require(found.training).values, trainingScores) < 1e-8)
      #expect(found.fitDuration > .zero)
    }
    #expect(result.entries.map(\.rank) == expected.ranks)
    #expect(result.bestIndex == expected.best)
    #expect(result.bestIndex == expected.bestOfPath)
    #expect(result.best.candidate.name == "penalty = l2(0.1)")
    #expect(result.splits == fixture.splitter.parts)

    let model = try result.best.candidate.configuration.fit(fixture.x, labels: fixture.labels)
    #expect(distance(Array(model.coefficients.rows.joined()), expected.coefficients.flatMap { $0 }) < 1e-7)
  }

  @Test("scores a candidate as a cross-validation with the same seed does, whatever the others are")
  func sameFolds() throws {
    let (x, y) = try Fixture.data("wine")
    var generators = (SeededGenerator(seed: 5), SeededGenerator(seed: 5))
    let alone = try crossValidate(Coin(), x, labels: y, using: &generators.0)
    let result = try search(
      among: [Candidate("always", Coin(probability: 0.4)), Candidate("drawn", Coin())], x, labels: y,
      using: &generators.1)
    #expect(result.splits == alone.folds.map(\.split))
    #expect(try result.entries[1].outcome.get().test == alone.estimates[1])
  }

  @Test("takes the first of the best, and gives equal means the same rank")
  func ties() throws {
    let (x, y) = try Fixture.data("iris")
    let result = try search(
      among: [0.1, 0.34, 0.34, 0.2].map(toss), x, labels: y)
    #expect(result.bestIndex == 1)
    #expect(result.entries.map(\.rank) == [4, 1, 1, 3])
    let accuracies = try search(
      among: [0.1, 0.34].map(toss), x, labels: y,
      metric: ClassificationMetric("first", .higherIsBetter) { judged in judged.probabilities[0, 0] })
    #expect(accuracies.bestIndex == 1)
  }

  @Test("reports a candidate that fails, and never chooses it")
  func failures() throws {
    let (x, y) = try Fixture.data("iris")
    let candidates = [
      Candidate("broken", LogisticRegression(penalty: .l2(-1))), Candidate("sound", LogisticRegression()),
    ]
    let result = try search(among: candidates, x, labels: y)
    #expect(result.bestIndex == 1)
    #expect(result.entries.map(\.rank) == [nil, 1])
    #expect(result.entries[0].scores == nil)
    #expect("\(result)".contains("broken: The option l2 is -1.0"), "\(result)")
    #expect(throws: LearningError.self) { try result.comparison(of: 0, with: 1) }

    // The first row of blocks is in the test part of the first fold, and so the second fails first.
    let fails = Candidate("fails", Coin(refusedValue: x[0, 0], probability: 0.3))
    let partly = try search(
      among: [fails, Candidate("tosses", Coin(probability: 0.3))], x, labels: y, splitter: KFold(shuffles: false))
    guard case .failure(.inFold(_, of: 5, .outsideSupport(_, let row, _, _))) = partly.entries[0].outcome else {
      Issue.record("\(partly.entries[0].outcome)")
      return
    }
    #expect(x[row, 0] == x[0, 0])
    #expect(partly.bestIndex == 1)
    #expect(throws: LearningError.self) { try search(among: [fails], x, labels: y) }
  }

  @Test("needs candidates")
  func noCandidates() throws {
    let (x, y) = try Fixture.data("iris")
    let error = LearningError.invalidOption(
      name: "candidates", value: "an empty list", allowed: "one candidate or more")
    #expect(throws: error) { try search(among: [Candidate<NearestCentroid>](), x, labels: y) }
    #expect(throws: error) { try TunedClassifier<NearestCentroid>([]).fit(x, labels: y) }
  }

  @Test("knows the simplest candidate within one standard error, by order or by a measure of complexity")
  func oneStandardError() throws {
    // The scores of a candidate in fold k are its own number plus the k-th of -0.1, 0, 0.1: the standard error is
    // 0.1 / √3 = 0.0577.
    let x: Matrix = [[0], [1], [2]]
    let metric = ClassificationMetric<Int>("shifted", .lowerIsBetter) { judged in
      judged.probabilities[0, 0] + 0.1 * (judged.weights?[0] ?? 0)
    }
    let candidates = [0.9, 0.555, 0.5, 0.545, 0.56].map(toss)
    let splits = FixedSplits(parts: (0..<3).map { k in
      TrainTestSplit(training: [0, 1, 2, 3, 4, 5].filter { $0 != k }, test: [k])
    })
    let rows = x.appendingRows(x)
    let result = try search(
      among: candidates, rows, labels: [0, 1, 0, 1, 0, 1], weights: [1, 2, 3, 1, 1, 1], splitter: splits,
      metric: metric)
    #expect(result.bestIndex == 2)
    #expect(abs(result.bestScores.test.standardError - 0.1 / 3.0.squareRoot()) < 1e-12)
    #expect(result.simplestWithinOneStandardError().index == 1)
    #expect(result.simplestWithinOneStandardError { $0.probability.map { -$0 } ?? 0 }.index == 1)
    #expect(result.simplestWithinOneStandardError { $0.probability == 0.545 ? 0 : 1 }.index == 3)
    #expect(result.choice(by: .best).index == 2)
    #expect(result.choice(by: .oneStandardError).index == 1)
  }

  @Test("is the same to the bit on one thread and on two")
  func threads() throws {
    let (x, y) = try Fixture.data("wine")
    let candidates = ParameterSampler(Coin())
      .varying(\.probability, "probability") { Bool.random(using: &$0) ? nil : .random(in: 0.1...0.9, using: &$0) }
    func run(_ threads: Int) throws -> [[Double]] {
      try ThreadBudget.reproducible.limited(to: threads).run {
        var generator = SeededGenerator(seed: 8)
        let drawn = candidates.candidates(6, using: &generator)
        let result = try search(among: drawn, x, labels: y, using: &generator)
        return try result.entries.map { try $0.outcome.get().test.values }
      }
    }
    let one = try run(1)
    #expect(try run(2) == one)
    #expect(Set(one.joined()).count > 6)
  }

  @Test("tells the monitor of each fit, and stops when it says so")
  func monitor() throws {
    let (x, y) = try Fixture.data("iris")
    let candidates = [Candidate("a", NearestCentroid()), Candidate("b", NearestCentroid())]
    let heard = Mutex<[Monitor.Progress]>([])
    try withMonitor(Monitor { progress in heard.withLock { $0.append(progress) } }) {
      _ = try search(among: candidates, x, labels: y)
    }
    let progress = heard.withLock { $0 }
    #expect(progress.map(\.iteration).sorted() == Array(0...10))
    #expect(progress.allSatisfy { $0.stage == "search" && $0.iterationLimit == 10 })
    #expect(throws: LearningError.cancelled) {
      try withMonitor(Monitor(shouldContinue: { $0.iteration < 3 })) { try search(among: candidates, x, labels: y) }
    }
  }

  @Test("asks the estimator for fits that share work, and falls back on single ones where these fail")
  func together() throws {
    let (x, y) = try Fixture.data("iris")
    let result = try search(
      among: [1, 2].map { Candidate("\($0)", SharingCoin(side: $0)) }, x, labels: y)
    // Certain of the first class, in folds of other ones.
    #expect(try result.entries.map { try $0.outcome.get().test.mean } == [.infinity, .infinity])
    let broken = try search(
      among: [1, -2].map { Candidate("\($0)", SharingCoin(side: $0)) }, x, labels: y)
    #expect(try broken.entries[0].outcome.get().test.mean.isFinite)
    #expect(broken.entries[1].scores == nil)
    // A part with a row twice is fitted by itself.
    let repeated = FixedSplits(parts: [TrainTestSplit(training: [0, 0, 60, 120], test: [61])])
    let single = try search(among: [Candidate("1", SharingCoin(side: 1))], x, labels: y, splitter: repeated)
    #expect(try single.entries[0].outcome.get().test.mean.isFinite)
  }

  @Test("prints a table with a line for each candidate")
  func table() throws {
    let (x, y) = try Fixture.data("iris")
    let result = try search(
      among: [0.25, 0.5].map(toss), x, labels: y, scoresTraining: true)
    let lines = "\(result)".split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("candidate  rank  log loss  std. error  on training rows"))
    // -(log 0.25 + 2 log 0.375) / 3 and -(log 0.5 + 2 log 0.25) / 3.
    #expect(lines[1].hasPrefix("toss 0.25     1     1.116"), "\(result)")
    #expect(lines[2].hasPrefix("toss 0.5      2     1.155"), "\(result)")
  }

  @Test("compares regressors by the mean squared error")
  func regressors() throws {
    let fixture = try SelectionFixture.load().regression
    let candidates = ParameterGrid(LinearRegression())
      .varying(\.penalty, "penalty", over: [.l2(1e6), .l2(fixture.ridge)]).candidates
    let result = try search(among: candidates, fixture.x, targets: fixture.targets, splitter: fixture.splitter)
    #expect(result.bestIndex == 1)
    #expect(distance(result.bestScores.test.values, fixture.meanSquaredError) < 1e-8)
    let comparison = try result.comparison(of: 0, with: 1)
    #expect(comparison.difference.mean > 0)
  }
}

@Suite("Candidates")
struct CandidateTests {
  @Test("of a grid are all combinations, the first option slowest, named by their values")
  func grid() {
    let candidates = ParameterGrid(LogisticRegression())
      .varying(\.penalty, "penalty", over: [.l2(2), .none])
      .varying(\.tolerance, "tolerance", over: [1e-3, 1e-6, 1e-9]).candidates
    #expect(candidates.map(\.configuration.penalty) == [.l2(2), .l2(2), .l2(2), .none, .none, .none])
    #expect(candidates.map(\.configuration.tolerance) == [1e-3, 1e-6, 1e-9, 1e-3, 1e-6, 1e-9])
    #expect(candidates[1].name == "penalty = l2(2.0), tolerance = 1e-06")
    #expect(candidates[1].parameters.map(\.name) == ["penalty", "tolerance"])
    #expect(ParameterGrid(NearestCentroid()).candidates.map(\.name) == ["as given"])
  }

  @Test("vary the parts of a pipeline by their key paths")
  func pipeline() throws {
    let (x, y) = try Fixture.data("wine")
    let candidates = ParameterGrid(StandardScaler().then(LogisticRegression()))
      .varying(\.final.penalty, "penalty", over: [.l2(1e6), .l2(1)]).candidates
    let result = try search(among: candidates, x, labels: y, splitter: KFold(shuffles: false))
    #expect(result.bestIndex == 1)
    // Nearly no coefficients: about the entropy of the classes' shares, 1.09.
    #expect(abs(try result.entries[0].outcome.get().test.mean - 1.09) < 0.01)
  }

  @Test("that are drawn are the same for the same seed, and more of them begin with the fewer")
  func sampler() {
    let sampler = ParameterSampler(LogisticRegression())
      .varying(\.penalty, "penalty") { .l2(.random(logarithmicallyIn: 1e-2...1e2, using: &$0)) }
      .varying(\.fitsIntercept, "intercept") { Bool.random(using: &$0) }
    var generators = [SeededGenerator(seed: 2), SeededGenerator(seed: 2), SeededGenerator(seed: 3)]
    let five = sampler.candidates(5, using: &generators[0])
    let ten = sampler.candidates(10, using: &generators[1])
    #expect(five.map(\.configuration) == ten.prefix(5).map(\.configuration))
    #expect(five.map(\.configuration) != sampler.candidates(5, using: &generators[2]).map(\.configuration))
    #expect(five[0].parameters.map(\.name) == ["penalty", "intercept"])
    #expect(Set(ten.map(\.configuration.penalty)).count == 10)
  }

  @Test("drawn on a scale of logarithms are as many in each order of magnitude")
  func logarithmic() {
    var generator = SeededGenerator(seed: 9)
    let values = (0..<4000).map { _ in Double.random(logarithmicallyIn: 1e-2...1e2, using: &generator) }
    #expect(values.allSatisfy { $0 >= 1e-2 && $0 <= 1e2 })
    for (low, high) in [(1e-2, 1e-1), (1e-1, 1), (1, 10), (10, 100)] {
      // A quarter of 4000, with a standard deviation of 27.4.
      #expect(abs(values.count { $0 >= low && $0 < high } - 1000) < 120)
    }
  }
}

/// Two coins: one of fits together, one of single fits.
private struct SharingCoin: DeterministicClassifierEstimator {
  typealias Core = Coin.Core

  let side: Int

  func fit(_ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?) throws(LearningError) -> Coin.Core {
    guard side > 0 else { throw .invalidOption(name: "side", value: "\(side)", allowed: "above 0") }
    return Coin.Core(first: 0.5, classCount: classCount, featureCount: x.columnCount)
  }

  static func fitTogether(
    _ configurations: [SharingCoin], _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    trainingParts: [[Int]]
  ) throws(LearningError) -> [[Coin.Core]]? {
    guard configurations.allSatisfy({ $0.side > 0 }) else { throw .noVariation }
    return trainingParts.map { _ in
      configurations.map { _ in Coin.Core(first: 1, classCount: classCount, featureCount: x.columnCount) }
    }
  }
}
