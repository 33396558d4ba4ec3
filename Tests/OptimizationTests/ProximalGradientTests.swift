import Foundation
import Learning
import LinearAlgebra
import Optimization
import Testing

@Suite("The proximal gradient method")
struct ProximalGradientTests {
  @Test("thresholds softly")
  func softThreshold() {
    let threshold = SoftThreshold(1.5)
    #expect([-4, -1.5, -1, 0, 1, 1.5, 2].map { threshold($0) } == [-2.5, 0, 0, 0, 0, 0, 0.5])
    #expect(threshold(-.infinity) == -.infinity)
    #expect(threshold(.nan).isNaN)
    #expect(SoftThreshold(0)(-3) == -3)
  }

  /// Half of a Hadamard matrix: its columns are orthonormal.
  let hadamard: Matrix = [
    [0.5, 0.5, 0.5, 0.5], [0.5, -0.5, 0.5, -0.5], [0.5, 0.5, -0.5, -0.5], [0.5, -0.5, -0.5, 0.5],
  ]

  @Test("gives the thresholded coefficients of an orthonormal design")
  func orthonormal() throws {
    // b is chosen for its products with the columns.
    let function = LeastSquares(hadamard, [3.25, 3.75, 1.75, 1.25])
    let products = function.a.transposeMultiplied(by: function.b)
    #expect(products == [5, 0, 2, -0.5])

    let method = ProximalGradient(stopping: StoppingRule(gradientTolerance: 1e-12))
    let lasso = try method.minimize(function, penalty: ElasticNetPenalty(l1: 1), from: [9, 9, 9, 9])
    #expect(lasso.report.termination == .converged)
    for (x, y) in zip(lasso.point, [4.0, 0, 1, 0]) { #expect(abs(x - y) <= 1e-9) }
    #expect(lasso.point[1] == 0 && lasso.point[3] == 0)

    // Each coefficient is S(product, c l1) / (1 + c l2).
    let penalty = ElasticNetPenalty(l1: 1, l2: 0.5, factors: [0, 1, 0.4, 1])
    let net = try method.minimize(function, penalty: penalty, from: [0, 0, 0, 0])
    for (x, y) in zip(net.point, [5, 0, 1.6 / 1.2, 0]) { #expect(abs(x - y) <= 1e-9) }
  }

  struct Fixture: Decodable {
    struct Case: Decodable {
      let name: String
      let l1, l2, intercept: Double
      let coefficients: [Double]
    }

    let x: [[Double]]
    let y: [Double]
    let cases: [Case]
  }

  @Test("finds what scikit-learn's Lasso and ElasticNet find, with an intercept that is not penalised")
  func scikitLearn() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/optimization/elastic_net.json").standardized
    let fixture = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
    let function = LeastSquares(try Matrix(rows: fixture.x.map { [1] + $0 }), fixture.y)
    for expected in fixture.cases {
      let penalty = ElasticNetPenalty(l1: expected.l1, l2: expected.l2, factors: [0, 1, 1, 1, 1, 1, 1])
      let minimum = try ProximalGradient(stopping: StoppingRule(gradientTolerance: 1e-12, iterationLimit: 10_000))
        .minimize(function, penalty: penalty, from: .init(repeating: 0, count: 7))
      #expect(minimum.report.termination == .converged)
      for (x, y) in zip(minimum.point, [expected.intercept] + expected.coefficients) {
        #expect(abs(x - y) <= 1e-8, "\(expected.name)")
        #expect((x == 0) == (y == 0), "\(expected.name)")
      }
    }
  }

  @Test("is ridge regression without the l1 part, and least squares without both")
  func smooth() throws {
    var generator = SeededGenerator(seed: 3)
    let function = LeastSquares(rowCount: 30, dimension: 5, using: &generator)
    for l2 in [0.0, 7] {
      let minimum = try ProximalGradient().minimize(
        function, penalty: ElasticNetPenalty(l2: l2), from: .init(repeating: 0, count: 5))
      for (x, y) in zip(minimum.point, try function.solution(l2: l2)) { #expect(abs(x - y) <= 1e-8) }
    }
  }

  @Test("leaves nothing above the smallest penalty that leaves nothing")
  func everythingIsZero() throws {
    var generator = SeededGenerator(seed: 4)
    let function = LeastSquares(rowCount: 30, dimension: 5, using: &generator)
    let largest = function.a.transposeMultiplied(by: function.b).map { abs($0) }.max() ?? 0
    func point(_ l1: Double) throws -> [Double] {
      try ProximalGradient().minimize(
        function, penalty: ElasticNetPenalty(l1: l1), from: .init(repeating: 1, count: 5)
      ).point
    }
    #expect(try point(largest * 1.001) == [0, 0, 0, 0, 0])
    #expect(try point(largest * 0.999).count { $0 != 0 } == 1)
  }

  @Test("certifies the optimum by the largest violation of its conditions")
  func certificate() throws {
    // x²/2 elementwise around b: the gradient is x - b.
    let penalty = ElasticNetPenalty(l1: 2, l2: 0.5, factors: [1, 1, 0, 2])
    #expect(penalty.optimalityResidual(at: [1, 0, 3, 0], gradient: [-2.5, 2, 0, -4]) == 0)
    #expect(penalty.optimalityResidual(at: [1, 0, 3, 0], gradient: [-2.25, 2, 0, -4]) == 0.25)
    #expect(penalty.optimalityResidual(at: [1, 0, 3, 0], gradient: [-2.5, -3, 0, 0]) == 1)
    #expect(penalty.optimalityResidual(at: [1, 0, 3, 0], gradient: [-2.5, 0, 0, 7]) == 3)
    #expect(penalty.optimalityResidual(at: [1, 0, 3, 0], gradient: [-2.5, 0, -0.5, 0]) == 0.5)
    #expect(penalty.optimalityResidual(at: [0, 0, 0, 0], gradient: [.nan, 0, 0, 0]).isNaN)

    let function = LeastSquares(hadamard, [3.25, 3.75, 1.75, 1.25])
    let minimum = try ProximalGradient().minimize(function, penalty: penalty, from: [0, 0, 0, 0])
    let residual = penalty.optimalityResidual(at: minimum.point, gradient: function.gradient(at: minimum.point))
    #expect(minimum.report.certificate == Certificate(.optimalityResidual, value: residual / 4, tolerance: 1e-9))
    #expect(minimum.value == function.value(at: minimum.point) + penalty.value(at: minimum.point))
  }

  @Test("adds the penalty up")
  func penaltyValue() {
    let penalty = ElasticNetPenalty(l1: 3, l2: 4, factors: [0, 1, 0.5])
    // 3 · 2 + 2 · 4, and half of 3 · 1 + 2 · 1.
    #expect(penalty.value(at: [7, -2, 1]) == 16.5)
    #expect(ElasticNetPenalty(l1: 1).value(at: [1, -2]) == 3)
  }

  @Test("uses strong convexity that it does not know")
  func acceleration() throws {
    // Without acceleration the gap shrinks by (1 - 1/κ) an iteration: 200 000 iterations for nine digits.
    let function = Quadratic(dimension: 12, condition: 1e4)
    let minimum = try ProximalGradient().minimize(
      function, penalty: ElasticNetPenalty(), from: .init(repeating: 0, count: 12))
    #expect(minimum.report.termination == .converged)
    #expect(minimum.report.iterations <= 3000)
    for (x, y) in zip(minimum.point, try Cholesky(of: function.a).solve(function.b)) { #expect(abs(x - y) <= 1e-7) }
  }

  @Test("does not ask in which units the function is", arguments: [1e-8, 1e8])
  func units(scale: Double) throws {
    let function = Quadratic(dimension: 8, condition: 25)
    func minimum(_ function: some DifferentiableFunction, l1: Double) throws -> Minimum {
      try ProximalGradient().minimize(
        function, penalty: ElasticNetPenalty(l1: l1), from: .init(repeating: 1, count: 8))
    }
    let expected = try minimum(function, l1: 0.4)
    let scaled = try minimum(Scaled(function, by: scale), l1: 0.4 * scale)
    #expect(expected.report.termination == .converged)
    #expect(scaled.report.termination == .converged)
    #expect(abs(scaled.report.iterations - expected.report.iterations) <= 30)
    for (x, y) in zip(scaled.point, expected.point) {
      #expect(abs(x - y) <= 1e-8)
      #expect((x == 0) == (y == 0))
    }
  }

  @Test("stays inside the domain, and takes longer steps where the curvature falls", arguments: [1e-3, 3, 1e3])
  func domain(start: Double) throws {
    // x - log x + x: minimum at 1/2, and a curvature of 1/x².
    let minimum = try ProximalGradient().minimize(
      LogarithmicBarrier(), penalty: ElasticNetPenalty(l1: 1), from: [start])
    #expect(minimum.report.termination == .converged)
    #expect(minimum.report.iterations <= 200)
    #expect(abs(minimum.point[0] - 0.5) <= 1e-8)
  }

  @Test("stops where no step moves the point")
  func stalled() throws {
    let method = ProximalGradient(stopping: StoppingRule(gradientTolerance: 0, iterationLimit: 10_000))
    let minimum = try method.minimize(
      Quadratic(dimension: 8, condition: 25), penalty: ElasticNetPenalty(l1: 0.4), from: .init(repeating: 1, count: 8))
    #expect(minimum.report.termination == .stalled)
    #expect(minimum.report.iterations < 1000)
    #expect(try #require(minimum.report.certificate).value <= 1e-13)
  }

  @Test("refuses penalties that mean nothing")
  func options() {
    func refused(_ penalty: ElasticNetPenalty) -> String? {
      refusedOption { try ProximalGradient().minimize(SoftValley(), penalty: penalty, from: [1]) }
    }
    #expect(refused(ElasticNetPenalty(l1: -1)) == "l1")
    #expect(refused(ElasticNetPenalty(l2: .nan)) == "l2")
    #expect(refused(ElasticNetPenalty(l1: 1, factors: [1, 1])) == "factors")
    #expect(refused(ElasticNetPenalty(l1: 1, factors: [-1])) == "factors")
    #expect(refused(ElasticNetPenalty(l1: 1, factors: [0])) == nil)
  }

  @Test("is stopped by the monitor")
  func cancelled() {
    let monitor = Monitor(shouldContinue: { $0.iteration < 2 })
    #expect(throws: LearningError.cancelled) {
      try withMonitor(monitor) { () throws(LearningError) in
        try ProximalGradient().minimize(Rosenbrock(dimension: 2), penalty: ElasticNetPenalty(), from: [-1.2, 1])
      }
    }
  }
}
