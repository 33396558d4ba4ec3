public import Learning
public import LinearAlgebra
import Optimization
internal import RealModule

extension LogisticRegression {
  /// Fits models for penalties from strong to weak, each from where the last one ended.
  ///
  ///     let path = try LogisticRegression().path(x, labels: y)                       // L1, 100 strengths
  ///     let net = try LogisticRegression().path(x, labels: y, mixing: 0.5)
  ///     let ridge = try LogisticRegression().path(x, labels: y, strengths: .given([100, 10, 1]), mixing: 0)
  ///
  /// The first of the automatic strengths is max |xⱼᵀ(p - y)| / mixing, over columns and outputs, p being the classes'
  /// shares: there every coefficient is zero. For a mixing below 0.001 it is that of 0.001, for no ridge penalty makes
  /// coefficients zero.
  ///
  /// Two classes with an L1 part are fitted by ``CoordinateDescent``; a column that the last gradient says will stay at
  /// zero is not looked at until the optimum is checked (the sequential strong rule). Other paths go by the
  /// configuration's solver.
  ///
  /// - Parameters:
  ///   - x: n x d features.
  ///   - labels: n of them, of at least two kinds.
  ///   - weights: one for each row, zero or positive; nil for ones.
  ///   - strengths: 100 from the smallest that leaves nothing by default.
  ///   - mixing: the share of the L1 penalty, from 0 to 1; 1 by default. It takes the place of the configuration's
  ///     penalty.
  /// - Throws: what a fit throws; `.undefined` for automatic strengths where no column is related to the labels.
  public func path<Label: ClassLabel>(
    _ x: Matrix, labels: [Label], weights: [Double]? = nil, strengths: PathStrengths = .automatic(), mixing: Double = 1
  ) throws(LearningError) -> RegularizationPath<Model<Label>> {
    guard mixing >= 0 && mixing <= 1 else {
      throw .invalidOption(name: "mixing", value: "\(mixing)", allowed: "from 0 to 1")
    }
    guard multiclass == .softmax else {
      throw .invalidOption(
        name: "multiclass", value: "oneVsRest", allowed: "softmax for a path: one-vs-rest has a path for each class")
    }
    let labelled = try LabelledSample(x, labels: labels, weights: weights)
    let sample = LogisticSample(labelled)
    let factors = try classWeights.factors(of: sample)
    var unpenalized = self
    unpenalized.penalty = .none
    let plain = try unpenalized.objective(of: sample.weighted(by: factors))
    let strengths = try strengths.resolved(rowCount: sample.x.rowCount, columnCount: sample.x.columnCount) {
      // A little above, so that rounding leaves none.
      plain.steepestOfNullModel(classCount: sample.classCount) / max(mixing, 1e-3) * (1 + 1e-12)
    }
    let penalties = strengths.map { CoefficientPenalty(strength: $0, mixing: mixing) }
    let cores = try fit(plain, classCount: sample.classCount, classWeights: factors, penalties)
    return RegularizationPath(
      strengths: strengths, mixing: mixing, models: cores.map { Classified(core: $0, classes: labelled.classes) },
      nullDeviance: cores.first?.nullDeviance ?? 0
    ) { ($0.coefficients.elements, $0.intercepts, $0.deviance) }
  }

  private func fit(
    _ plain: LogisticObjective, classCount: Int, classWeights: [Double]?, _ penalties: [CoefficientPenalty]
  ) throws(LearningError) -> [Core] {
    var generator = SystemRandomNumberGenerator()
    var cores: [Core] = []
    var last: [Double]?
    var course = mayUseColumns(of: plain, penalties) ? CoordinateCourse(plain) : nil
    for penalty in penalties {
      var configuration = self
      configuration.penalty = penalty
      try configuration.requireOptions(classCount: classCount)
      let objective = plain.with(l2: penalty.l2)
      let method = CoordinateDescent(tolerance: tolerance)
      let minimum: Minimum
      if penalty.l1 > 0, let found = try course?.minimize(l1: penalty.l1, l2: penalty.l2, method: method) {
        minimum = objective.standardized(found)
      } else {
        minimum = try configuration.minimize(objective, from: last, using: &generator)
      }
      last = minimum.point
      cores.append(
        Core(objective, classCount: classCount, penalty: penalty, minimum: minimum, classWeights: classWeights))
    }
    return cores
  }

  /// Whether the solver would be coordinate descent for one of the penalties.
  private func mayUseColumns(of objective: LogisticObjective, _ penalties: [CoefficientPenalty]) -> Bool {
    objective.outputs == 1 && penalties.contains { $0.l1 > 0 } && [.automatic, .coordinateDescent].contains(solver)
  }
}

extension LogisticObjective {
  /// The largest derivative with respect to a coefficient, in the features' own units, where all coefficients are zero
  /// and the intercepts give each class its share.
  fileprivate func steepestOfNullModel(classCount: Int) -> Double {
    var point = [Double](repeating: 0, count: dimension)
    if hasIntercept {
      let sample = LogisticSample(x: x, classIndices: classIndices, classCount: classCount, weights: weights)
      let logarithms = sample.weightOfClass.map { Double.log($0) }
      let intercepts = outputs == 1 ? [logarithms[1] - logarithms[0]] : logarithms
      point.replaceSubrange(x.columnCount * outputs..<dimension, with: intercepts)
    }
    var gradient = point
    _ = value(at: point, gradient: &gradient)
    return (0..<x.columnCount * outputs).reduce(0) { most, index in
      let inverseScale = scaling.inverseScale[index / outputs]
      return inverseScale > 0 ? max(most, abs(gradient[index]) / inverseScale) : most
    }
  }
}
