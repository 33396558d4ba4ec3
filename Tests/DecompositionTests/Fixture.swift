import Foundation

/// What scikit-learn finds of one data set; see Tests/Fixtures/pca/make_sklearn.py.
struct SklearnFixture: Decodable {
  struct Analysis: Decodable {
    struct CountForShare: Decodable {
      let share: Double
      let count: Int
    }

    let mean, scale, eigenvalues, ratios, singularValues: [Double]
    let components, scores: [[Double]]
    let countsForShares: [CountForShare]
    let aboveOne: Int
  }

  let covariance, correlation: Analysis
}

/// What R finds of the arrests; see Tests/Fixtures/pca/make_r.R.
struct RFixture: Decodable {
  let deviations, center, scale: [Double]
  let rotation, scores: [[Double]]
}

/// Reads Tests/Fixtures/pca/`name`.json.
func fixture<Content: Decodable>(_ name: String, of type: Content.Type = Content.self) throws -> Content {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Fixtures/pca/\(name).json").standardized
  return try JSONDecoder().decode(type, from: Data(contentsOf: file))
}
