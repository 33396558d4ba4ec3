import Classic
import Learning
import LinearAlgebra
import Testing

@Suite("The learning curve")
struct LearningCurveTests {
  @Test("ends with the scores of the cross-validation")
  func end() throws {
    let (x, y) = try Fixture.data("iris")
    let splitter = KFold(shuffles: false)
    var generator = SeededGenerator(seed: 1)
    let curve = try learningCurve(
      NearestCentroid(), x, labels: y, trainingShares: [0.1, 0.5, 1], splitter: splitter, metric: .accuracy,
      using: &generator)
    let whole = try crossValidate(
      NearestCentroid(), x, labels: y, splitter: splitter, metrics: [.accuracy], scoresTraining: true)
    #expect(curve.points.map(\.trainingCount) == [12, 60, 120])
    #expect(curve.points[2].test == whole.estimates[0])
    #expect(try curve.points[2].training == #require(whole.trainingEstimates)[0])
    #expect(curve.points.allSatisfy { $0.test.values.count == 5 && $0.training.values.count == 5 })
  }

  @Test("learns from parts that have each class in its share")
  func shares() throws {
    let y = (0..<100).map { $0 % 10 == 0 ? "rare" : "common" }
    let x = try Matrix(rows: (0..<100).map { [Double($0)] })
    let share = ClassificationMetric<String>("share", .higherIsBetter) { judged throws(LearningError) in
      Double(judged.labels.filter { $0 == "rare" }.count) / Double(judged.count)
    }
    var generator = SeededGenerator(seed: 1)
    let curve = try learningCurve(
      NearestCentroid(), x, labels: y, trainingShares: [0.25, 0.5, 1], metric: share, using: &generator)
    for point in curve.points { #expect(point.training.values.allSatisfy { abs($0 - 0.1) <= 1e-12 }) }
  }

  @Test("falls on training rows and rises on others, of a model with many coefficients")
  func overfitting() throws {
    var generator = SeededGenerator(seed: 5)
    let rows = (0..<60).map { _ in (0..<8).map { _ in Double.random(in: -1...1, using: &generator) } }
    let x = try Matrix(rows: rows)
    let targets = rows.map { $0[0] + Double.random(in: -1...1, using: &generator) }
    let points = try learningCurve(
      LinearRegression(), x, targets: targets, trainingShares: [0.25, 1], using: &generator
    ).points
    #expect(points[0].training.mean < points[1].training.mean)
    #expect(points[0].test.mean > points[1].test.mean)
  }

  @Test("refuses shares that leave nothing, or a class out")
  func refusals() throws {
    var generator = SeededGenerator(seed: 1)
    let y = (0..<40).map { $0 < 5 ? "a" : "b" }
    let x = try Matrix(rows: (0..<40).map { [Double($0)] })
    for shares in [[], [0], [1.5], [0.5, .nan]] as [[Double]] {
      let error = try #require(throws: LearningError.self) {
        try learningCurve(
          NearestCentroid(), x, labels: y, trainingShares: shares, metric: .accuracy, using: &generator)
      }
      #expect(error.description.contains("trainingShares"))
    }
    let error = try #require(throws: LearningError.self) {
      try learningCurve(NearestCentroid(), x, labels: y, trainingShares: [0.05], metric: .accuracy, using: &generator)
    }
    #expect(error.description.contains("“a”"))
  }
}
