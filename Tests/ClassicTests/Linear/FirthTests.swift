import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Stats
import Testing

/// Reference values by mpmath in 40 digits, from the penalised likelihood alone.
@Suite("Firth's penalised likelihood")
struct FirthTests {
  private static func reference(_ name: String) throws -> LogisticFixture.Firth {
    let all: [String: LogisticFixture.Firth] = try LogisticFixture.inference("firth")
    return try #require(all[name])
  }

  @Test("has the reference's estimates and standard errors", arguments: ["overlapping", "separated", "quasi"])
  func estimates(name: String) throws {
    let reference = try Self.reference(name)
    let model = try LogisticRegression.firth().fit(Matrix(rows: reference.x), labels: reference.y)
    #expect(model.report.hasConverged && model.report.warnings.isEmpty, "\(model.report)")
    for (index, row) in try model.core.inference().rows.enumerated() {
      #expect(abs(row.estimate - reference.estimates[index]) <= 1e-8, "\(row)")
      #expect(abs((row.standardError ?? .nan) / reference.standardErrors[index] - 1) <= 1e-8)
    }
    #expect(model.aic == nil && model.reducesBias)
  }

  @Test("has the reference's profile intervals and penalised likelihood-ratio tests", arguments: [
    "overlapping", "separated", "quasi",
  ])
  func profile(name: String) throws {
    let reference = try Self.reference(name)
    let inference = try LogisticRegression.firth().profileInference(Matrix(rows: reference.x), labels: reference.y)
    for (index, row) in inference.rows.enumerated() {
      #expect(abs((row.interval?.lower ?? .nan) - reference.intervals[index][0]) <= 1e-6, "\(row)")
      #expect(abs((row.interval?.upper ?? .nan) - reference.intervals[index][1]) <= 1e-6, "\(row)")
      #expect(abs((row.pValue ?? .nan) - reference.pValues[index]) <= 1e-8)
    }
  }

  /// Firth 1993, section 3.2: for a saturated model it is a half added to every cell.
  @Test("of a table of two by two is the log-odds ratio with a half added to every cell", arguments: [
    (3, 7, 6, 4), (5, 0, 2, 8), (0, 4, 9, 0),
  ])
  func table(a: Int, b: Int, c: Int, d: Int) throws {
    // Rows of exposure 0: a of label 0, b of label 1; of exposure 1: c and d.
    let cells = [(0.0, 0, a), (0, 1, b), (1, 0, c), (1, 1, d)]
    let x = try Matrix(rows: cells.flatMap { Array(repeating: [$0.0], count: $0.2) })
    let labels = cells.flatMap { Array(repeating: $0.1, count: $0.2) }
    let model = try LogisticRegression.firth().fit(x, labels: labels)
    let half = { (count: Int) in Double(count) + 0.5 }
    #expect(abs(model.intercepts[0] - log(half(b) / half(a))) <= 1e-8)
    #expect(abs(model.coefficients[0, 0] - log(half(d) * half(a) / (half(c) * half(b)))) <= 1e-8)
    // The same from one row a cell with the cell's count as its weight.
    let weighted = try LogisticRegression.firth().fit(
      [[0], [0], [1], [1]], labels: [0, 1, 0, 1], weights: [a, b, c, d].map(Double.init))
    #expect(abs(weighted.coefficients[0, 0] - model.coefficients[0, 0]) <= 1e-8)
  }

  @Test("gives dependent and constant columns the coefficient zero, and says so")
  func dependence() throws {
    let reference = try Self.reference("overlapping")
    let x = try Matrix(rows: reference.x.map { $0 + [2 * $0[0] - $0[1], 7] })
    let model = try LogisticRegression.firth().fit(x, labels: reference.y)
    #expect(model.coefficients[0, 3] == 0 && model.coefficients[0, 4] == 0)
    #expect(model.report.warnings.map(\.kind) == [.constantColumns, .rankDeficient])
    #expect(model.report.warnings.map(\.columns) == [[4], [3]])
    for (found, expected) in zip(model.coefficients.row(0), reference.estimates.dropFirst()) {
      #expect(abs(found - expected) <= 1e-8)
    }
    #expect(throws: LearningError.self) { try model.core.inference() }
  }

  @Test("is refused with another penalty, with solvers without the information, and for a softmax")
  func refusals() throws {
    let (x, y): (Matrix, [Int]) = ([[0], [1], [2], [3]], [0, 1, 0, 1])
    #expect(throws: LearningError.self) { try LogisticRegression(reducesBias: true).fit(x, labels: y) }
    #expect(throws: LearningError.self) {
      try LogisticRegression(penalty: .none, solver: .lbfgs, reducesBias: true).fit(x, labels: y)
    }
    #expect(throws: LearningError.self) { try LogisticRegression.firth().fit(x, labels: [0, 1, 2, 0]) }
    var rest = LogisticRegression.firth()
    rest.multiclass = .oneVsRest
    #expect(try rest.fit(x, labels: [0, 1, 2, 0]).report.hasConverged)
    let model = try LogisticRegression.firth().fit(x, labels: y)
    #expect(throws: LearningError.self) { try model.core.likelihoodRatioTest() }
    #expect(try model.summary().contains("with Firth's penalty"))
  }

  @Test("takes from the estimates about what their bias is")
  func bias() throws {
    // Twenty rows of a known model, many times over: the mean of the estimates against the truth.
    var generator = SeededGenerator(seed: 6)
    let truth = (intercept: 0.3, slope: 1.0)
    var (sumFirth, sumPlain, fits) = (0.0, 0.0, 0.0)
    for _ in 0..<150 {
      let x = Matrix.standardNormal(rowCount: 24, columnCount: 1, using: &generator)
      let labels = x.elements.map { element -> Int in
        let p = 1 / (1 + exp(-(truth.intercept + truth.slope * element)))
        return generator.nextUniform() < p ? 1 : 0
      }
      guard Set(labels).count == 2 else { continue }
      let plain = try LogisticRegression(penalty: .none).fit(x, labels: labels)
      guard plain.report.hasConverged else { continue }
      sumFirth += try LogisticRegression.firth().fit(x, labels: labels).coefficients[0, 0] - truth.slope
      sumPlain += plain.coefficients[0, 0] - truth.slope
      fits += 1
    }
    #expect(sumPlain / fits > 0.1)
    #expect(abs(sumFirth / fits) < 0.5 * sumPlain / fits)
  }
}
