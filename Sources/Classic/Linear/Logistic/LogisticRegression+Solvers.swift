import Learning
import Optimization

extension LogisticRegression {
  func requireOptions(classCount: Int) throws(LearningError) {
    try penalty.requireValid()
    try requireBiasReduction(classCount: classCount)
    try requireTolerance(tolerance)
    if penalty.l1 > 0 {
      guard [.automatic, .proximalGradient, .coordinateDescent].contains(solver) else {
        throw .invalidOption(
          name: "solver", value: "\(solver)",
          allowed: "automatic, coordinateDescent or proximalGradient with an L1 penalty, for the others need "
            + "derivatives")
      }
    }
  }

  /// - Parameter start: a point of the objective; zeros where nil.
  func minimize(
    _ objective: LogisticObjective, from start: [Double]? = nil, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Minimum {
    let start = start ?? [Double](repeating: 0, count: objective.dimension)
    let stopping = StoppingRule(gradientTolerance: tolerance)
    switch resolved(objective) {
    case .automatic, .newton:
      if objective.isSingular { return try objective.minimizeByNewton(from: start, tolerance: tolerance) }
      return try Newton(tolerance: tolerance).minimize(objective, from: start) { objective.isWorthwhile($0) }
    case .preconditionedLBFGS:
      let pilot = try LogisticPilot(objective, from: start)
      return try LBFGS(stopping: stopping).minimize(
        objective, from: pilot?.start ?? start, preconditioner: pilot?.preconditioner.solve)
    case .lbfgs:
      return try LBFGS(stopping: stopping).minimize(objective, from: start)
    case .newtonCG:
      return try NewtonCG(stopping: stopping).minimize(objective, from: start)
    case .proximalGradient:
      let method = ProximalGradient(stopping: StoppingRule(gradientTolerance: tolerance, iterationLimit: 10_000))
      return try method.minimize(objective, penalty: l1Penalty(objective), from: start)
    case .coordinateDescent:
      return try coordinateDescent(objective, from: start)
    case .gradientDescent(let method):
      return try method.minimize(objective, from: start)
    case .stochastic(let method):
      return try method.minimize(LogisticBatches(objective), from: start, using: &generator)
    }
  }

  private func resolved(_ objective: LogisticObjective) -> Solver {
    guard solver == .automatic else { return solver }
    if penalty.l1 > 0 { return objective.outputs == 1 ? .coordinateDescent : .proximalGradient }
    return objective.affordsHessian && !objective.isLarge ? .newton : .preconditionedLBFGS
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
  /// Whether there are so few coefficients that a Hessian costs less than the iterations that it saves.
  var affordsHessian: Bool { dimension <= 200 }

  /// Whether no Hessian has an inverse: the softmax without a penalty does not change when the coefficients of all
  /// classes grow together.
  var isSingular: Bool { l2 == 0 && outputs > 1 }

  /// Whether reading the rows is most of the work, so that a sample of them is worth a look first.
  fileprivate var isLarge: Bool { x.rowCount * x.columnCount >= 1_000_000 }

  /// False where hardly any loss is left without a penalty: then a hyperplane separates the classes, and the
  /// coefficients grow without bound.
  func isWorthwhile(_ point: [Double]) -> Bool {
    l2 > 0 || value(at: point) > 1e-8 * scaling.weight
  }
}
