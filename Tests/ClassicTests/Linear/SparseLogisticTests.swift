import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("L1 and elastic-net logistic regression")
struct SparseLogisticTests {
  struct Optimum: Decodable {
    let l1, l2, intercept, objective: Double
    let hasIntercept: Bool
    let coefficients: [Double]
  }

  struct Fixture: Decodable {
    struct Wide: Decodable {
      let x: [[Double]]
      let y: [Int]
      let weights: [Double]
      let plain, weighted: [Optimum]
    }

    let cancer, heart: [Optimum]
    let wide: Wide
  }

  /// Reference optima to the last digits, by Tests/Fixtures/classic/make_coordinate.py.
  private static func fixture() throws -> Fixture {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/classic/coordinate.json").standardized
    return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
  }

  private static func cancer() throws -> (x: Matrix, y: [Int]) {
    let data = try Datasets.breastCancer()
    return (try LogisticFixture.standardized(data.features), data.labels)
  }

  private func expect(
    _ optima: [Optimum], _ x: Matrix, _ y: [Int], weights: [Double]? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for optimum in optima {
      let model = try LogisticRegression(
        penalty: .elasticNet(l1: optimum.l1, l2: optimum.l2), solver: .coordinateDescent,
        fitsIntercept: optimum.hasIntercept, tolerance: 1e-12
      ).fit(x, labels: y, weights: weights)
      #expect(model.report.hasConverged, "\(model.report)", sourceLocation: sourceLocation)
      let found = Array(model.coefficients.row(0)) + model.intercepts
      for (a, b) in zip(found, optimum.coefficients + [optimum.intercept]) {
        #expect(abs(a - b) <= 1e-8, "l1 \(optimum.l1): \(a), expected \(b)", sourceLocation: sourceLocation)
        #expect((a == 0) == (b == 0), "l1 \(optimum.l1): \(a), expected \(b)", sourceLocation: sourceLocation)
      }
      let penalty = found.dropLast().reduce(0) { $0 + optimum.l1 * abs($1) + optimum.l2 / 2 * $1 * $1 }
      #expect(abs(penalty - model.logLikelihood - optimum.objective) <= 1e-10 * optimum.objective)
    }
  }

  @Test("reaches the optima of breast cancer and heart disease, with their supports")
  func realData() throws {
    let fixture = try Self.fixture()
    let (x, y) = try Self.cancer()
    try expect(fixture.cancer, x, y)
    let heart = try Datasets.saHeart()
    let names = ["sbp", "tobacco", "ldl", "famhist", "obesity", "alcohol", "age"]
    let features = heart.features.selectingColumns(names.compactMap { heart.featureNames.firstIndex(of: $0) })
    try expect(fixture.heart, try LogisticFixture.standardized(features), heart.labels)
  }

  @Test("reaches those of more columns than rows, with weights, too")
  func wide() throws {
    let wide = try Self.fixture().wide
    let x = try Matrix(rows: wide.x)
    try expect(wide.plain, x, wide.y)
    try expect(wide.weighted, x, wide.y, weights: wide.weights)
  }

  /// The largest violation of the conditions of the optimum, of an average observation, with features that are
  /// standardised.
  private func residual(_ model: LogisticRegression.Model<Int>, _ x: Matrix, _ y: [Int], l1: Double) throws -> Double {
    let p = try model.probabilities(for: x).column(1)
    let slopes = x.transposeMultiplied(by: zip(p, y).map { $0 - Double($1) })
    return zip(slopes, model.coefficients.row(0)).reduce(0) { most, pair in
      let (slope, b) = pair
      return max(most, b == 0 ? abs(slope) - l1 : abs(slope + (b > 0 ? l1 : -l1)))
    } / Double(y.count)
  }

  @Test("leaves a KKT residual below 1e-9 by default, over all columns")
  func conditions() throws {
    let (x, y) = try Self.cancer()
    for l1 in [5.0, 0.5, 0.05] {
      let model = try LogisticRegression(penalty: .l1(l1)).fit(x, labels: y)
      #expect(model.report.method == "logistic loss, coordinate descent")
      #expect(model.report.termination == .converged && model.report.warnings.isEmpty, "\(model.report)")
      #expect(try residual(model, x, y, l1: l1) <= 1.01e-9)
    }
  }

