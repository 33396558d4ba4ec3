import Learning
import LinearAlgebra

/// The parts of a sample of two classes that models are to learn from, as weights of all its rows.
struct LogisticParts {
  let sample: LogisticSample
  let classWeights: ClassWeights
  /// The rows of each part.
  let rows: [[Int]]

  /// One part with the weights of its rows, zero for those that are not in it.
  struct Part {
    let sample: LogisticSample
    let classFactors: [Double]?
    let weightOfClass: [Double]
    let nullLogLikelihood: Double

    init(_ sample: LogisticSample, classFactors: [Double]?) {
      self.sample = sample
      self.classFactors = classFactors
      weightOfClass = sample.weightOfClass
      nullLogLikelihood = sample.nullLogLikelihood
    }
  }

  /// A row counts as often as the part has it, and as much as it and its class weigh.
  func part(_ index: Int) throws(LearningError) -> Part {
    var weights = [Double](repeating: 0, count: sample.x.rowCount)
    for row in rows[index] { weights[row] += sample.weights?[row] ?? 1 }
    let own = LogisticSample(
      x: sample.x, classIndices: sample.classIndices, classCount: sample.classCount, weights: weights)
    let factors = try classWeights.factors(of: own)
    return Part(own.weighted(by: factors), classFactors: factors)
  }

  /// All rows, each weighing what it does in the parts on average.
  func pooled() throws(LearningError) -> LogisticSample {
    var weights = [Double](repeating: 0, count: sample.x.rowCount)
    for index in rows.indices {
      let own = try part(index).sample.weights ?? []
      for i in own.indices { weights[i] += own[i] / Double(rows.count) }
    }
    return LogisticSample(
      x: sample.x, classIndices: sample.classIndices, classCount: sample.classCount, weights: weights)
  }
}
