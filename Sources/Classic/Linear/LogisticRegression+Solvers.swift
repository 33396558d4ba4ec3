import Learning
import Optimization

extension LogisticRegression {
  func requireOptions() throws(LearningError) {
    try penalty.requireValid()
    guard tolerance >= 0 else {
      throw .invalidOption(name: "tolerance", value: "\(tolerance)", allowed: "zero or positive")
    }
    if penalty.l1 > 0 {
      guard solver == .automatic || solver == .proximalGradient else {
        throw .invalidOption(
          name: "solver", value: "\(solver)",
          allowed: "automatic or proximalGradient with an L1 penalty, for the others need derivatives")
      }
    }
  }

  /// Up to this many coefficients a Hessian costs less than the iterations that it saves.
  private static var newtonLimit: Int { 200 }

  func minimize(
    _ objective: LogisticObjective, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Minimum {
    let start = [Double](repeating: 0, count: objective.dimension)
    let stopping = StoppingRule(gradientTolerance: tolerance)
    switch resolved(objective) {
    case .newton, .automatic:
      return try Newton(tolerance: tolerance).minimize(objective, from: start) { objective.isWorthwhile($0) }
    case .lbfgs:
      return try LBFGS(stopping: stopping).minimize(objective, from: start)
    case .newtonCG:
      return try NewtonCG(stopping: stopping).minimize(objective, from: start)
    case .proximalGradient:
      let method = ProximalGradient(stopping: StoppingRule(gradientTolerance: tolerance, iterationLimit: 10_000))
      return try method.minimize(objective, penalty: l1Penalty(objective), from: start)
    case .gradientDescent(let method):
      return try method.minimize(objective, from: start)
    case .stochastic(let method):
      return try method.minimize(LogisticBatches(objective), from: start, using: &generator)
    }
  }

  private func resolved(_ objective: LogisticObjective) -> Solver {
    guard solver == .automatic else { return solver }
    if penalty.l1 > 0 { return .proximalGradient }
    // Without a penalty the softmax does not change when all classes' coefficients grow together, so that its Hessian
    // is singular.
    let isSingular = penalty.l2 == 0 && objective.outputs > 1
    return objective.dimension <= Self.newtonLimit && !isSingular ? .newton : .lbfgs
  }

  /// The L1 penalty in terms of standardised coefficients.
  private func l1Penalty(_ objective: LogisticObjective) -> ElasticNetPenalty {
    let m = objective.outputs
    let factors = objective.scaling.inverseScale.flatMap { [Double](repeating: $0, count: m) }
    let free = [Double](repeating: 0, count: objective.dimension - factors.count)
    return ElasticNetPenalty(l1: penalty.l1, factors: factors + free)
  }
}

extension LogisticObjective {
  /// False where hardly any loss is left without a penalty: then a hyperplane separates the classes, and the
  /// coefficients grow without bound.
  fileprivate func isWorthwhile(_ point: [Double]) -> Bool {
    l2 > 0 || value(at: point) > 1e-8 * scaling.weight
  }
}
