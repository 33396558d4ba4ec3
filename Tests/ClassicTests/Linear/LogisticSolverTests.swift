import Classic
import Datasets
import Learning
import LinearAlgebra
import Optimization
import Testing

/// Every smooth solver, on standardised features and digits that are scaled to one, against the optima of Newton's
/// method in numpy.
@Suite("Solvers of a logistic regression")
struct LogisticSolverTests {
  private static let solvers: [LogisticRegression.Solver] = [
    .newton, .lbfgs, .newtonCG,
    .gradientDescent(GradientDescent(stopping: StoppingRule(gradientTolerance: 1e-10, iterationLimit: 20_000))),
  ]

  /// What is left of the gradient, computed from the probabilities and scaled by the number of rows.
  private func scaledGradient(
    _ model: LogisticRegression.Model<Int>, _ x: Matrix, _ labels: [Int], l2: Double
  ) throws -> Double {
    let p = try model.probabilities(for: x)
    let isBinary = model.intercepts.count == 1
    var largest = 0.0
    for k in model.intercepts.indices {
      let index = isBinary ? 1 : k
      let residuals = labels.indices.map { p[$0, index] - (labels[$0] == model.classes[index] ? 1 : 0) }
      largest = max(largest, abs(residuals.reduce(0, +)))
      for (slope, coefficient) in zip(x.transposeMultiplied(by: residuals), model.coefficients.row(k)) {
        largest = max(largest, abs(slope + l2 * coefficient))
      }
    }
    return largest / Double(labels.count)
  }

  /// - Parameter reference: for each row of coefficients the intercept and they; intercepts of a softmax are known but
  ///   for what they have in common.
  private func expectOptimum(
    _ model: LogisticRegression.Model<Int>, _ reference: [[Double]], _ x: Matrix, _ labels: [Int], l2: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(model.report.hasConverged, "\(model.report)", sourceLocation: sourceLocation)
    let gradient = try scaledGradient(model, x, labels, l2: l2)
    #expect(gradient <= 1e-9, "\(gradient): \(model.report)", sourceLocation: sourceLocation)
    let m = Double(model.intercepts.count)
    let shift = m == 1 ? 0 : model.intercepts.reduce(0, +) / m - reference.reduce(0) { $0 + $1[0] } / m
    for (k, expected) in reference.enumerated() {
      let found = [model.intercepts[k] - shift] + Array(model.coefficients.row(k))
      for (a, b) in zip(found, expected) {
        #expect(abs(a - b) <= 1e-6 * max(1, abs(b)), "\(a), expected \(b)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test("have the optimum of breast cancer and of heart disease", arguments: solvers)
  func binary(solver: LogisticRegression.Solver) throws {
    let configuration = LogisticRegression(solver: solver, tolerance: 1e-10)
    let cancer = try Datasets.breastCancer()
    let x = try LogisticFixture.standardized(cancer.features)
    let reference: LogisticFixture.Binary = try LogisticFixture.value("cancer l2=1.0")
    try expectOptimum(
      configuration.fit(x, labels: cancer.labels), [[reference.intercept] + reference.coefficients], x, cancer.labels,
      l2: 1)
    let heart = try Datasets.saHeart()
    let features = try LogisticFixture.standardized(heart.features)
    try expectOptimum(
      configuration.fit(features, labels: heart.labels), [LogisticFixture.inference("heart l2=1")], features,
      heart.labels, l2: 1)
  }

  @Test("have the softmax's optimum of iris and of wine", arguments: solvers)
  func softmax(solver: LogisticRegression.Solver) throws {
    let iris = try Datasets.iris()
    // Not standardised in the reference; the solvers do so themselves.
    let model = try LogisticRegression(solver: solver, tolerance: 1e-11).fit(iris.features, labels: iris.labels)
    try expectOptimum(model, LogisticFixture.value("iris l2=1"), iris.features, iris.labels, l2: 1)
    let wine = try Datasets.wine()
    let x = try LogisticFixture.standardized(wine.features)
    let weaker = LogisticRegression(penalty: .l2(0.5), solver: solver, tolerance: 1e-10)
    try expectOptimum(
      weaker.fit(x, labels: wine.labels), LogisticFixture.value("wine l2=0.5"), x, wine.labels, l2: 0.5)
  }

  /// Four hundred digits by eight of their pixels: ninety coefficients.
  @Test("have the softmax's optimum of ten digits", arguments: solvers)
  func digits(solver: LogisticRegression.Solver) throws {
    let reference: LogisticFixture.Digits = try LogisticFixture.inference("digits")
    let digits = try Datasets.digits()
    let x = digits.features.selectingRows(0..<reference.rows).selectingColumns(reference.columns).map { $0 / 16 }
    let labels = Array(digits.labels.prefix(reference.rows))
    let model = try LogisticRegression(solver: solver, tolerance: 1e-10).fit(x, labels: labels)
    try expectOptimum(model, reference.coefficients, x, labels, l2: 1)
  }

  /// With rates that fall as one over the number of steps.
  @Test("come within a thousandth of the optimum by batches of one row and of 32", arguments: [
    StochasticGradientDescent(rate: .inverseTime(0.05, decay: 1e-3), epochs: 20, batchSize: 1, gradientTolerance: 0),
    StochasticGradientDescent(rate: .inverseTime(0.5, decay: 1e-2), epochs: 20, gradientTolerance: 0),
  ])
  func stochastic(method: StochasticGradientDescent) throws {
    let heart = try Datasets.saHeart()
    let x = try LogisticFixture.standardized(heart.features)
    try expectGap(x, heart.labels, method)
  }

  @Test("come within a thousandth of the optimum of thirty correlated features in 150 epochs")
  func stochasticCancer() throws {
    let cancer = try Datasets.breastCancer()
    let method = StochasticGradientDescent(rate: .inverseTime(1, decay: 2e-3), epochs: 150, gradientTolerance: 0)
    try expectGap(LogisticFixture.standardized(cancer.features), cancer.labels, method)
  }

  private func expectGap(_ x: Matrix, _ labels: [Int], _ method: StochasticGradientDescent) throws {
    let objective = { (model: LogisticRegression.Model<Int>) in
      -model.logLikelihood + 0.5 * model.coefficients.elements.reduce(0) { $0 + $1 * $1 }
    }
    let optimum = objective(try LogisticRegression().fit(x, labels: labels))
    for seed: UInt64 in [1, 2] {
      var generator = SeededGenerator(seed: seed)
      let model = try LogisticRegression(solver: .stochastic(method)).fit(x, labels: labels, using: &generator)
      let gap = objective(model) / optimum - 1
      #expect(gap >= -1e-12 && gap <= 1e-3, "\(gap)")
    }
  }
}
