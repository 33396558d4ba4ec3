import Foundation
import Testing

/// The splits of scikit-learn in Tests/Fixtures/classic/splitters.json.
struct SplitterFixture: Decodable {
  struct Groups: Decodable {
    let groups, labels: [Int]
    let foldCount: Int
    /// Nil where groups have equal sizes: scikit-learn has no promised order of them.
    let grouped: [[Int]]?
    let stratified, leaveOneGroupOut: [[Int]]
  }

  struct Series: Decodable {
    let count, splitCount, gap: Int
    let testCount, maximumTrainingCount: Int?
    let training, test: [[Int]]
  }

  let groups: [Groups]
  let series: [Series]

  static func load() throws -> SplitterFixture {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardizedFileURL
    return try JSONDecoder().decode(
      SplitterFixture.self, from: Data(contentsOf: tests.appending(path: "Fixtures/classic/splitters.json")))
  }
}
