import Foundation

/// Reference values, by Tests/Fixtures/classic/make_feature_selection.py.
struct FeatureSelectionFixture: Decodable {
  struct Tests: Decodable {
    let statistics, pValues: [Double]
    /// What scikit-learn's selectors keep; nil where they were not asked.
    let best5, share40, unadjusted, benjaminiHochberg, bonferroni: [Int]?
  }

  struct Elimination: Decodable {
    let columns, ranking: [Int]
  }

  let cancer, iris, weightedIris, diabetes, weightedDiabetes: Tests
  let fromModel: [String: [Int]]
  let rfe: [String: Elimination]

  static func read() throws -> FeatureSelectionFixture {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/classic")
    let file = folder.standardized.appending(path: "feature_selection.json")
    return try JSONDecoder().decode(FeatureSelectionFixture.self, from: Data(contentsOf: file))
  }
}
