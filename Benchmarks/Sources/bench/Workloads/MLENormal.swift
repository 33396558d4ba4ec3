import Learning
import Stats

struct MLENormal: MLEWorkload {
  typealias Function = Normal.Likelihood

  static let name = "mle-normal-100M"
  static let summary = "mean and variance of a normal distribution from 100,000,000 values"

  private let x: [Double]

  init(data: Folder) throws(LearningError) {
    x = try data.vector("mle_normal")
  }

  func run() throws(LearningError) -> MaximumLikelihood<Normal.Likelihood> {
    try Normal.fit(x)
  }

  func estimates(from fit: MaximumLikelihood<Normal.Likelihood>) -> [Double] {
    [fit[.mean], fit.variance(.maximumLikelihood)]
  }
}