  @Test("certifies a gap that bounds the true one", arguments: [0.3, 1e-2, 1e-4])
  func gap(tolerance: Double) throws {
    let (x, y) = try Self.cancer()
    for penalty in [CoefficientPenalty.l1(1), .elasticNet(l1: 0.5, l2: 0.5)] {
      func objective(_ tolerance: Double) throws -> (value: Double, certificate: Certificate) {
        let model = try LogisticRegression(penalty: penalty, tolerance: tolerance).fit(x, labels: y)
        return (model.report.objectiveTrace.last ?? .nan, try #require(model.report.certificate))
      }
      let (rough, best) = (try objective(tolerance), try objective(1e-12))
      #expect(rough.certificate.value >= 0 && rough.certificate.value <= tolerance)
      #expect(rough.value - best.value <= rough.certificate.value * rough.value + 1e-12)
    }
  }

  @Test("takes the penalty in the features' own units, whatever they are")
  func units() throws {
    let data = try Datasets.wine()
    let labels = data.labels.map { $0 == 0 ? 1 : 0 }
    let slow = try LogisticRegression(penalty: .l1(1), solver: .proximalGradient, tolerance: 1e-8)
      .fit(data.features, labels: labels)
    let fast = try LogisticRegression(penalty: .l1(1)).fit(data.features, labels: labels)
    #expect(slow.report.hasConverged && fast.report.hasConverged)
    for (a, b) in zip(slow.coefficients.elements, fast.coefficients.elements) {
      #expect(abs(a - b) <= 1e-5 * max(1, abs(a)) && (a == 0) == (b == 0))
    }
  }

  @Test("refuses more than two classes by this solver, and takes them by the other")
  func classes() throws {
    let iris = try Datasets.iris()
    let many = LogisticRegression(penalty: .l1(1), solver: .coordinateDescent)
    #expect(throws: LearningError.self) { try many.fit(iris.features, labels: iris.labels) }
    let automatic = try LogisticRegression(penalty: .l1(5)).fit(iris.features, labels: iris.labels)
    #expect(automatic.report.method.contains("FISTA"))
  }
}

@Suite("The regularisation path of logistic regression")
struct LogisticPathTests {
  private let strengths = PathStrengths.automatic(count: 12)

  private func cancer() throws -> (x: Matrix, y: [String]) {
    let data = try Datasets.breastCancer()
    return (try LogisticFixture.standardized(data.features), data.namedLabels)
  }

  @Test("goes from nothing to the fits that each strength has by itself", arguments: [1.0, 0.5])
  func coldFits(mixing: Double) throws {
    let (x, y) = try cancer()
    let path = try LogisticRegression(tolerance: 1e-11).path(x, labels: y, strengths: strengths, mixing: mixing)
    #expect(path.strengths.count == 12 && path.coefficients.rowCount == 12 && path.intercepts.rowCount == 12)
    #expect(abs(path.strengths[11] / path.strengths[0] - 1e-4) <= 1e-16)
    #expect(path.nonzeroCounts[0] == 0 && path.nonzeroCounts[1] > 0)
    #expect(abs(path.devianceExplained[0]) <= 1e-12)
    #expect(zip(path.deviances, path.deviances.dropFirst()).allSatisfy { $0 >= $1 })
    for (index, strength) in path.strengths.enumerated() {
      #expect(path.reports[index].hasConverged, "\(path.reports[index])")
      let penalty = CoefficientPenalty.elasticNet(l1: strength * mixing, l2: strength * (1 - mixing))
      let cold = try LogisticRegression(penalty: penalty, tolerance: 1e-11).fit(x, labels: y)
      for (a, b) in zip(path.coefficients.row(index), cold.coefficients.row(0)) {
        #expect(abs(a - b) <= 1e-6 * max(1, abs(b)) && (a == 0) == (b == 0), "\(strength): \(a), cold \(b)")
      }
      #expect(Array(path.coefficients.row(index)) == path.models[index].coefficients.elements)
    }
    #expect(try path.models[8].predict(x).count == y.count)
  }

