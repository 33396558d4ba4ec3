/// The points of the accelerated proximal gradient method.
struct ProximalSteps<Function: DifferentiableFunction> {
  private let function: Function
  private let penalty: ElasticNetPenalty
  /// Where the method is: the outcome of its last step.
  private(set) var current: Evaluation
  /// Where the next step begins: ahead of `current`, by the momentum.
  private var ahead: Evaluation
  /// The estimate of the largest curvature of the function, one over the length of a step.
  private var curvature: Double
  /// t of the paper: (t - 1) / tʹ of the last displacement is the momentum.
  private var inertia = 1.0
  /// Evaluations since the one at the start.
  private(set) var evaluations = 0.0

  init(_ function: Function, penalty: ElasticNetPenalty, from start: [Double]) {
    self.function = function
    self.penalty = penalty
    current = Evaluation(function, at: start)
    ahead = current
    curvature = max(1, current.steepness)
    measureCurvature()
  }

  /// The function and the penalty together.
  var objective: Double { current.value + penalty.value(at: current.point) }

  /// How far the point is from meeting the conditions of a minimum, in units of the gradient's scale.
  var residual: Double {
    penalty.optimalityResidual(at: current.point, gradient: current.gradient) / function.gradientScale
  }

  /// Makes a step; false, and no move, where there is none: every one is too long to be trusted, or too short to move a
  /// number.
  mutating func advance() -> Bool {
    let last = (point: current.point, curvature: curvature)
    // A little longer than the last one; where that is too long, the search shortens it.
    curvature = max(0.9 * curvature, .leastNormalMagnitude)
    guard let next = step(), next.point != last.point || ahead.point != last.point else { return false }
    current = next
    let displacement = sum(next.point, -1, last.point)
    if dot(sum(ahead.point, -1, next.point), displacement) > 0 {
      restart()
    } else {
      extrapolate(along: displacement, curvatureRatio: curvature / last.curvature)
    }
    return true
  }

  /// Begins with the curvature along the gradient, by a difference over a step that moves no variable by more than 1.
  private mutating func measureCurvature() {
    guard current.isFinite, current.steepness > 0 else { return }
    let displacement = current.gradient.map { -$0 / curvature }
    let probe = evaluate(at: sum(current.point, 1, displacement))
    let change = euclideanNorm(sum(probe.gradient, -1, current.gradient)) / euclideanNorm(displacement)
    if change.isNormal { curvature = change }
  }

  /// The proximal step from `ahead`, with a curvature that is raised until the parabola is not below the function.
  private mutating func step() -> Evaluation? {
    while curvature.isFinite {
      let target = sum(ahead.point, -1 / curvature, ahead.gradient)
      let point = penalty.proximalPoint(of: target, curvature: curvature)
      let next = evaluate(at: point)
      let needed = curvatureNeeded(for: next)
      if needed <= curvature { return next }
      // What was measured may be infinite, outside the domain.
      curvature = max(1.5 * curvature, min(needed, 10 * curvature))
    }
    return nil
  }

  /// The least curvature of a parabola that touches the function in `ahead` and is not below it in `next`.
  private func curvatureNeeded(for next: Evaluation) -> Double {
    guard next.isFinite else { return .infinity }
    let displacement = sum(next.point, -1, ahead.point)
    let square = dot(displacement, displacement)
    guard square > 0 else { return 0 }
    let noise = 1e-10 * max(abs(next.value), abs(ahead.value))
    if 0.5 * curvature * square > noise {
      return 2 * (next.value - ahead.value - dot(ahead.gradient, displacement)) / square
    }
    // Values differ by rounding only: the mean curvature on the way says the same by slopes.
    return dot(sum(next.gradient, -1, ahead.gradient), displacement) / square
  }

  private mutating func restart() {
    inertia = 1
    ahead = current
  }

  private mutating func extrapolate(along displacement: [Double], curvatureRatio: Double) {
    let next = 0.5 * (1 + (1 + 4 * curvatureRatio * inertia * inertia).squareRoot())
    let momentum = (inertia - 1) / next
    inertia = next
    guard momentum > 0 else { return ahead = current }
    ahead = evaluate(at: sum(current.point, momentum, displacement))
    if !ahead.isFinite { restart() }
  }

  private mutating func evaluate(at point: [Double]) -> Evaluation {
    evaluations += 1
    return Evaluation(function, at: point)
  }
}
