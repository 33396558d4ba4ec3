import Classic
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("The nearest centroid")
struct NearestCentroidTests {
  private let x: Matrix = [[0, 0], [2, 0], [10, 0], [12, 0]]
  private let y = ["near", "near", "far", "far"]

  @Test("agrees with scikit-learn, and its probabilities with their formula", arguments: ["iris", "wine"])
  func peer(name: String) throws {
    let expected = try #require(try Fixture.nearestCentroid().sets[name])
    let (x, y) = try Fixture.data(name)
    let model = try NearestCentroid().fit(x, labels: y)
    let centroids = try Matrix(rows: expected.centroids)
    #expect((model.centroids - centroids).maximumMagnitude < 1e-13 * centroids.maximumMagnitude)
    #expect(try model.predict(x).map(String.init).joined() == expected.predictions)
    let probabilities = try model.probabilities(for: x)
    for row in expected.rows {
      #expect(abs(model.variance / row.variance - 1) < 1e-13)
      for (found, expected) in zip(probabilities.row(row.row), row.probabilities) {
        #expect(abs(found - expected) < 1e-12)
      }
    }
    #expect(probabilities.rows.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-15 })
  }

  /// Means (1, 0) and (11, 0); each sample is 1 away in one of two coordinates, so σ² = 4 / (4 * 2).
  @Test("has the means, the variance and the probabilities of the formula")
  func formula() throws {
    let model = try NearestCentroid().fit(x, labels: y)
    #expect(model.classes == ["far", "near"])
    #expect(model.centroids == [[11, 0], [1, 0]])
    #expect(model.variance == 0.5)
    #expect(try model.predict([[5, 3], [7, -100]]) == ["near", "far"])
    // Squared distances of 45 and 25, and 2 σ² = 1: the odds are e²⁰ to 1.
    let probabilities = try model.probabilities(for: [[5, 3]])
    #expect(abs(probabilities[0, 0] / 2.0611536181902037e-9 - 1) < 1e-14)
    #expect(model.report.hasConverged)
  }

  @Test("weighs a row as often as its weight says")
  func weights() throws {
    let weighted = try NearestCentroid().fit(x, labels: y, weights: [1, 3, 2, 0])
    let rows = [0, 1, 1, 1, 2, 2]
    let repeated = try NearestCentroid().fit(x.selectingRows(rows), labels: rows.map { y[$0] })
    #expect((weighted.centroids - repeated.centroids).maximumMagnitude < 1e-15)
    #expect(abs(weighted.variance - repeated.variance) < 1e-15)
  }

  @Test("takes the first class where two centroids are as near")
  func ties() throws {
    let model = try NearestCentroid().fit([[0], [2], [4], [6]], labels: [7, 7, 3, 3])
    #expect(try model.probabilities(for: [[3]]) == [[0.5, 0.5]])
    #expect(try model.predict([[3]]) == [3])
  }

  @Test("is certain where every sample was its class's mean, and shares where several are as near")
  func zeroVariance() throws {
    let model = try NearestCentroid().fit([[0.1, 1], [0.1, 1], [3.1, 1]], labels: [1, 1, 2])
    #expect(model.variance == 0)
    #expect(try model.probabilities(for: [[1, 1], [3, 1]]) == [[1, 0], [0, 1]])
    let equal = try NearestCentroid().fit([[1], [1]], labels: [1, 2])
    #expect(try equal.probabilities(for: [[5]]) == [[0.5, 0.5]])
    #expect(try equal.predict([[5]]) == [1])
  }

  @Test("gives probabilities that sum to one, however far away a sample is", arguments: [1e3, 1e8, 1e150])
  func farAway(distance: Double) throws {
    let model = try NearestCentroid().fit(x, labels: y)
    let probabilities = try model.probabilities(for: [[distance, 0], [-distance, 0]])
    #expect(probabilities.elements.allSatisfy { $0.isFinite })
    #expect(probabilities.rows.allSatisfy { abs($0.reduce(0, +) - 1) < 1e-15 })
    if distance < 1e9 { #expect(try model.predict([[distance, 0], [-distance, 0]]) == ["far", "near"]) }
  }

  @Test("refuses samples whose distance is no Double, in few dimensions and in many", arguments: [2, 20])
  func overflow(d: Int) throws {
    let features = Matrix(repeating: 0, rowCount: 2, columnCount: d)
    let model = try NearestCentroid().fit(features, labels: [1, 2])
    #expect(throws: LearningError.linearAlgebra(.overflow(operation: "squared distance to a centroid"))) {
      try model.predict(Matrix(repeating: 1e200, rowCount: 1, columnCount: d))
    }
  }

  @Test("refuses to fit where squares overflow, in one column or in all together")
  func overflowInFit() {
    let overflow = LearningError.linearAlgebra(.overflow(operation: "sum of squares"))
    #expect(throws: overflow) { try NearestCentroid().fit([[1e200], [-1e200], [0]], labels: [1, 1, 2]) }
    let wide = Matrix(rowCount: 3, columnCount: 4) { 0.9e154 * [1, -1, 0][$0] }
    #expect(throws: overflow) { try NearestCentroid().fit(wide, labels: [1, 1, 2]) }
  }

  @Test("says where in the data the first element is that is not finite")
  func notFinite() {
    let x: Matrix = [[0], [1], [.infinity], [.infinity]]
    #expect(throws: LearningError.notFinite(row: 2, column: 0, value: .infinity)) {
      try NearestCentroid().fit(x, labels: ["b", "a", "b", "a"])
    }
  }

  @Test("comes back from a file, and predicts the same bits")
  func roundTrip() throws {
    let model = try NearestCentroid().fit(x, labels: y)
    let data = try JSONEncoder().encode(model)
    let decoded = try JSONDecoder().decode(NearestCentroid.Model<String>.self, from: data)
    #expect(decoded.core == model.core && decoded.classes == model.classes)
  }

  @Test("takes a core without classes from a file, and has nothing to say")
  func emptyCore() throws {
    let json = """
      {"centroids": {"rowCount": 0, "columnCount": 2, "elements": []}, "variance": 1,
       "report": {"method": "", "iterations": 1, "termination": "closed form", "objectiveTrace": [], "warnings": []}}
      """
    let core = try JSONDecoder().decode(NearestCentroid.Core.self, from: Data(json.utf8))
    #expect(try core.probabilities(for: [[1, 2]]) == .zeros(1, 0))
  }

  @Test("does not ask the generator, and learns the same in any order of the rows")
  func order() throws {
    let (x, y) = try Fixture.data("iris")
    var generator = SeededGenerator(seed: 5)
    let order = generator.permutation(of: x.rowCount)
    let model = try NearestCentroid().fit(x, labels: y)
    let shuffled = try NearestCentroid().fit(x.selectingRows(order), labels: order.map { y[$0] })
    #expect((model.centroids - shuffled.centroids).maximumMagnitude < 1e-13)
    #expect(NearestCentroid().traits == .deterministic)
  }
}

extension Matrix {
  /// The elements of row `i` are all `value(i)`.
  fileprivate init(rowCount: Int, columnCount: Int, value: (Int) -> Double) {
    self = .zeros(rowCount, columnCount)
    for i in 0..<rowCount {
      for j in 0..<columnCount { self[i, j] = value(i) }
    }
  }
}
