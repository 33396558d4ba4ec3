import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Optimization
import Testing

@Suite("Logistic regression")
struct LogisticRegressionTests {
  private static func cancer() throws -> (x: Matrix, y: [Int]) {
    let data = try Datasets.breastCancer()
    return (try LogisticFixture.standardized(data.features), data.labels)
  }

  private func expectOptimum(
    _ model: LogisticRegression.Model<Int>, _ reference: LogisticFixture.Binary, within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(model.report.hasConverged, "\(model.report)", sourceLocation: sourceLocation)
    let found = [model.intercepts[0]] + Array(model.coefficients.row(0))
    for (a, b) in zip(found, [reference.intercept] + reference.coefficients) {
      #expect(abs(a - b) <= tolerance * max(1, abs(b)), "\(a), expected \(b)", sourceLocation: sourceLocation)
    }
  }

  @Test("reaches the optimum of breast cancer by every smooth solver", arguments: [
    LogisticRegression.Solver.automatic, .newton, .lbfgs, .newtonCG, .preconditionedLBFGS, .proximalGradient,
  ])
  func solvers(solver: LogisticRegression.Solver) throws {
    let (x, y) = try Self.cancer()
    let model = try LogisticRegression(penalty: .l2(1), solver: solver).fit(x, labels: y)
    let reference: LogisticFixture.Binary = try LogisticFixture.value("cancer l2=1.0")
    expectOptimum(model, reference, within: 1e-6)
    #expect(abs(model.logLikelihood - (try #require(reference.logLikelihood))) <= 1e-6)
  }

  @Test("reaches it by gradient descent, too, and comes near it by stochastic gradient descent")
  func gradientMethods() throws {
    let (x, y) = try Self.cancer()
    let reference: LogisticFixture.Binary = try LogisticFixture.value("cancer l2=1.0")
    let descent = GradientDescent(stopping: StoppingRule(gradientTolerance: 1e-9, iterationLimit: 20_000))
    let model = try LogisticRegression(solver: .gradientDescent(descent)).fit(x, labels: y)
    expectOptimum(model, reference, within: 1e-5)
    let optimum = try LogisticRegression().fit(x, labels: y)
    var generator = SeededGenerator(seed: 4)
    let method = StochasticGradientDescent(rate: .inverseTime(1, decay: 0.005), epochs: 60, gradientTolerance: 0)
    let near = try LogisticRegression(solver: .stochastic(method)).fit(x, labels: y, using: &generator)
    let objective = { (m: LogisticRegression.Model<Int>) in
      -m.logLikelihood + 0.5 * m.coefficients.elements.reduce(0) { $0 + $1 * $1 }
    }
    #expect(objective(near) <= objective(optimum) * 1.03)
    #expect(near.report.termination == .iterationLimit)
  }

  @Test("goes far with a weak penalty")
  func weak() throws {
    let (x, y) = try Self.cancer()
    let model = try LogisticRegression(penalty: .l2(0.01)).fit(x, labels: y)
    expectOptimum(model, try LogisticFixture.value("cancer l2=0.01"), within: 1e-7)
  }

  @Test("has the support of the L1 and elastic-net optimum, exactly zero elsewhere", arguments: ["l1", "elastic"])
  func sparse(name: String) throws {
    let (x, y) = try Self.cancer()
    let reference: LogisticFixture.Binary = try LogisticFixture.value("cancer \(name)")
    let penalty = CoefficientPenalty.elasticNet(l1: reference.l1 ?? 0, l2: reference.l2 ?? 0)
    let model = try LogisticRegression(penalty: penalty).fit(x, labels: y)
    expectOptimum(model, reference, within: 1e-6)
    #expect(model.coefficients.elements.map { $0 == 0 } == reference.coefficients.map { $0 == 0 })
  }

