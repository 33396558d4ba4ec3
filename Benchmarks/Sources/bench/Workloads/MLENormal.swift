import Learning
import Stats

struct MLENormal: MLEWorkload {
  static let name = "mle-normal-100M"
  static let summary = "mean and variance of a normal distribution from 100,000,000 values"
  static let method = "moments to the second"

  private let x: [Double]

  init(data: Folder) throws(LearningError) {
    x = try data.vector("mle_normal")
  }

  func run() throws(LearningError) -> SampleMoments {
    try SampleMoments(of: x, upTo: .second)
  }

  func estimates(from moments: SampleMoments) -> [Double] {
    [moments.mean, moments.variance(.maximumLikelihood)]
  }
}
