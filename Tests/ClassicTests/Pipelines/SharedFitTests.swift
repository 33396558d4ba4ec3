import Classic
import Datasets
import Decomposition
import Learning
import LinearAlgebra
import Testing

@Suite("Pipelines with equal steps, fitted together")
struct SharedFitTests {
  private typealias Pipeline = ClassifierPipeline<PCA, LogisticRegression>

  private static func pipeline(_ l2: Double, components: Int = 2) -> Pipeline {
    PCA(components: .count(components), solver: .covariance)
      .then(LogisticRegression(penalty: .l2(l2), tolerance: 1e-12))
  }

  @Test("Give the models of fits one by one, rows of weight zero left out")
  func equalsSingleFits() throws {
    let iris = try Datasets.iris()
    let classIndices = (0..<150).map { $0 / 50 }
    let weights = (0..<150).map { Double($0 % 4) }
    let parts = [Array(0..<140), Array(10..<150)]
    let pipelines = [Self.pipeline(1), Self.pipeline(0.1)]
    let together = try #require(
      try Pipeline.fitTogether(
        pipelines, iris.features, classIndices: classIndices, classCount: 3, weights: weights, trainingParts: parts))
    #expect(together.map(\.count) == [2, 2])
    for (part, cores) in zip(parts, together) {
      for (pipeline, core) in zip(pipelines, cores) {
        let single = try pipeline.fit(
          iris.features.selectingRows(part), labels: part.map { classIndices[$0] }, weights: part.map { weights[$0] })
        let difference = try single.probabilities(for: iris.features) - core.probabilities(for: iris.features)
        #expect(difference.maximumMagnitude <= 1e-9)
        #expect(single.step == core.step)
      }
    }
  }

  @Test("Are left to single fits where steps differ, cannot be compared or draw random numbers")
  func notShared() throws {
    let x: Matrix = [[0, 1], [1, 3], [4, 5], [3, 6]]
    func together<Estimator: ClassifierEstimator>(_ pipelines: [Estimator]) throws -> [[Estimator.Core]]? {
      try Estimator.fitTogether(
        pipelines, x, classIndices: [0, 0, 1, 1], classCount: 2, weights: nil, trainingParts: [[0, 1, 2, 3]])
    }
    #expect(try together([Self.pipeline(1), Self.pipeline(1, components: 1)]) == nil)
    #expect(try together([Self.pipeline(1)]) == nil)
    let drawing = PCA(components: .count(1), solver: .randomized()).then(NearestCentroid())
    #expect(try together([drawing, drawing]) == nil)
    let plain = PassThrough().then(NearestCentroid())
    let centroids: Matrix = [[0.5, 2], [3.5, 5.5]]
    #expect(try together([plain, plain])?.first?.map(\.final.centroids) == [centroids, centroids])
  }

  @Test("Name the row of all where one is not finite")
  func rows() throws {
    var x = try Datasets.iris().features
    x[120, 2] = .infinity
    #expect(throws: LearningError.notFinite(row: 120, column: 2, value: .infinity)) {
      try Pipeline.fitTogether(
        [Self.pipeline(1), Self.pipeline(2)], x, classIndices: (0..<150).map { $0 / 50 }, classCount: 3, weights: nil,
        trainingParts: [Array(20..<150)])
    }
  }
}
