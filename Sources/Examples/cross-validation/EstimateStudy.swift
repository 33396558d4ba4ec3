import Classic
import Learning
import LinearAlgebra
import Stats

/// Many samples of one population: what cross-validation says of a model, beside what is true.
struct EstimateStudy {
  /// The ways to divide a sample, by name.
  enum Way: String, CaseIterable {
    case twoFolds = "2 folds"
    case tenFolds = "10 folds"
    case leaveOneOut = "leave one out"
  }

  /// For each sample the loss, on many new rows, of the model that was fitted to all of it.
  private(set) var truths: [Double] = []
  /// For each sample what cross-validation says.
  private(set) var estimates: [Way: [Double]] = [:]
  /// How many of the 95 % intervals of ten folds, ten times, hold the mean truth of models of nine tenths of a sample.
  private(set) var plainHits = 0
  private(set) var correctedHits = 0

  /// - Parameters:
  ///   - size: the rows of a sample.
  ///   - count: how many samples.
  init(
    _ population: Population, size: Int, count: Int, using generator: inout some RandomNumberGenerator
  ) throws {
    let method = LinearDiscriminantAnalysis()
    let world = population.sample(4000, using: &generator)
    let samples = (0..<count).map { _ in population.sample(size, using: &generator) }
    var truthsOfNineTenths: [Double] = []
    for sample in samples {
      truths.append(try trueLoss(method, sample, in: world))
      let part = Array(0..<size * 9 / 10)
      let most = Sample(features: sample.features.selectingRows(part), labels: part.map { sample.labels[$0] })
      truthsOfNineTenths.append(try trueLoss(method, most, in: world))
      estimates[.twoFolds, default: []].append(
        try loss(method, sample, KFold(foldCount: 2), using: &generator).mean)
      estimates[.tenFolds, default: []].append(
        try loss(method, sample, KFold(foldCount: 10), using: &generator).mean)
      estimates[.leaveOneOut, default: []].append(try loss(method, sample, LeaveOneOut(), using: &generator).mean)
    }
    let target = truthsOfNineTenths.reduce(0, +) / Double(count)
    for sample in samples {
      let estimate = try loss(method, sample, RepeatedKFold(foldCount: 10, repeatCount: 5), using: &generator)
      if try estimate.interval().contains(target) { plainHits += 1 }
      if try estimate.correctedInterval().contains(target) { correctedHits += 1 }
    }
  }
}

/// The loss of a model of a sample on the rows of the world.
func trueLoss(_ method: some ClassifierEstimator, _ sample: Sample, in world: Sample) throws -> Double {
  let model = try method.fit(sample.features, labels: sample.labels)
  return try logLoss(of: model.probabilities(for: world.features), labels: world.labels, classes: model.classes)
}

/// What cross-validation says of that loss.
func loss(
  _ method: some ClassifierEstimator, _ sample: Sample, _ splitter: some Splitter,
  using generator: inout some RandomNumberGenerator
) throws -> ScoreEstimate {
  try crossValidate(
    method, sample.features, labels: sample.labels, splitter: splitter, metrics: [.logLoss], using: &generator
  ).estimates[0]
}
