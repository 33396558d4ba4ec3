import Classic
import Learning
import LinearAlgebra
import Notebook
import RealModule
import Stats

/// Two features that correlate and a third that does not, in a model whose coefficients are known.
struct CorrelatedDesign {
  static let truth = [0.5, 0.5, -0.5]
  let features: Matrix

  init(correlation: Double, rows: Int, using generator: inout some RandomNumberGenerator) {
    var features = Matrix.standardNormal(rowCount: rows, columnCount: 3, using: &generator)
    let rest = (1 - correlation * correlation).squareRoot()
    for i in 0..<rows { features[i, 1] = correlation * features[i, 0] + rest * features[i, 1] }
    self.features = features
  }

  var probabilities: [Double] { VectorMath.sigmoid(features.multiplied(by: Self.truth)) }

  func sample(using generator: inout some RandomNumberGenerator) throws -> BinarySample {
    BinarySample(
      features: features,
      labels: try probabilities.map { try Bernoulli(probability: $0).sample(using: &generator) })
  }
}

/// How coefficients vary when the labels are drawn again and again: by simulation, and by the formula.
struct CoefficientSpread {
  let conditionNumber: Double
  /// The standard deviations by the formula, (H⁻¹ I H⁻¹)^½: I is the information, H = I + l2 the curvature of what is
  /// minimised. Without a penalty it is that of maximum likelihood, I⁻¹.
  let formula: [Double]
  let simulated: [Double]
  /// The root mean square distance from the truth.
  let error: [Double]
  /// The standard deviation of the sum of the first two coefficients.
  let spreadOfSum: Double
  let models: [FittedRegression]

  init(
    _ design: CorrelatedDesign, l2: Double, repeats: Int, using generator: inout some RandomNumberGenerator
  ) throws {
    let information = information(design.features, probabilities: design.probabilities)
    let curvature = ridge(information, l2: l2)
    conditionNumber = try regularization.conditionNumber(curvature)
    let half = try Cholesky(of: curvature).solve(information)
    let covariance = try Cholesky(of: curvature).solve(half.transposed())
    formula = covariance.diagonal.dropFirst().map { $0.squareRoot() }
    var models: [FittedRegression] = []
    let method = LogisticRegression(penalty: l2 == 0 ? .none : .l2(l2))
    for _ in 0..<repeats { models.append(try method.fit(design.sample(using: &generator))) }
    self.models = models
    let truth = CorrelatedDesign.truth
    simulated = try truth.indices.map { j in
      try SampleMoments(of: models.map { $0.weights[j] }).standardDeviation()
    }
    error = truth.indices.map { j in
      mean(models.map { ($0.weights[j] - truth[j]) * ($0.weights[j] - truth[j]) }).squareRoot()
    }
    spreadOfSum = try SampleMoments(of: models.map { $0.weights[0] + $0.weights[1] }).standardDeviation()
  }

  /// The mean loss of the fits on another sample, above that of the truth.
  func excessLoss(on sample: BinarySample) throws -> Double {
    let odds = sample.features.multiplied(by: CorrelatedDesign.truth)
    let best = try logLoss(ofLogOdds: odds, labels: sample.labels.map { $0 == 1 })
    return mean(try models.map { try $0.loss(of: sample) }) - best
  }

  /// The first two coefficients of every sample.
  func figure(_ title: String) -> Figure {
    Figure(
      title: title, xLabel: "β₁", yLabel: "β₂", xRange: -2.5...3.5, yRange: -2.5...3.5, legend: .hidden,
      layers: [.points(x: models.map { $0.weights[0] }, y: models.map { $0.weights[1] })])
  }
}
