import Learning
import Stats

struct MLEPoisson: MLEWorkload {
  static let name = "mle-poisson-100M"
  static let summary = "the rate of a Poisson distribution from 100,000,000 counts"
  static let method = "frequencies of the counts"

  private let x: [Int32]

  init(data: Folder) throws(LearningError) {
    x = try data.integers("mle_pois", of: Int32.self)
  }

  func run() throws(LearningError) -> FrequencyTable {
    try FrequencyTable(of: x)
  }

  func estimates(from table: FrequencyTable) -> [Double] { [table.mean] }
}