  @Test("keeps every column that is active without screening", arguments: [30.0, 3])
  func screening(ratio: Double) throws {
    // Two hundred columns: more than a first working set.
    var generator = SeededGenerator(seed: 5)
    let x = Matrix.standardNormal(rowCount: 30, columnCount: 200, using: &generator)
    let y = (0..<30).map { x[$0, 3] + x[$0, 150] - x[$0, 77] > 0 }.map { $0 ? 1 : 0 }
    let strongest = try LogisticRegression().path(x, labels: y, strengths: .automatic(count: 1)).strengths[0]
    // From the strongest in one step, which makes the strong rule discard almost nothing or almost all.
    let path = try LogisticRegression(tolerance: 1e-11).path(
      x, labels: y, strengths: .given([strongest, strongest / ratio]))
    let all = try LogisticRegression(penalty: .l1(strongest / ratio), solver: .proximalGradient, tolerance: 1e-10)
      .fit(x, labels: y)
    #expect(all.report.hasConverged, "\(all.report)")
    #expect(path.nonzeroCounts[0] == 0)
    for (a, b) in zip(path.coefficients.row(1), all.coefficients.row(0)) {
      #expect(abs(a - b) <= 1e-5 && (a == 0) == (b == 0))
    }
  }

  @Test("has no more than the strongest column just below the first strength")
  func firstStrength() throws {
    let (x, y) = try cancer()
    let first = try LogisticRegression().path(x, labels: y, strengths: .automatic(count: 1)).strengths[0]
    let near = try LogisticRegression().path(x, labels: y, strengths: .given([first * 0.999, first]))
    #expect(near.strengths == [first, first * 0.999])
    #expect(near.nonzeroCounts == [0, 1])
  }

  @Test("follows ridge penalties and more classes by warm starts")
  func others() throws {
    let (x, y) = try cancer()
    // In alphabetical order malignant is last; in the reference it is first.
    let labels = y.map { $0 == "malignant" ? 0 : 1 }
    let ridge = try LogisticRegression().path(x, labels: labels, strengths: .given([100, 1]), mixing: 0)
    let reference: LogisticFixture.Binary = try LogisticFixture.value("cancer l2=1.0")
    for (a, b) in zip(ridge.coefficients.row(1), reference.coefficients) { #expect(abs(a - b) <= 1e-6) }
    #expect(ridge.models[1].penalty == .l2(1))

    let iris = try Datasets.iris()
    let path = try LogisticRegression(tolerance: 1e-8).path(
      iris.features, labels: iris.namedLabels, strengths: .automatic(count: 3, ratio: 0.1))
    #expect(path.coefficients.columnCount == 12 && path.intercepts.columnCount == 3)
    #expect(path.nonzeroCounts[0] == 0 && path.nonzeroCounts[1] > 0)
    let cold = try LogisticRegression(penalty: .l1(path.strengths[2]), tolerance: 1e-8)
      .fit(iris.features, labels: iris.namedLabels)
    for (a, b) in zip(path.coefficients.row(2), cold.coefficients.elements) { #expect(abs(a - b) <= 1e-4) }
  }

  @Test("refuses what means nothing")
  func refusals() throws {
    let (x, y): (Matrix, [Int]) = ([[0], [1], [2], [3]], [0, 1, 0, 1])
    let regression = LogisticRegression()
    #expect(throws: LearningError.self) { try regression.path(x, labels: y, mixing: 1.5) }
    #expect(throws: LearningError.self) { try regression.path(x, labels: y, strengths: .given([])) }
    #expect(throws: LearningError.self) { try regression.path(x, labels: y, strengths: .given([-1])) }
    #expect(throws: LearningError.self) { try regression.path(x, labels: y, strengths: .automatic(count: 0)) }
    #expect(throws: LearningError.self) { try regression.path(x, labels: y, strengths: .automatic(ratio: 1)) }
    #expect(throws: LearningError.oneClassOnly(label: "1")) { try regression.path(x, labels: [1, 1, 1, 1]) }
    // No relation at all.
    #expect(throws: LearningError.self) { try regression.path([[0], [1], [0], [1]], labels: [0, 0, 1, 1]) }
  }
}