  @Test("does not depend on the units of the features, but for the penalty's own")
  func units() throws {
    let data = try Datasets.wine()
    let labels = data.labels.map { $0 == 0 ? 1 : 0 }
    let plain = try LogisticRegression(penalty: .l2(1), solver: .lbfgs).fit(data.features, labels: labels)
    #expect(plain.report.hasConverged)
    let newton = try LogisticRegression(penalty: .l2(1), solver: .newton).fit(data.features, labels: labels)
    for (a, b) in zip(plain.coefficients.elements, newton.coefficients.elements) { #expect(abs(a - b) <= 1e-6) }
  }

  @Test("reaches the softmax optima of iris and wine", arguments: [
    LogisticRegression.Solver.newton, .lbfgs, .newtonCG, .preconditionedLBFGS,
  ])
  func softmax(solver: LogisticRegression.Solver) throws {
    let iris = try Datasets.iris()
    let model = try LogisticRegression(solver: solver).fit(iris.features, labels: iris.namedLabels)
    #expect(model.report.hasConverged, "\(model.report)")
    let reference: [[Double]] = try LogisticFixture.value("iris l2=1")
    let mean = model.intercepts.reduce(0, +) / 3
    for k in 0..<3 {
      let found = [model.intercepts[k] - mean] + Array(model.coefficients.row(k))
      for (a, b) in zip(found, reference[k]) { #expect(abs(a - b) <= 1e-6 * max(1, abs(b)), "\(a), expected \(b)") }
    }
    let wine = try Datasets.wine()
    let x = try LogisticFixture.standardized(wine.features)
    let wineModel = try LogisticRegression(penalty: .l2(0.5), solver: solver).fit(x, labels: wine.labels)
    let wineReference: [[Double]] = try LogisticFixture.value("wine l2=0.5")
    for k in 0..<3 {
      for (a, b) in zip(wineModel.coefficients.row(k), wineReference[k].dropFirst()) { #expect(abs(a - b) <= 1e-6) }
    }
  }

  @Test("gives probabilities that stay numbers at log-odds of a thousand")
  func extremes() throws {
    let model = try LogisticRegression().fit([[0], [1], [2], [3]], labels: [0, 0, 1, 1])
    let far = try model.probabilities(for: [[1e6], [-1e6]])
    #expect(far[0, 0] == 0 && far[0, 1] == 1 && far[1, 0] == 1 && far[1, 1] == 0)
    let scale = model.coefficients[0, 0]
    let small = try model.probabilities(for: [[-700 / scale]])
    #expect(small[0, 1] > 0 && small[0, 1] < 1e-300)
    #expect(abs(try model.core.decisionValues(for: [[2]])[0, 0] - (model.intercepts[0] + 2 * scale)) <= 1e-14)
  }

  @Test("has no intercept where none is asked for")
  func withoutIntercept() throws {
    let x: Matrix = [[1, 2], [2, 1], [-1, -2], [-3, 0.5], [0.5, -1]]
    let model = try LogisticRegression(fitsIntercept: false).fit(x, labels: [1, 1, 0, 0, 1])
    #expect(model.intercepts == [0])
    #expect(model.report.hasConverged)
    // The gradient of the objective: Xᵀ(p - y) + β.
    let p = try model.probabilities(for: x).column(1)
    let residuals = zip(p, [1.0, 1, 0, 0, 1]).map { $0 - $1 }
    let gradient = zip(x.transposeMultiplied(by: residuals), model.coefficients.elements).map { $0 + $1 }
    #expect(gradient.allSatisfy { abs($0) <= 1e-8 })
  }

  @Test("reports columns that do not vary, and separation without a penalty")
  func warnings() throws {
    let model = try LogisticRegression().fit([[0, 7], [1, 7], [2, 7], [1.5, 7]], labels: [0, 0, 1, 1])
    #expect(model.coefficients[0, 1] == 0)
    #expect(model.report.warnings.first?.columns == [1])
    let separated = try LogisticRegression(penalty: .none).fit([[0], [1], [2], [3]], labels: [0, 0, 1, 1])
    #expect(separated.report.termination == .diverged)
    #expect(separated.report.warnings.map(\.kind) == [.separation])
    #expect(throws: LearningError.self) { try separated.core.inference() }
    // Quasi-complete: x2 = 1 only ever with label 1.
    let quasi = try LogisticRegression(penalty: .none).fit(
      [[0.1, 0], [1, 0], [0.4, 0], [0.9, 0], [0.2, 1], [0.7, 1]], labels: [0, 1, 1, 0, 1, 1])
    #expect(quasi.report.termination != .converged)
    #expect(quasi.report.warnings.map(\.kind).contains(.separation))
    // One species of iris is apart from the others; the other two are not.
    let iris = try Datasets.iris()
    let softmax = try LogisticRegression(penalty: .none).fit(iris.features, labels: iris.labels)
    #expect(softmax.report.termination != .converged)
    #expect(softmax.report.warnings.map(\.kind) == [.separation])
  }

  @Test("does not take a certain prediction for separation")
  func certainty() throws {
    // Overlapping classes, and two rows far out on their own side: log-odds of thirty.
    let x: Matrix = [[-1], [-0.5], [0.2], [-0.2], [0.5], [1], [-40], [40]]
    let model = try LogisticRegression(penalty: .none).fit(x, labels: [0, 0, 0, 1, 1, 1, 0, 1])
    #expect(model.report.termination == .converged)
    #expect(model.report.warnings.isEmpty)
    #expect(try model.core.inference().rows[1].standardError != nil)
  }

  @Test("refuses options that mean nothing")
  func options() {
    let (x, y): (Matrix, [Int]) = ([[0], [1], [2], [3]], [0, 1, 0, 1])
    for penalty in [CoefficientPenalty.l2(-1), .l1(.nan), .elasticNet(l1: 1, l2: .infinity)] {
      #expect(throws: LearningError.self) { try LogisticRegression(penalty: penalty).fit(x, labels: y) }
    }
    #expect(throws: LearningError.self) { try LogisticRegression(penalty: .l1(1), solver: .newton).fit(x, labels: y) }
    #expect(throws: LearningError.self) { try LogisticRegression(tolerance: -1).fit(x, labels: y) }
  }

  @Test("comes back from a file as it was")
  func coding() throws {
    let model = try LogisticRegression(penalty: .none).fit([[0], [1], [2], [3], [4]], labels: ["a", "b", "a", "b", "b"])
    let decoded = try JSONDecoder().decode(
      LogisticRegression.Model<String>.self, from: JSONEncoder().encode(model))
    #expect(decoded.core == model.core)
  }
}
