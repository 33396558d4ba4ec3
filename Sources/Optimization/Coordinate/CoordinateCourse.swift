package import Learning
internal import LinearAlgebra

/// The coefficients of a linear model on their way to the optima of one penalty after another, with what can be kept
/// from each for the next: the gathered columns and the last gradient.
package struct CoordinateCourse<Loss: SeparableLoss, Columns: ColumnSource> {
  private let loss: Loss
  private let source: Columns
  private let scaling: ColumnScaling
  private let hasIntercept: Bool
  /// See ``Optimality``.
  private let units: [Double]
  private var workingSet: WorkingSet<Columns>
  private(set) var coefficients: [Double]
  /// The linear predictor where the features are at their centers; zero without an intercept.
  private var level = 0.0
  private var predictors: [Double]
  private var slopes: [Double]
  private var curvatures: [Double]
  private var lossValue = 0.0
  /// Xᵀ of the slopes.
  private var gradient: [Double] = []
  /// Passes over all columns.
  private var passes = 0
  private var lastL1: Double?

  /// - Parameters:
  ///   - start: d coefficients; zeros where nil.
  ///   - scaling: of the columns, with the loss's weights, centered if there is an intercept.
  package init(
    _ loss: Loss, _ source: Columns, scaling: ColumnScaling, hasIntercept: Bool, start: [Double]? = nil
  ) {
    precondition(
      loss.count == source.rowCount, "There are \(loss.count) targets for \(source.rowCount) rows")
    precondition(
      start.map { $0.count == source.columnCount } ?? true,
      "There are \(start?.count ?? 0) coefficients for \(source.columnCount) columns")
    self.loss = loss
    self.source = source
    self.scaling = scaling
    self.hasIntercept = hasIntercept
    units = scaling.inverseScale.map { $0 / scaling.weight }
    workingSet = WorkingSet(columnCount: source.columnCount)
    coefficients = zip(start ?? scaling.inverseScale.map { _ in 0 }, units).map { $1 > 0 ? $0 : 0 }
    predictors = [Double](repeating: 0, count: loss.count)
    slopes = predictors
    curvatures = predictors
    begin()
  }

  /// Predictors and gradient of the start.
  private mutating func begin() {
    workingSet.add(coefficients.indices.filter { coefficients[$0] != 0 }, from: source, center: scaling.center)
    if let block = workingSet.block { predictors = block.multiplied(by: workingSet.select(coefficients)) }
    update()
  }

  /// Computes the loss, and the gradient of all columns.
  private mutating func update() {
    settleIntercept()
    gradient = source.transposeMultiplied(by: slopes)
    passes += 1
  }

  private mutating func evaluate() {
    lossValue = loss.evaluate(at: predictors, slopes: &slopes, curvatures: &curvatures)
  }

  /// Moves the intercept to where the slopes add up to zero, so that a share of them is a dual point.
  private mutating func settleIntercept() {
    evaluate()
    guard hasIntercept else { return }
    var amount = newtonStepOfIntercept
    for _ in 0..<30 where amount != 0 {
      let slope = drift
      shift(by: amount)
      evaluate()
      if abs(drift) < abs(slope) {
        amount = newtonStepOfIntercept
      } else {
        // Too far, for the loss flattens; or there are no digits left.
        shift(by: -amount)
        evaluate()
        amount = abs(slope) > 1e-13 ? amount / 2 : 0
      }
    }
  }

  private var newtonStepOfIntercept: Double {
    let curvature = curvatures.reduce(0, +)
    return curvature > 0 ? -slopes.reduce(0, +) / curvature : 0
  }

  private mutating func shift(by amount: Double) {
    level += amount
    for i in predictors.indices { predictors[i] += amount }
  }

  private var drift: Double { hasIntercept ? slopes.reduce(0, +) / scaling.weight : 0 }

}

