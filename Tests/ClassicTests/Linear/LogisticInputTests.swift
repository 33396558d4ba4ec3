import Classic
import Datasets
import Learning
import LinearAlgebra
import Optimization
import Testing

@Suite("Bad and awkward inputs of a logistic regression")
struct LogisticInputTests {
  private let plain = LogisticRegression(penalty: .none)

  @Test("One class, no rows, wrong counts and weights that are all zero are refused as such")
  func refused() {
    #expect(throws: LearningError.oneClassOnly(label: "3")) {
      try LogisticRegression().fit([[0], [1]], labels: [3, 3])
    }
    #expect(throws: LearningError.noPositiveWeight) {
      try LogisticRegression().fit([[0], [1]], labels: [0, 1], weights: [0, 0])
    }
    // Of the second class only a row that does not count.
    #expect(throws: LearningError.oneClassOnly(label: "0")) {
      try LogisticRegression().fit([[0], [1], [2]], labels: [0, 1, 0], weights: [1, 0, 1])
    }
    #expect(throws: LearningError.countMismatch(.labels, count: 1, rowCount: 2)) {
      try LogisticRegression().fit([[0], [1]], labels: [0])
    }
    #expect(throws: LearningError.notFinite(row: 1, column: 0, value: .infinity)) {
      try LogisticRegression().fit([[0], [.infinity]], labels: [0, 1])
    }
  }

  @Test("Penalties below zero, infinite or NaN are refused by name", arguments: [-1, .nan, .infinity] as [Double])
  func penalties(value: Double) {
    let penalties: [CoefficientPenalty] = [
      .l1(value), .l2(value), .elasticNet(l1: value, l2: 1), .elasticNet(l1: 1, l2: value),
    ]
    for penalty in penalties {
      #expect(throws: LearningError.self) { try LogisticRegression(penalty: penalty).fit([[0], [1]], labels: [0, 1]) }
    }
  }

  @Test("Columns that depend on others are named, and the predictions are those without them", arguments: [
    LogisticRegression.Solver.newton, .lbfgs, .newtonCG,
  ])
  func dependence(solver: LogisticRegression.Solver) throws {
    let heart = try Datasets.saHeart()
    let x = heart.features.selectingColumns([0, 1, 2, 8])
    let more = try Matrix(rows: x.rows.map { Array($0) + [$0[1], 3 * $0[0] - $0[2] + 5, 4] })
    let configuration = LogisticRegression(penalty: .none, solver: solver)
    let model = try configuration.fit(more, labels: heart.labels)
    #expect(model.report.hasConverged, "\(model.report)")
    #expect(model.report.warnings.map(\.kind) == [.constantColumns, .rankDeficient])
    #expect(model.report.warnings.map(\.columns) == [[6], [4, 5]])
    let alone = try configuration.fit(x, labels: heart.labels)
    #expect(abs(model.logLikelihood - alone.logLikelihood) <= 1e-7)
    let (a, b) = (try model.probabilities(for: more), try alone.probabilities(for: x))
    #expect(zip(a.elements, b.elements).allSatisfy { abs($0 - $1) <= 1e-6 })
    // As many parameters as the other has, so the same criterion.
    #expect(abs((model.aic ?? .nan) - (alone.aic ?? .nan)) <= 1e-6)
    #expect(throws: LearningError.self) { try model.core.inference() }
    #expect(try model.summary().contains("linear combinations"))
    // A penalty makes the optimum unique, and shares a duplicated coefficient evenly.
    let shared = try LogisticRegression(penalty: .l2(1), solver: solver).fit(more, labels: heart.labels)
    #expect(abs(shared.coefficients[0, 1] - shared.coefficients[0, 4]) <= 1e-6)
    #expect(shared.report.warnings.map(\.kind) == [.constantColumns])
  }

  @Test("Fewer rows than features: with a penalty an optimum, without one the report says why there is none")
  func wide() throws {
    var generator = SeededGenerator(seed: 12)
    let x = Matrix.standardNormal(rowCount: 6, columnCount: 15, using: &generator)
    let labels = [0, 1, 0, 1, 1, 0]
    let ridge = try LogisticRegression().fit(x, labels: labels)
    #expect(ridge.report.hasConverged)
    // The conditions of the optimum: Xᵀ(p - y) + β = 0.
    let p = try ridge.probabilities(for: x).column(1)
    let slopes = x.transposeMultiplied(by: zip(p, labels).map { $0 - Double($1) })
    #expect(zip(slopes, ridge.coefficients.elements).allSatisfy { abs($0 + $1) <= 1e-8 })
    let separated = try plain.fit(x, labels: labels).report
    #expect(separated.termination == .diverged)
    #expect(Set(separated.warnings.map(\.kind)) == [.rankDeficient, .separation])
    #expect(try LogisticRegression.firth().fit(x.selectingColumns([0, 1]), labels: labels).report.hasConverged)
  }

  @Test("A class with one member is fitted")
  func oneMember() throws {
    let iris = try Datasets.iris()
    let rows = Array(0..<50) + Array(50..<100) + [140]
    let labels = rows.map { iris.labels[$0] }
    let x = iris.features.selectingRows(rows)
    let model = try LogisticRegression().fit(x, labels: labels)
    #expect(model.report.hasConverged && model.classes == [0, 1, 2])
    let p = try model.probabilities(for: x)
    // With free intercepts the mean probability of a class is its share.
    #expect(abs(p.column(2).reduce(0, +) - 1) <= 1e-7)
  }

  @Test("Features that differ by a million in scale have the optimum of features that do not", arguments: [
    LogisticRegression.Solver.newton, .lbfgs, .newtonCG,
  ])
  func scales(solver: LogisticRegression.Solver) throws {
    let heart = try Datasets.saHeart()
    let configuration = LogisticRegression(penalty: .none, solver: solver)
    let scale = heart.features.columns.indices.map { $0 % 2 == 0 ? 1e-6 : 1e6 }
    let model = try configuration.fit(heart.features, labels: heart.labels)
    let scaled = try configuration.fit(
      heart.features.standardized(center: scale.map { _ in 0 }, scale: scale), labels: heart.labels)
    #expect(scaled.report.hasConverged)
    for (j, factor) in scale.enumerated() {
      #expect(abs(scaled.coefficients[0, j] / factor - model.coefficients[0, j]) <= 1e-7)
    }
  }

  @Test("A mean a million standard deviations from zero costs no accuracy that matters")
  func farMean() throws {
    let heart = try Datasets.saHeart()
    let x = heart.features.selectingColumns([2, 8])
    let far = try Matrix(rows: x.rows.map { [$0[0] + 1e6, $0[1]] })
    let near = try plain.fit(x, labels: heart.labels)
    let model = try plain.fit(far, labels: heart.labels)
    #expect(model.report.warnings.isEmpty && model.report.hasConverged)
    for (a, b) in zip(model.coefficients.elements, near.coefficients.elements) { #expect(abs(a - b) <= 1e-7) }
  }
}
