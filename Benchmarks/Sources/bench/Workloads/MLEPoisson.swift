import Learning
import Stats

struct MLEPoisson: MLEWorkload {
  typealias Function = Poisson.Likelihood

  static let name = "mle-poisson-100M"
  static let summary = "the rate of a Poisson distribution from 100,000,000 counts"

  private let x: [Int32]

  init(data: Folder) throws(LearningError) {
    x = try data.integers("mle_pois", of: Int32.self)
  }

  func run() throws(LearningError) -> MaximumLikelihood<Poisson.Likelihood> {
    try Poisson.fit(x)
  }

  func estimates(from fit: MaximumLikelihood<Poisson.Likelihood>) -> [Double] { [fit[.mean]] }
}
