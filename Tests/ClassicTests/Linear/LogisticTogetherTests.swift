import Classic
import Datasets
import Learning
import LinearAlgebra
import Optimization
import Testing

/// Against single fits by Newton's method, which are held to numpy's and scikit-learn's elsewhere.
@Suite("Logistic regressions that are fitted together")
struct LogisticTogetherTests {
  private static func folds(_ count: Int, _ foldCount: Int = 3) -> [[Int]] {
    (0..<foldCount).map { fold in (0..<count).filter { $0 * 7 % 11 % foldCount != fold } }
  }

  private static let strengths: [LogisticRegression] = [0.1, 100, 1].map { LogisticRegression(penalty: .l2($0)) }

  private func together(
    _ configurations: [LogisticRegression], _ x: Matrix, _ y: [Int], weights: [Double]? = nil, _ parts: [[Int]]
  ) throws -> [[LogisticRegression.Core]]? {
    try LogisticRegression.fitTogether(
      configurations, x, classIndices: y, classCount: 2, weights: weights, trainingParts: parts)
  }

  /// Compares with the fit of the part's rows alone.
  private func expectSingleFits(
    _ configurations: [LogisticRegression], _ x: Matrix, _ y: [Int], weights: [Double]? = nil, _ parts: [[Int]],
    tolerance: Double = 1e-6, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let cores = try #require(
      try together(configurations, x, y, weights: weights, parts), sourceLocation: sourceLocation)
    #expect(cores.count == parts.count && cores.allSatisfy { $0.count == configurations.count })
    for (part, cores) in zip(parts, cores) {
      for (configuration, core) in zip(configurations, cores) {
        var alone = configuration
        alone.solver = .newton
        let single = try alone.fit(
          x.selectingRows(part), labels: part.map { y[$0] },
          weights: weights.map { weights in part.map { weights[$0] } }
        ).core
        func expectNear(_ a: Double, _ b: Double, _ tolerance: Double) {
          #expect(abs(a - b) <= tolerance * max(1, abs(b)), sourceLocation: sourceLocation)
        }
        for (a, b) in zip(core.coefficients.elements, single.coefficients.elements) { expectNear(a, b, tolerance) }
        expectNear(core.intercepts[0], single.intercepts[0], tolerance)
        expectNear(core.deviance, single.deviance, 1e-6)
        expectNear(core.nullDeviance, single.nullDeviance, 1e-12)
        expectNear(core.sampleSize, single.sampleSize, 1e-12)
        expectNear(core.report.objectiveTrace.last ?? .nan, single.report.objectiveTrace.last ?? .nan, 1e-10)
        #expect(core.penalty == single.penalty && core.hasIntercept == single.hasIntercept)
        #expect(zip(core.classWeights ?? [], single.classWeights ?? []).allSatisfy { abs($0 - $1) <= 1e-12 })
        #expect(core.report.hasConverged && core.covariance == nil)
        #expect(core.report.warnings == single.report.warnings)
        let certificate = try #require(core.report.certificate)
        #expect(certificate.value <= configuration.tolerance && certificate.tolerance == configuration.tolerance)
      }
    }
  }

  private static func cancer() throws -> (x: Matrix, y: [Int]) {
    let cancer = try Datasets.breastCancer()
    return (try LogisticFixture.standardized(cancer.features), cancer.labels.map { "\($0)" == "1" ? 1 : 0 })
  }

  /// Men in their own units: blood pressure in hundreds, family history as 0 and 1.
  private static func heart() throws -> (x: Matrix, y: [Int]) {
    let heart = try Datasets.saHeart()
    return (heart.features, heart.labels.map { "\($0)" == "1" ? 1 : 0 })
  }

  @Test("have the optima of breast cancer")
  func cancer() throws {
    let (x, y) = try Self.cancer()
    try expectSingleFits(Self.strengths, x, y, Self.folds(y.count))
  }

  @Test("have the optima of heart disease, in units that are not equal, with and without an intercept")
  func heart() throws {
    let (x, y) = try Self.heart()
    var origin = LogisticRegression(penalty: .l2(1))
    origin.fitsIntercept = false
    try expectSingleFits(Self.strengths + [origin], x, y, Self.folds(y.count))
  }

  @Test("count weights of rows and of classes, which make groups of their own")
  func weights() throws {
    let (x, y) = try Self.heart()
    var balanced = LogisticRegression(penalty: .l2(1))
    balanced.classWeights = .balanced
    var given = balanced
    given.classWeights = .given([1, 3])
    let weights = y.indices.map { Double(1 + $0 % 4) / 2 }
    try expectSingleFits([balanced, Self.strengths[1], given], x, y, weights: weights, Self.folds(y.count))
  }

  @Test("take parts of unequal length, and rows that a part has several times or that none has")
  func parts() throws {
    let (x, y) = try Self.heart()
    let n = y.count
    let bootstrap = (0..<n).map { $0 * $0 % (n - 5) }
    try expectSingleFits(
      Self.strengths, x, y, [Array(0..<n / 2), Array(n / 10..<n - 5), bootstrap, Array((5..<n - 5).reversed())])
  }

  /// Correlated columns, and labels by one of them and chance.
  private static func samples(_ n: Int, _ d: Int) -> (x: Matrix, y: [Int]) {
    var generator = SeededGenerator(seed: 12)
    let x = Matrix(rowCount: n, columnCount: d) { elements in
      for i in 0..<n {
        let shared = Double.random(in: -1...1, using: &generator)
        for j in 0..<d { elements[i * d + j] = shared + Double(j + 1) * Double.random(in: -1...1, using: &generator) }
      }
    }
    let y = (0..<n).map { x[$0, 0] + 3 * Double.random(in: -1...1, using: &generator) > 0 ? 1 : 0 }
    return (x, y)
  }

  @Test("look at a sample of many rows first, and then read all a few times")
  func manyRows() throws {
    let (x, y) = Self.samples(4000, 3)
    let parts = Self.folds(4000, 5)
    try expectSingleFits(Self.strengths, x, y, parts)
    let iterations = try #require(try together(Self.strengths, x, y, parts)).joined().map(\.report.iterations)
    #expect(iterations.allSatisfy { $0 <= 8 }, "\(iterations)")
  }

  @Test("are fitted where a Hessian of all columns is too large")
  func manyColumns() throws {
    let (x, y) = Self.samples(300, 201)
    try expectSingleFits(
      [10, 1000].map { LogisticRegression(penalty: .l2($0)) }, x, y, Self.folds(300, 2), tolerance: 1e-5)
  }

  @Test("are as near as rounding allows where the tolerance asks for more")
  func tolerance() throws {
    let (x, y) = try Self.heart()
    let exact = Self.strengths.map { configuration in
      var exact = configuration
      exact.tolerance = 0
      return exact
    }
    let parts = Self.folds(y.count, 2)
    let cores = try #require(try together(exact, x, y, parts))
    let usual = try #require(try together(Self.strengths, x, y, parts))
    for (core, other) in zip(cores.joined(), usual.joined()) {
      for (a, b) in zip(core.coefficients.elements, other.coefficients.elements) {
        #expect(abs(a - b) <= 1e-6 * max(1, abs(b)))
      }
      #expect((core.report.certificate?.value ?? 1) <= (other.report.certificate?.value ?? 0))
    }
  }

  @Test("have the same bits on one thread and on two")
  func bits() throws {
    let (x, y) = Self.samples(4000, 3)
    let results = try [1, 2].map { count in
      try ThreadBudget.reproducible.limited(to: count).run {
        try together(Self.strengths, x, y, Self.folds(4000, 5))
      }
    }
    #expect(results[0] != nil && results[0] == results[1])
  }

  @Test("leave to single fits what has nothing to share")
  func notShared() throws {
    let (x, y) = try Self.heart()
    let parts = Self.folds(y.count)
    let others: [LogisticRegression] = [
      LogisticRegression(penalty: .none), LogisticRegression(penalty: .l1(1)),
      LogisticRegression(penalty: .elasticNet(l1: 1, l2: 1)), LogisticRegression(solver: .newton),
      LogisticRegression(solver: .lbfgs), LogisticRegression(solver: .gradientDescent(GradientDescent())),
      LogisticRegression(penalty: .none, reducesBias: true),
    ]
    for other in others { #expect(try together(Self.strengths + [other], x, y, parts) == nil, "\(other)") }
    // A few fits, parts of few rows, more columns than rows, more classes.
    #expect(try together([Self.strengths[0]], x, y, Array(parts.prefix(2))) == nil)
    #expect(try together(Self.strengths, x, y, parts.map { Array($0.prefix(100)) }) == nil)
    let wide = x.selectingColumns((0..<200).map { $0 % x.columnCount }).selectingRows(0..<150)
    #expect(try together(Self.strengths, wide, Array(y.prefix(150)), Self.folds(150)) == nil)
    let three = try LogisticRegression.fitTogether(
      Self.strengths, x, classIndices: y.indices.map { $0 % 3 }, classCount: 3, weights: nil, trainingParts: parts)
    #expect(three == nil)
  }

  @Test("leave to single fits what is to be said of the data")
  func data() throws {
    let (x, y) = try Self.heart()
    let parts = Self.folds(y.count)
    // A column that one part knows with a single value, but all together do not.
    var flat = x
    for i in parts[1] { flat[i, 2] = 7 }
    #expect(try together(Self.strengths, flat, y, parts) == nil)
    var constant = x
    for i in y.indices { constant[i, 2] = 7 }
    try expectSingleFits(Self.strengths, constant, y, parts)
    var infinite = x
    infinite[17, 3] = .infinity
    #expect(try together(Self.strengths, infinite, y, parts) == nil)
    do throws(LearningError) {
      _ = try crossValidate(Self.strengths[0], infinite, labels: y, splitter: KFold(shuffles: false))
      Issue.record("an infinite feature was accepted")
    } catch {
      #expect("\(error)".contains("row 17"), "\(error)")
    }
  }

  @Test("refuse options as single fits do, and stop when they are told to")
  func refusals() throws {
    let (x, y) = try Self.heart()
    let parts = Self.folds(y.count)
    let refusal = LearningError.invalidOption(
      name: "l2", value: "-1.0", allowed: "a finite number, zero or positive")
    #expect(throws: refusal) {
      try together(Self.strengths + [LogisticRegression(penalty: .l2(-1))], x, y, parts)
    }
    #expect(throws: LearningError.cancelled) {
      try withMonitor(Monitor(shouldContinue: { !$0.stage.contains("together") || $0.iteration < 2 })) {
        _ = try together(Self.strengths, x, y, parts)
      }
    }
  }

  @Test("give a search the scores of models that were fitted one by one")
  func scores() throws {
    let (x, y) = try Self.heart()
    func losses(_ configurations: [LogisticRegression]) throws -> [[Double]] {
      try search(
        among: configurations.map { Candidate("\($0.penalty)", $0) }, x, labels: y, splitter: KFold(shuffles: false)
      ).entries.map { try $0.outcome.get().test.values }
    }
    let alone = Self.strengths.map { configuration in
      var alone = configuration
      alone.solver = .newton
      return alone
    }
    for (a, b) in zip(try losses(Self.strengths).joined(), try losses(alone).joined()) { #expect(abs(a - b) <= 1e-7) }
  }
}
