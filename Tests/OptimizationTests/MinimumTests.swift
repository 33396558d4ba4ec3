import Foundation
import Learning
import Optimization
import Testing

@Suite("A minimum")
struct MinimumTests {
  @Test("comes back from JSON, a number or not")
  func codable() throws {
    let report = FitReport(method: "none", termination: .diverged, objectiveTrace: [.infinity])
    for value in [0.1, .infinity] {
      let minimum = Minimum(point: [1 / 3.0, value], value: value, evaluations: 1.5, report: report)
      #expect(try JSONDecoder().decode(Minimum.self, from: JSONEncoder().encode(minimum)) == minimum)
    }
  }
}
