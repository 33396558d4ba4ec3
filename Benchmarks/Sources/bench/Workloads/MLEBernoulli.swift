import Learning
import Stats

struct MLEBernoulli: MLEWorkload {
  typealias Function = Bernoulli.Likelihood

  static let name = "mle-bernoulli-100M"
  static let summary = "the probability of a Bernoulli distribution from 100,000,000 zeros and ones"

  private let x: [UInt8]

  init(data: Folder) throws(LearningError) {
    x = try data.integers("mle_bern", of: UInt8.self)
  }

  func run() throws(LearningError) -> MaximumLikelihood<Bernoulli.Likelihood> {
    try Bernoulli.fit(x)
  }

  func estimates(from fit: MaximumLikelihood<Bernoulli.Likelihood>) -> [Double] { [fit[.probability]] }
}