extension CoordinateCourse {
  /// Moves to the optimum of the loss with l1 ‖b‖₁ + l2/2 ‖b‖².
  ///
  /// - Returns: The point is the coefficients, and then the intercept where there is one.
  package mutating func minimize(l1: Double, l2: Double, method: CoordinateDescent) throws(LearningError) -> Minimum {
    let penalty = ElasticNet(l1: l1, l2: l2)
    let passesBefore = passes
    var optimality = optimality(penalty)
    var record = try IterationRecord(
      method: "coordinate descent", stopping: method.stopping, startingAt: objective(penalty))
    // Columns whose gradient moves by less than the penalty does stay at zero: the sequential strong rule.
    var threshold = min(l1, max(0, lastL1.map { 2 * l1 - $0 } ?? l1))
    // The last round neither took in columns nor came nearer.
    var isStuck = false
    while try record.goesOn(residual: optimality.value) {
      let before = (size: workingSet.columns.count, optimality: optimality.value)
      let (gradient, units) = (gradient, units)
      workingSet.grow(from: source, center: scaling.center) { j in (abs(gradient[j]) - threshold) * units[j] }
      threshold = l1
      let growth = workingSet.columns.count - before.size
      if isStuck && growth == 0 { break }
      // What is not yet nearly the right problem need not be solved to the end.
      let isNearlyWhole = 10 * growth <= before.size
      let target = 0.5 * (isNearlyWhole ? method.tolerance : max(method.tolerance, 0.2 * optimality.value))
      guard solve(penalty, to: target) || growth > 0 else { break }
      update()
      optimality = self.optimality(penalty)
      record.move(to: objective(penalty))
      isStuck = growth == 0 && optimality.value >= before.optimality
    }
    lastL1 = l1
    record.count(evaluations: Double(passes - passesBefore))
    return record.minimum(at: point, residual: optimality.value, measure: optimality.measure)
  }

  /// The coefficients in the features' own units, and the intercept that belongs to features that are not centered.
  private var point: [Double] {
    hasIntercept ? coefficients + [level - dot(coefficients, scaling.center)] : coefficients
  }

  private func objective(_ penalty: ElasticNet) -> Double { lossValue + penalty.value(coefficients) }

  private func optimality(_ penalty: ElasticNet) -> Optimality {
    Optimality(
      penalty, loss: loss, at: predictors, objective: objective(penalty), coefficients: coefficients,
      gradient: gradient, units: units, drift: drift)
  }

  /// Minimises over the working set by proximal Newton steps.
  ///
  /// - Returns: False where the point did not move.
  private mutating func solve(_ penalty: ElasticNet, to target: Double) -> Bool {
    guard let block = workingSet.block else { return false }
    let units = workingSet.select(units)
    var best = (objective: Double.infinity, optimality: Double.infinity)
    var idleSteps = 0
    for step in 0..<100 {
      let start = workingSet.select(coefficients)
      let gradient = block.dots(slopes)
      let objective = objective(penalty)
      let optimality = Optimality(
        penalty, loss: loss, at: predictors, objective: objective, coefficients: start, gradient: gradient,
        units: units, drift: drift)
      if optimality.value <= target { return step > 0 }
      // Where rounding hides what the objective has left to gain, the certificate says whether there is progress.
      let isProgress = objective < best.objective - noise(objective) || optimality.value < 0.9 * best.optimality
      idleSteps = isProgress ? 0 : idleSteps + 1
      if idleSteps == 3 { return true }
      best = (min(best.objective, objective), min(best.optimality, optimality.value))
      var model = QuadraticModel(
        block, penalty: penalty, hasIntercept: hasIntercept, coefficients: start, slopes: slopes,
        curvatures: curvatures, units: units, interceptUnit: 1 / scaling.weight)
      model.minimize(gradient: gradient, tolerance: 0.1 * optimality.residual)
      guard move(from: start, to: model, of: block, penalty) else { return step > 0 }
    }
    return true
  }

  /// What rounding may change an objective by.
  private func noise(_ objective: Double) -> Double { 8 * .ulpOfOne * abs(objective) }

  /// Goes to the model's minimum, or a shorter way, so far that the objective falls enough.
  ///
  /// - Returns: False, and no move, where it does not fall.
  private mutating func move(
    from start: [Double], to model: QuadraticModel<Columns.Block>, of block: Columns.Block, _ penalty: ElasticNet
  ) -> Bool {
    let displacement = sum(model.coefficients, -1, start)
    var image = block.multiplied(by: displacement)
    if hasIntercept { for i in image.indices { image[i] += model.shift } }
    // Coefficients outside the working set are zero.
    let oldPenalty = penalty.value(start)
    let promised = dot(slopes, image) + penalty.value(model.coefficients) - oldPenalty
    let noise = noise(lossValue + oldPenalty)
    guard promised < noise else { return false }
    var length = 1.0
    while length > 1e-10 {
      let target = length == 1 ? model.coefficients : sum(start, length, displacement)
      let trial = sum(predictors, length, image)
      let gained = lossValue - loss.value(at: trial) + oldPenalty - penalty.value(target)
      if gained >= -1e-4 * length * promised - noise {
        predictors = trial
        level += length * model.shift
        for (j, value) in zip(workingSet.columns, target) { coefficients[j] = value }
        evaluate()
        return true
      }
      length /= 2
    }
    return false
  }
}
