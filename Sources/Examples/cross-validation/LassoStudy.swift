import Classic
import Learning
import LinearAlgebra

/// What the two rules choose among penalties, sample after sample of one population.
struct LassoStudy {
  struct Choice {
    let kept: Int
    let keptOfNoise: Int
    let truth: Double
  }

  private(set) var best: [Choice] = []
  private(set) var oneStandardError: [Choice] = []

  /// - Parameter candidates: from the strongest to the weakest penalty.
  init(
    _ candidates: [Candidate<LogisticRegression>], _ population: Population, size: Int, count: Int,
    using generator: inout some RandomNumberGenerator
  ) throws {
    let world = population.sample(4000, using: &generator)
    for _ in 0..<count {
      let sample = population.sample(size, using: &generator)
      let result = try search(
        among: candidates, sample.features, labels: sample.labels, splitter: KFold(foldCount: 10), using: &generator)
      func choice(_ entry: SearchEntry<LogisticRegression>) throws -> Choice {
        let method = entry.candidate.configuration
        let model = try method.fit(sample.features, labels: sample.labels)
        let kept = model.core.coefficients.row(0).enumerated().filter { $0.element != 0 }.map(\.offset)
        return Choice(
          kept: kept.count, keptOfNoise: kept.count { $0 >= population.informativeCount },
          truth: try trueLoss(method, sample, in: world))
      }
      best.append(try choice(result.best))
      oneStandardError.append(try choice(result.simplestWithinOneStandardError()))
    }
  }
}
