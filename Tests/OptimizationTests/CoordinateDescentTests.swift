import Foundation
import Learning
import LinearAlgebra
import Optimization
import Testing

@Suite("Coordinate descent")
struct CoordinateDescentTests {
  private let exact = CoordinateDescent(tolerance: 1e-13)

  @Test("gives the thresholded coefficients of an orthonormal design")
  func orthonormal() throws {
    let hadamard: Matrix = [
      [0.5, 0.5, 0.5, 0.5], [0.5, -0.5, 0.5, -0.5], [0.5, 0.5, -0.5, -0.5], [0.5, -0.5, -0.5, 0.5],
    ]
    // The products of the targets with the columns are 5, 0, 2 and -1/2.
    let targets = [3.25, 3.75, 1.75, 1.25]
    let lasso = try exact.minimize(hadamard, targets: targets, l1: 1, hasIntercept: false)
    #expect(lasso.report.termination == .converged)
    for (x, y) in zip(lasso.point, [4.0, 0, 1, 0]) { #expect(abs(x - y) <= 1e-12) }
    #expect(lasso.point[1] == 0 && lasso.point[3] == 0)
    let net = try exact.minimize(hadamard, targets: targets, l1: 1, l2: 0.5, hasIntercept: false)
    for (x, y) in zip(net.point, [4 / 1.5, 0, 1 / 1.5, 0]) { #expect(abs(x - y) <= 1e-12) }
  }

  @Test("finds what scikit-learn's Lasso and ElasticNet find, with an intercept that is not penalised")
  func scikitLearn() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/optimization/elastic_net.json").standardized
    let fixture = try JSONDecoder().decode(ProximalGradientTests.Fixture.self, from: Data(contentsOf: file))
    let x = try Matrix(rows: fixture.x)
    for expected in fixture.cases {
      let minimum = try exact.minimize(x, targets: fixture.y, l1: expected.l1, l2: expected.l2)
      #expect(minimum.report.hasConverged, "\(minimum.report)")
      for (a, b) in zip(minimum.point, expected.coefficients + [expected.intercept]) {
        #expect(abs(a - b) <= 1e-8, "\(expected.name)")
        #expect((a == 0) == (b == 0), "\(expected.name)")
      }
    }
  }

  @Test("is least squares without a penalty, and ridge regression with l2 alone")
  func smooth() throws {
    var generator = SeededGenerator(seed: 3)
    let function = LeastSquares(rowCount: 30, dimension: 5, using: &generator)
    for l2 in [0.0, 7] {
      let minimum = try exact.minimize(function.a, targets: function.b, l1: 0, l2: l2, hasIntercept: false)
      #expect(minimum.report.hasConverged, "\(minimum.report)")
      for (x, y) in zip(minimum.point, try function.solution(l2: l2)) { #expect(abs(x - y) <= 1e-10) }
    }
  }

  /// More columns than rows, and more than a first working set holds; correlated.
  private static func wide() -> (x: Matrix, y: [Double]) {
    var generator = SeededGenerator(seed: 8)
    let (n, d) = (40, 300)
    let noise = Matrix.standardNormal(rowCount: n, columnCount: d + 2, using: &generator)
    var correlated = Matrix.zeros(n, d)
    for i in 0..<n {
      for j in 0..<d { correlated[i, j] = noise[i, j] + noise[i, d] * (j.isMultiple(of: 3) ? 2 : 0.5) + Double(j % 7) }
    }
    return (correlated, (0..<n).map { 3 * correlated[$0, 5] - 2 * correlated[$0, 123] + noise[$0, d + 1] + 10 })
  }

  /// The objective over coefficients and an intercept that is the best for them.
  private static func objective(_ x: Matrix, _ y: [Double], _ point: [Double], l1: Double, l2: Double) -> Double {
    let scores = x.multiplied(by: Array(point.dropLast()))
    let penalty = point.dropLast().reduce(0) { $0 + l1 * abs($1) + l2 / 2 * $1 * $1 }
    return zip(scores, y).reduce(penalty) { $0 + 0.5 * pow($1.0 + (point.last ?? 0) - $1.1, 2) }
  }

  @Test("meets the conditions of the optimum on all columns", arguments: [(40.0, 0.0), (2.0, 0.0), (5.0, 3.0)])
  func conditions(l1: Double, l2: Double) throws {
    let (x, y) = Self.wide()
    let minimum = try exact.minimize(x, targets: y, l1: l1, l2: l2)
    #expect(minimum.report.hasConverged, "\(minimum.report)")
    let coefficients = Array(minimum.point.dropLast())
    let residuals = zip(x.multiplied(by: coefficients), y).map { $0 + minimum.point[300] - $1 }
    #expect(abs(residuals.reduce(0, +)) <= 1e-9)
    for (j, slope) in x.transposeMultiplied(by: residuals).enumerated() {
      let b = coefficients[j]
      if b == 0 {
        #expect(abs(slope) <= l1 + 1e-9)
      } else {
        #expect(abs(slope + l2 * b + (b > 0 ? l1 : -l1)) <= 1e-9)
      }
    }
    #expect(coefficients.contains(0) && coefficients.contains { $0 != 0 })
    #expect(abs(minimum.value - Self.objective(x, y, minimum.point, l1: l1, l2: l2)) <= 1e-9 * minimum.value)
  }

  @Test("certifies a gap that is not negative and not below the true one", arguments: [0.5, 1e-1, 1e-2, 1e-4])
  func gap(tolerance: Double) throws {
    let (x, y) = Self.wide()
    for (l1, l2) in [(2.0, 0.0), (5.0, 3.0)] {
      let best = try exact.minimize(x, targets: y, l1: l1, l2: l2)
      let rough = try CoordinateDescent(tolerance: tolerance).minimize(x, targets: y, l1: l1, l2: l2)
      let certificate = try #require(rough.report.certificate)
      #expect(certificate.value >= 0 && certificate.value <= tolerance)
      #expect((rough.value - best.value) / rough.value <= certificate.value + 1e-13)
    }
  }

  @Test("goes on from where it starts")
  func warmStart() throws {
    let (x, y) = Self.wide()
    let cold = try exact.minimize(x, targets: y, l1: 2)
    let warm = try exact.minimize(x, targets: y, l1: 2, start: Array(cold.point.dropLast()))
    #expect(warm.report.iterations == 1)
    for (a, b) in zip(warm.point, cold.point) { #expect(abs(a - b) <= 1e-9) }
  }

  @Test("counts a row of weight three as three rows, and one of weight zero as none")
  func weights() throws {
    let (x, y) = Self.wide()
    let weighted = try exact.minimize(
      x, targets: y, weights: (0..<40).map { Double($0 % 4) }, l1: 4)
    let rows = (0..<40).flatMap { [Int](repeating: $0, count: $0 % 4) }
    let repeated = try exact.minimize(x.selectingRows(rows), targets: rows.map { y[$0] }, l1: 4)
    #expect(weighted.report.hasConverged && repeated.report.hasConverged)
    for (a, b) in zip(weighted.point, repeated.point) { #expect(abs(a - b) <= 1e-9) }
  }

  @Test("does no harm with columns that are constant or there twice")
  func degenerate() throws {
    let (x, y) = Self.wide()
    let few = x.selectingColumns([5, 123, 7, 8])
    let plain = try exact.minimize(few, targets: y, l1: 3)
    var extended = Matrix.zeros(40, 6)
    for i in 0..<40 {
      for j in 0..<4 { extended[i, j] = few[i, j] }
      extended[i, 4] = few[i, 0]
      extended[i, 5] = 3
    }
    let minimum = try exact.minimize(extended, targets: y, l1: 3)
    #expect(minimum.report.hasConverged, "\(minimum.report)")
    #expect(minimum.point[5] == 0)
    #expect(abs(minimum.value - plain.value) <= 1e-10 * plain.value)
    #expect(abs(minimum.point[0] + minimum.point[4] - plain.point[0]) <= 1e-8)
  }

  @Test("leaves nothing above the smallest penalty that leaves nothing")
  func everythingIsZero() throws {
    let (x, y) = Self.wide()
    let mean = y.reduce(0, +) / 40
    let largest = x.transposeMultiplied(by: y.map { $0 - mean }).map { abs($0) }.max() ?? 0
    let none = try exact.minimize(x, targets: y, l1: largest * 1.0001)
    #expect(none.point.dropLast().allSatisfy { $0 == 0 })
    #expect(abs(none.point[300] - mean) <= 1e-12)
    let one = try exact.minimize(x, targets: y, l1: largest * 0.9999)
    #expect(one.point.dropLast().count { $0 != 0 } == 1)
  }

  @Test("is exact on ill-conditioned columns, where sweeps alone would take for ever")
  func illConditioned() throws {
    // Polynomials: the condition number of the standardised columns is 1e10.
    let x = Matrix(rowCount: 60, columnCount: 9) { elements in
      for i in 0..<60 { for j in 0..<9 { elements[i * 9 + j] = pow(Double(i + 20) / 80, Double(j + 1)) } }
    }
    let y = (0..<60).map { sin(Double($0) / 6) }
    let minimum = try CoordinateDescent(tolerance: 1e-11).minimize(x, targets: y, l1: 1e-3)
    #expect(minimum.report.hasConverged, "\(minimum.report)")
  }

  @Test("stops where no digit is left to gain")
  func stalled() throws {
    let (x, y) = Self.wide()
    let minimum = try CoordinateDescent(tolerance: 0).minimize(x, targets: y, l1: 2)
    #expect(try #require(minimum.report.certificate).value <= 1e-13)
    #expect(minimum.report.iterations < 30)
  }

  @Test("gives the same bits on one thread and on two")
  func threads() throws {
    let (x, y) = Self.wide()
    let one = try ThreadBudget.reproducible.limited(to: 1).run { () throws(LearningError) in
      try exact.minimize(x, targets: y, l1: 2)
    }
    #expect(try exact.minimize(x, targets: y, l1: 2) == one)
  }

  @Test("refuses what means nothing")
  func refusals() {
    let (x, y): (Matrix, [Double]) = ([[1], [2], [4]], [1, 2, 3])
    #expect(refusedOption { try exact.minimize(x, targets: y, l1: -1) } == "l1")
    #expect(refusedOption { try exact.minimize(x, targets: y, l1: 1, l2: .nan) } == "l2")
    #expect(refusedOption { try exact.minimize(x, targets: y, l1: 1, start: [1, 2]) } == "start")
    #expect(refusedOption { try CoordinateDescent(tolerance: -1).minimize(x, targets: y, l1: 1) } != nil)
    #expect(refusedOption { try CoordinateDescent(iterationLimit: 0).minimize(x, targets: y, l1: 1) } != nil)
    #expect(throws: LearningError.valueNotFinite(.targets, row: 1, value: .infinity)) {
      try exact.minimize(x, targets: [1, .infinity, 3], l1: 1)
    }
    #expect(throws: LearningError.notFinite(row: 2, column: 0, value: .infinity)) {
      try exact.minimize([[1], [2], [.infinity]], targets: y, l1: 1)
    }
    #expect(throws: LearningError.countMismatch(.targets, count: 2, rowCount: 3)) {
      try exact.minimize(x, targets: [1, 2], l1: 1)
    }
    #expect(throws: LearningError.countMismatch(.weights, count: 1, rowCount: 3)) {
      try exact.minimize(x, targets: y, weights: [1], l1: 1)
    }
  }

  @Test("is stopped by the monitor")
  func cancelled() {
    let (x, y) = Self.wide()
    #expect(throws: LearningError.cancelled) {
      try withMonitor(Monitor(shouldContinue: { $0.iteration < 1 })) { () throws(LearningError) in
        try exact.minimize(x, targets: y, l1: 2)
      }
    }
  }
}
