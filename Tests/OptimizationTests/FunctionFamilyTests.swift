import Learning
import LinearAlgebra
import Optimization
import Testing

@Suite("Functions that are minimised together")
struct FunctionFamilyTests {
  /// Functions of which each evaluation is counted.
  private struct Family<Function: DifferentiableFunction>: FunctionFamily {
    let functions: [Function]
    let scale: Double

    var count: Int { functions.count }
    var dimension: Int { functions[0].dimension }
    func gradientScale(of function: Int) -> Double { scale }

    func evaluate(_ indices: [Int], at points: [[Double]]) -> [(value: Double, gradient: [Double])] {
      zip(indices, points).map { index, point in
        var gradient = [Double](repeating: 0, count: dimension)
        return (functions[index].value(at: point, gradient: &gradient), gradient)
      }
    }
  }

  @Test("end at their own minima, each in its own number of steps")
  func quadratics() throws {
    let functions = [1.0, 10, 1000].map { Quadratic(dimension: 6, condition: $0) }
    let minima = try LBFGS(stopping: StoppingRule(gradientTolerance: 1e-10)).minimize(
      Family(functions: functions, scale: 1), from: functions.map { _ in [1, 2, 3, 4, 5, 6] },
      preconditioners: functions.map { _ in { $0 } })
    for (function, minimum) in zip(functions, minima) {
      let expected = try Cholesky(of: function.a).solve(function.b)
      for (x, y) in zip(minimum.point, expected) { #expect(abs(x - y) <= 1e-8) }
      #expect(minimum.report.termination == .converged)
      #expect(minimum.report.certificate?.value ?? 1 <= 1e-10)
      #expect(minimum.report.objectiveTrace.count == minimum.report.iterations + 1)
      #expect(minimum.value == minimum.report.objectiveTrace.last)
    }
    #expect(minima[0].report.iterations < minima[2].report.iterations)
  }

  @Test("take one step each where the preconditioner is the Hessian")
  func hessians() throws {
    let functions = [10.0, 1e4].map { Quadratic(dimension: 4, condition: $0) }
    let factors = try functions.map { try Cholesky(of: $0.a) }
    let minima = try LBFGS(stopping: StoppingRule(gradientTolerance: 1e-9)).minimize(
      Family(functions: functions, scale: 1), from: functions.map { _ in [1, 1, 1, 1] },
      preconditioners: factors.map { factor in { (try? factor.solve($0)) ?? $0 } })
    for minimum in minima {
      #expect(minimum.report.iterations == 1)
      #expect(minimum.evaluations == 2)
    }
  }

  @Test("come back from steps that are too long, and find their way in a bent valley")
  func lineSearch() throws {
    let far = try LBFGS().minimize(
      Family(functions: [SoftValley(), SoftValley()], scale: 1), from: [[-50], [1e4]],
      preconditioners: [{ $0.map { 1e6 * $0 } }, { $0.map { 100 * $0 } }])
    for minimum in far {
      #expect(minimum.report.termination == .converged)
      #expect(abs(minimum.point[0]) <= 1e-8)
    }
    let bent = try LBFGS().minimize(
      Family(functions: [Rosenbrock(dimension: 2)], scale: 1), from: [[-1.2, 1]], preconditioners: [{ $0 }])[0]
    #expect(bent.report.termination == .converged)
    for x in bent.point { #expect(abs(x - 1) <= 1e-7) }
    for (before, after) in zip(bent.report.objectiveTrace, bent.report.objectiveTrace.dropFirst()) {
      #expect(after <= before + 1e-10 * abs(before))
    }
  }

  @Test("are told from certificates whose functions have a scale")
  func scale() throws {
    let function = Quadratic(dimension: 4, condition: 100)
    func minimum(_ scale: Double) throws -> Minimum {
      try LBFGS(stopping: StoppingRule(gradientTolerance: 1e-6)).minimize(
        Family(functions: [function], scale: scale), from: [[1, 1, 1, 1]], preconditioners: [{ $0 }])[0]
    }
    #expect(try minimum(1e6).report.iterations < minimum(1).report.iterations)
  }

  @Test("stop where the monitor says so, or the limit")
  func stops() throws {
    let family = Family(functions: [Rosenbrock(dimension: 2)], scale: 1)
    #expect(throws: LearningError.cancelled) {
      try withMonitor(Monitor(shouldContinue: { $0.iteration < 3 })) {
        _ = try LBFGS().minimize(family, from: [[-1.2, 1]], preconditioners: [{ $0 }])
      }
    }
    let short = try LBFGS(stopping: StoppingRule(iterationLimit: 2)).minimize(
      family, from: [[-1.2, 1]], preconditioners: [{ $0 }])[0]
    #expect(short.report.termination == .iterationLimit)
    #expect(short.report.iterations == 2)
  }
}
