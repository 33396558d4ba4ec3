import Classic
import Learning
import LinearAlgebra
import Optimization
import RealModule
import Testing

@Suite("Logistic regression by stochastic gradient descent")
struct StochasticLogisticTests {
  /// Features of different units, and classes by their sum with logistic noise.
  static func sample(_ rowCount: Int, classes: Int = 2) -> (x: Matrix, y: [Int]) {
    var generator = SeededGenerator(seed: 21)
    let units = [1, 0.2, 50, 1]
    let noise = Matrix.standardNormal(rowCount: rowCount, columnCount: 5, using: &generator)
    let x = Matrix(rowCount: rowCount, columnCount: 4) { elements in
      for i in 0..<rowCount { for j in 0..<4 { elements[4 * i + j] = units[j] * (noise[i, j] + 0.5) } }
    }
    let y = (0..<rowCount).map { i in
      let score = noise[i, 0] - noise[i, 1] + 0.5 * noise[i, 2] + 1.5 * noise[i, 4]
      return classes == 2 ? (score > 0 ? 1 : 0) : (score < -0.8 ? 0 : score < 0.8 ? 1 : 2)
    }
    return (x, y)
  }

  func objective(_ model: LogisticRegression.Model<Int>) -> Double {
    -model.logLikelihood + 0.5 * model.coefficients.elements.reduce(0) { $0 + $1 * $1 }
  }

  func fit(
    _ method: StochasticGradientDescent, _ x: Matrix, _ y: [Int], weights: [Double]? = nil
  ) throws -> LogisticRegression.Model<Int> {
    var generator = SeededGenerator(seed: 7)
    return try LogisticRegression(solver: .stochastic(method)).fit(x, labels: y, weights: weights, using: &generator)
  }

  @Test("comes within a thousandth of the optimum in ten epochs of a rate that falls", arguments: [2, 3])
  func nearTheOptimum(classes: Int) throws {
    let (x, y) = Self.sample(1500, classes: classes)
    let optimum = objective(try LogisticRegression().fit(x, labels: y))
    for shuffling in [StochasticGradientDescent.Shuffling.terms, .blocks] {
      let method = StochasticGradientDescent(
        rate: .inverseTime(1, decay: 0.02), epochs: 10, batchSize: 16, shuffling: shuffling)
      let gap = objective(try fit(method, x, y)) / optimum - 1
      #expect(gap >= -1e-12 && gap <= 1e-3)
    }
  }

  @Test("is gradient descent where a batch holds all rows, with weights and without", arguments: [2, 3], [true, false])
  func oneBatch(classes: Int, isWeighted: Bool) throws {
    // So many that the batch is divided among threads.
    let (x, y) = Self.sample(4000, classes: classes)
    let weights = isWeighted ? (0..<4000).map { Double($0 % 3 + 1) } : nil
    let stochastic = try fit(
      StochasticGradientDescent(rate: .constant(0.5), epochs: 6, batchSize: 4000, gradientTolerance: 0), x, y,
      weights: weights)
    let descent = GradientDescent(
      step: .schedule(.constant(0.5 / 4000)), stopping: StoppingRule(gradientTolerance: 0, iterationLimit: 6))
    let whole = try LogisticRegression(solver: .gradientDescent(descent)).fit(x, labels: y, weights: weights)
    for (a, b) in zip(stochastic.coefficients.elements, whole.coefficients.elements) {
      #expect(abs(a - b) <= 1e-10 * max(1, abs(b)))
    }
    for (a, b) in zip(stochastic.report.objectiveTrace, whole.report.objectiveTrace) {
      #expect(abs(a - b) <= 1e-11 * b)
    }
  }

  @Test("has the same bits on any number of threads")
  func threads() throws {
    let (x, y) = Self.sample(8000)
    let method = StochasticGradientDescent(rate: .constant(0.1), epochs: 2, batchSize: 4000, shuffling: .blocks)
    let models = try [1, 2, 4].map { count in
      try ThreadBudget.reproducible.limited(to: count).run { try fit(method, x, y) }
    }
    #expect(models[1].core == models[0].core)
    #expect(models[2].core == models[0].core)
  }

  @Test("estimates the log-likelihood from a sample of rows, and warns of it", arguments: [2, 3])
  func estimated(classes: Int) throws {
    let (x, y) = Self.sample(6000, classes: classes)
    var method = StochasticGradientDescent(rate: .constant(0.1), epochs: 1, batchSize: 64)
    let exact = try fit(method, x, y)
    method.tracking = .sample(terms: 3000)
    let estimated = try fit(method, x, y)
    #expect(estimated.coefficients == exact.coefficients)
    #expect(estimated.logLikelihood != exact.logLikelihood)
    #expect(estimated.report.warnings.map(\.kind) == [.estimatedObjective])
    // From every second row, twice.
    let probabilities = try exact.probabilities(for: x)
    let sum = stride(from: 0, to: 6000, by: 2).reduce(0) { $0 + 2 * Double.log(probabilities[$1, y[$1]]) }
    #expect(abs(estimated.logLikelihood - sum) <= 1e-9 * abs(sum))
  }

  @Test("scales many rows by a sample, and finds what the sample does not show")
  func manyRows() throws {
    let n = 20_000
    var (x, y) = Self.sample(n)
    // A column that varies in rows that are not in the sample, which holds every ninth.
    for i in 0..<n { x[i, 3] = i % 9 != 0 && y[i] == 1 ? 1 : 0 }
    let method = StochasticGradientDescent(rate: .inverseTime(1, decay: 0.01), epochs: 3, batchSize: 32)
    let optimum = try LogisticRegression().fit(x, labels: y)
    let model = try fit(method, x, y)
    #expect(model.coefficients[0, 3] > 1)
    #expect(objective(model) <= 1.01 * objective(optimum))

    // Neither does it show this.
    for value in [Double.nan, .infinity] {
      var wrong = Self.sample(n).x
      wrong[12_345, 2] = value
      let error = #expect(throws: LearningError.self) { try fit(method, wrong, y) }
      #expect(error?.description.contains("row 12345, column 2") == true)
    }
  }
}
