import Learning
import LinearAlgebra
import Optimization
import Testing

@Suite("Methods for smooth functions")
struct SmoothMethodTests {
  enum Method: CaseIterable, CustomTestStringConvertible {
    case lbfgs, newton, newtonCG

    func minimize(_ function: some TwiceDifferentiableFunction, from start: [Double]) throws(LearningError) -> Minimum {
      switch self {
      case .lbfgs: try LBFGS().minimize(function, from: start)
      case .newton: try Newton().minimize(function, from: start)
      case .newtonCG: try NewtonCG().minimize(function, from: start)
      }
    }

    var testDescription: String { "\(self)" }
  }

  @Test("find the end of Rosenbrock's valley", arguments: Method.allCases)
  func rosenbrock(method: Method) throws {
    let function = Rosenbrock(dimension: 6)
    let minimum = try method.minimize(function, from: [-1.2, 1, -1.2, 1, 0.5, 2])
    #expect(minimum.report.termination == .converged)
    for x in minimum.point { #expect(abs(x - 1) <= 1e-8) }
    #expect(minimum.value <= 1e-16)
    #expect(minimum.report.objectiveTrace.last == minimum.value)
  }

  @Test("solve linear systems", arguments: Method.allCases, [1e2, 1e4])
  func quadratic(method: Method, condition: Double) throws {
    let function = Quadratic(dimension: 12, condition: condition)
    let minimum = try method.minimize(function, from: [Double](repeating: 0, count: 12))
    #expect(minimum.report.termination == .converged)
    let expected = try Cholesky(of: function.a).solve(function.b)
    for (x, y) in zip(minimum.point, expected) { #expect(abs(x - y) <= 1e-8) }
  }

  @Test("come back from where a whole Newton step would overshoot", arguments: Method.allCases)
  func overshoot(method: Method) throws {
    for start in [2.0, -50, 1e4] {
      let minimum = try method.minimize(SoftValley(), from: [start])
      #expect(minimum.report.termination == .converged)
      #expect(abs(minimum.point[0]) <= 1e-9)
    }
  }

  @Test("never go up", arguments: Method.allCases)
  func monotone(method: Method) throws {
    let trace = try method.minimize(Rosenbrock(dimension: 2), from: [-1.2, 1]).report.objectiveTrace
    for (before, after) in zip(trace, trace.dropFirst()) { #expect(after <= before + 1e-10 * abs(before)) }
  }

  @Test("stay where the gradient is zero already", arguments: Method.allCases)
  func atTheMinimum(method: Method) throws {
    let minimum = try method.minimize(Rosenbrock(dimension: 2), from: [1, 1])
    #expect(minimum.point == [1, 1])
    #expect(minimum.report.termination == .converged)
    #expect(minimum.evaluations <= 3)
  }

  @Test("Newton's method ends in a step on a quadratic, and in few on the valley")
  func newtonIsFast() throws {
    let quadratic = try Newton().minimize(
      Quadratic(dimension: 12, condition: 1e4), from: .init(repeating: 3, count: 12))
    #expect(quadratic.report.iterations <= 2)
    #expect(try Newton().minimize(Rosenbrock(dimension: 2), from: [-1.2, 1]).report.iterations <= 30)
  }

  @Test("L-BFGS ends in a step with the Hessian itself as preconditioner, and sooner with one near it")
  func preconditioner() throws {
    let function = Quadratic(dimension: 12, condition: 1e4)
    let start = [Double](repeating: 3, count: 12)
    let plain = try LBFGS().minimize(function, from: start)
    let hessian = try Cholesky(of: function.a)
    let exact = try LBFGS().minimize(function, from: start) { (try? hessian.solve($0)) ?? $0 }
    #expect(exact.report.hasConverged && exact.report.iterations == 1)
    #expect(exact.report.method == "preconditioned L-BFGS")
    var nearby = function.a
    for i in 0..<12 { nearby[i, i] *= 1 + 0.05 * Double(i % 3) }
    let near = try Cholesky(of: nearby)
    let preconditioned = try LBFGS().minimize(function, from: start) { (try? near.solve($0)) ?? $0 }
    #expect(preconditioned.report.hasConverged)
    #expect(preconditioned.report.iterations < plain.report.iterations)
    for (x, y) in zip(preconditioned.point, try hessian.solve(function.b)) { #expect(abs(x - y) <= 1e-8) }
  }

  @Test("stop at the limit of iterations, and say so")
  func limit() throws {
    let rule = StoppingRule(iterationLimit: 3)
    let minimum = try LBFGS(stopping: rule).minimize(Rosenbrock(dimension: 2), from: [-1.2, 1])
    #expect(minimum.report.termination == .iterationLimit)
    #expect(minimum.report.iterations == 3)
    #expect(!minimum.report.hasConverged)
  }

  @Test("refuse options that mean nothing")
  func options() {
    #expect(throws: LearningError.self) { try LBFGS(memory: 0).minimize(SoftValley(), from: [1]) }
    #expect(throws: LearningError.self) {
      try LBFGS(stopping: StoppingRule(gradientTolerance: .nan)).minimize(SoftValley(), from: [1])
    }
    #expect(throws: LearningError.self) {
      try Newton(iterationLimit: 0).minimize(SoftValley(), from: [1])
    }
  }

  @Test("are stopped by the monitor", arguments: Method.allCases)
  func cancelled(method: Method) {
    let monitor = Monitor(shouldContinue: { $0.iteration < 2 })
    #expect(throws: LearningError.cancelled) {
      try withMonitor(monitor) { () throws(LearningError) in
        try method.minimize(Rosenbrock(dimension: 2), from: [-1.2, 1])
      }
    }
  }
}
