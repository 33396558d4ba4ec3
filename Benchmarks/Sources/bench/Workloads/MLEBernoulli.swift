import Learning
import Stats

struct MLEBernoulli: MLEWorkload {
  static let name = "mle-bernoulli-100M"
  static let summary = "the probability of a Bernoulli distribution from 100,000,000 zeros and ones"
  static let method = "frequencies of zeros and ones"

  private let x: [UInt8]

  init(data: Folder) throws(LearningError) {
    x = try data.integers("mle_bern", of: UInt8.self)
  }

  func run() throws(LearningError) -> FrequencyTable {
    try FrequencyTable(ofBinary: x)
  }

  func estimates(from table: FrequencyTable) -> [Double] { [table.mean] }
}
