import Learning
import LinearAlgebra
import Optimization
import Testing

@Suite("Gradient descent")
struct GradientDescentTests {
  let function = Quadratic(dimension: 8, condition: 25)
  let start = [Double](repeating: 2, count: 8)

  /// The largest and the smallest eigenvalue of the quadratic.
  func curvatures() throws -> (largest: Double, smallest: Double) {
    let values = try function.a.symmetricEigenvalues()
    return (try #require(values.max()), try #require(values.min()))
  }

  func descend(rate: Double, rule: UpdateRule = .plain, limit: Int = 10_000) throws -> Minimum {
    try GradientDescent(
      step: .schedule(.constant(rate), rule: rule), stopping: StoppingRule(iterationLimit: limit)
    ).minimize(function, from: start)
  }

  @Test("converges with steps below 2/L, and not above")
  func border() throws {
    let largest = try curvatures().largest
    let below = try descend(rate: 1.98 / largest)
    #expect(below.report.termination == .converged)
    for (x, y) in zip(below.point, try Cholesky(of: function.a).solve(function.b)) { #expect(abs(x - y) <= 1e-8) }

    let above = try descend(rate: 2.02 / largest)
    #expect(above.report.termination == .diverged)
  }

  @Test("says that it diverged, at a point where the function is finite")
  func divergence() throws {
    for rate in [0.1, 10, 1e200] {
      let minimum = try descend(rate: rate)
      #expect(minimum.report.termination == .diverged)
      #expect(minimum.point.allSatisfy { $0.isFinite })
      #expect(minimum.value == function.value(at: minimum.point))
      #expect(minimum.report.objectiveTrace.allSatisfy { $0.isFinite })
      #expect(minimum.report.objectiveTrace.last == minimum.value)
    }
    // The start is all that is left where the first step goes out of all numbers.
    #expect(try descend(rate: 1e200).point == start)
  }

  @Test("closes the gap at the rate that theory gives for the best constant step")
  func bestConstantStep() throws {
    let (largest, smallest) = try curvatures()
    let lowest = function.value(at: try Cholesky(of: function.a).solve(function.b))
    let trace = try descend(rate: 2 / (largest + smallest), limit: 100).report.objectiveTrace
    let condition = largest / smallest
    let factor = (condition - 1) / (condition + 1)
    var bound = trace[0] - lowest
    for value in trace {
      #expect(value - lowest <= bound * (1 + 1e-9))
      bound *= factor * factor
    }
    // The bound is tight: the ends of the spectrum shrink by the factor itself.
    #expect(trace[100] - lowest >= 0.01 * bound)
  }

  @Test("is faster with momentum where the function is ill-conditioned")
  func momentum() throws {
    let (largest, smallest) = try curvatures()
    let plain = try descend(rate: 2 / (largest + smallest))
    // Polyak's best choice, and Nesterov's for strongly convex functions.
    let roots = (largest.squareRoot(), smallest.squareRoot())
    let ratio = (roots.0 - roots.1) / (roots.0 + roots.1)
    let heavyBall = try descend(
      rate: 4 / ((roots.0 + roots.1) * (roots.0 + roots.1)), rule: .momentum(ratio * ratio))
    let nesterov = try descend(rate: 1 / largest, rule: .nesterov(ratio))
    for minimum in [plain, heavyBall, nesterov] { #expect(minimum.report.termination == .converged) }
    #expect(2 * heavyBall.report.iterations < plain.report.iterations)
    #expect(2 * nesterov.report.iterations < plain.report.iterations)
  }

  @Test("finds its steps by itself", arguments: [1.0, 1e-6, 1e6])
  func lineSearch(scale: Double) throws {
    let function = Scaled(function, by: scale)
    let minimum = try GradientDescent().minimize(function, from: start)
    #expect(minimum.report.termination == .converged)
    for (x, y) in zip(minimum.point, try Cholesky(of: self.function.a).solve(self.function.b)) {
      #expect(abs(x - y) <= 1e-7)
    }
    // Steepest descent with exact steps needs ln(1e9) / (2/κ) = 260 iterations at worst.
    #expect(minimum.report.iterations <= 260)
    let trace = minimum.report.objectiveTrace
    for (before, after) in zip(trace, trace.dropFirst()) { #expect(after <= before + 1e-10 * abs(before)) }
  }

  @Test("keeps to the condition of Armijo")
  func sufficientDecrease() throws {
    let search = ArmijoLineSearch(sufficientDecrease: 0.4)
    var point = [-1.2, 1]
    let valley = Rosenbrock(dimension: 2)
    for _ in 0..<20 {
      let next = try GradientDescent(step: .armijo(search), stopping: StoppingRule(iterationLimit: 1))
        .minimize(valley, from: point)
      let gradient = valley.gradient(at: point)
      let largest = max(abs(gradient[0]), abs(gradient[1]))
      let index = abs(gradient[0]) == largest ? 0 : 1
      let step = (point[index] - next.point[index]) / gradient[index]
      let square = gradient[0] * gradient[0] + gradient[1] * gradient[1]
      #expect(step > 0)
      #expect(next.value <= valley.value(at: point) - 0.4 * step * square * (1 - 1e-12))
      point = next.point
    }
  }

  @Test("stays inside the domain")
  func domain() throws {
    let minimum = try GradientDescent().minimize(LogarithmicBarrier(), from: [1e-3])
    #expect(minimum.report.termination == .converged)
    #expect(abs(minimum.point[0] - 1) <= 1e-8)
  }

  @Test("counts what it computes")
  func evaluations() throws {
    let minimum = try descend(rate: 0.02, limit: 7)
    #expect(minimum.evaluations == 8)
    #expect(minimum.report.iterations == 7)
    #expect(minimum.report.objectiveTrace.count == 8)
    #expect(minimum.report.termination == .iterationLimit)
  }

  @Test("refuses options that mean nothing")
  func options() {
    func refused(_ search: ArmijoLineSearch) -> String? {
      refusedOption { try GradientDescent(step: .armijo(search)).minimize(SoftValley(), from: [1]) }
    }
    #expect(refused(ArmijoLineSearch(sufficientDecrease: 0)) == "sufficientDecrease")
    #expect(refused(ArmijoLineSearch(contraction: 1)) == "contraction")
    #expect(refused(ArmijoLineSearch(growth: 0.5)) == "growth")
    let stopping = StoppingRule(iterationLimit: 0)
    #expect(
      refusedOption { try GradientDescent(stopping: stopping).minimize(SoftValley(), from: [1]) } == "iterationLimit")
  }

  @Test("is stopped by the monitor", arguments: [GradientDescent.StepRule.armijo(), .schedule(.constant(1e-4))])
  func cancelled(step: GradientDescent.StepRule) {
    let monitor = Monitor(shouldContinue: { $0.iteration < 2 })
    #expect(throws: LearningError.cancelled) {
      try withMonitor(monitor) { () throws(LearningError) in
        try GradientDescent(step: step).minimize(Rosenbrock(dimension: 2), from: [-1.2, 1])
      }
    }
  }
}
