import Classic
import Learning
import LinearAlgebra
import Testing

@Suite("Measures of clusterings")
struct ClusteringTests {
  @Test("agreement is scikit-learn's", arguments: try Fixture.metrics().clusterings)
  func agreement(expected: Fixture.Metrics.Clustering) throws {
    let agreement = try ClusterAgreement(of: expected.clusters, labels: expected.labels)
    var values = [
      (agreement.randIndex, expected.rand), (agreement.adjustedRandIndex, expected.adjustedRand),
      (agreement.mutualInformation, expected.mutualInformation), (agreement.homogeneity, expected.homogeneity),
      (agreement.completeness, expected.completeness), (agreement.vMeasure(), expected.vMeasure),
      (agreement.vMeasure(beta: 2), expected.vMeasureOfTwo),
    ]
    for mean in EntropyMean.allCases {
      values.append((agreement.normalizedMutualInformation(mean), try #require(expected.normalized[mean.rawValue])))
      // What scikit-learn has there is a quotient of two rounding errors.
      guard expected.name != "singletons" || mean != .minimum else { continue }
      values.append((agreement.adjustedMutualInformation(mean), try #require(expected.adjusted[mean.rawValue])))
    }
    for (index, (value, expected)) in values.enumerated() {
      #expect(abs(value - expected) < 1e-12, "value \(index)")
    }
  }

  @Test("names do not matter, and which of the two is the clustering matters to homogeneity only")
  func symmetry() throws {
    let a = [0, 0, 1, 1, 2, 2, 2], b = ["x", "x", "x", "y", "y", "z", "z"]
    let first = try ClusterAgreement(of: a, labels: b), second = try ClusterAgreement(of: b, labels: a)
    #expect(first.adjustedRandIndex == second.adjustedRandIndex)
    #expect(abs(first.mutualInformation - second.mutualInformation) < 1e-15)
    #expect(abs(first.adjustedMutualInformation() - second.adjustedMutualInformation()) < 1e-15)
    #expect(abs(first.homogeneity - second.completeness) < 1e-15)
    #expect(first == (try ClusterAgreement(of: a.map { 7 - $0 }, labels: b)))
  }

  @Test("chance has an adjusted Rand index and an adjusted information of 0 on average over all arrangements")
  func chance() throws {
    // Every way to deal two labels to five rows in clusters of 2 and 3, each as probable as the others.
    let clusters = [0, 0, 1, 1, 1]
    var rand = 0.0, information = 0.0
    for i in 0..<5 {
      for j in 0..<i {
        let agreement = try ClusterAgreement(of: clusters, labels: (0..<5).map { $0 == i || $0 == j })
        rand += agreement.adjustedRandIndex
        information += agreement.adjustedMutualInformation()
      }
    }
    #expect(abs(rand) < 1e-14)
    #expect(abs(information) < 1e-14)
  }

  @Test("the only arrangement that is singletons has no information beyond chance, by any mean")
  func singletons() throws {
    let agreement = try ClusterAgreement(of: Array(0..<6), labels: [0, 0, 1, 1, 2, 2])
    for mean in EntropyMean.allCases { #expect(abs(agreement.adjustedMutualInformation(mean)) < 1e-12) }
    #expect(agreement.homogeneity == 1)
  }

  @Test("agreement refuses no rows and lists of other lengths")
  func lengths() {
    #expect(
      throws: LearningError.tooFewSamples(found: 0, needed: 1, purpose: "the agreement of clusters and labels")
    ) {
      try ClusterAgreement(of: [Int](), labels: [Int]())
    }
    #expect(throws: LearningError.countMismatch(.labels, count: 1, rowCount: 2)) {
      try ClusterAgreement(of: [1, 2], labels: ["a"])
    }
  }

  @Test("silhouettes are scikit-learn's", arguments: try Fixture.metrics().silhouettes)
  func silhouettes(expected: Fixture.Metrics.Silhouettes) throws {
    let x = try Matrix(rows: expected.x)
    let values = try Classic.silhouettes(of: x, clusters: expected.clusters)
    #expect(values.count == expected.values.count)
    for (value, expected) in zip(values, expected.values) { #expect(abs(value - expected) < 1e-12) }
    #expect(abs(try silhouette(of: x, clusters: expected.clusters) - expected.mean) < 1e-12)
  }

  @Test("silhouettes of many blocks are those of all pairs of rows, the same bits on one thread")
  func blocks() throws {
    var generator = SeededGenerator(seed: 3)
    let clusters = (0..<1500).map { _ in Int.random(in: 0..<3, using: &generator) }
    let line = clusters.map { Double($0) * 2 + Double.random(in: 0..<1, using: &generator) }
    let x = try Matrix(rows: line.map { [$0] })
    let values = try Classic.silhouettes(of: x, clusters: clusters)
    let single = try ThreadBudget.reproducible.limited(to: 1).run {
      try Classic.silhouettes(of: x, clusters: clusters)
    }
    #expect(values == single)
    for row in stride(from: 0, to: 1500, by: 100) {
      let distances = (0..<3).map { cluster in
        let members = clusters.indices.filter { clusters[$0] == cluster && $0 != row }
        return members.reduce(0) { $0 + abs(line[$1] - line[row]) } / Double(members.count)
      }
      let own = distances[clusters[row]]
      let other = (0..<3).filter { $0 != clusters[row] }.map { distances[$0] }.min() ?? .nan
      #expect(abs(values[row] - (other - own) / max(own, other)) < 1e-12)
    }
  }

  @Test("rows in one place have silhouette 0, and one without companions, too")
  func degenerate() throws {
    let x = try Matrix(rows: [[1], [1], [1], [1], [4]])
    #expect(try Classic.silhouettes(of: x, clusters: [0, 0, 1, 1, 2]) == [0, 0, 0, 0, 0])
  }

  @Test("silhouettes refuse one cluster, singletons alone, and distances that overflow")
  func refusals() throws {
    let x = try Matrix(rows: [[1], [2], [4]])
    for (clusters, reason) in [([7, 7, 7], "one cluster"), ([1, 2, 3], "of its own")] {
      let error = #expect(throws: LearningError.self) { try silhouette(of: x, clusters: clusters) }
      #expect(error?.description.contains(reason) == true)
    }
    #expect(throws: LearningError.countMismatch(.labels, count: 2, rowCount: 3)) {
      try silhouette(of: x, clusters: [1, 2])
    }
    #expect(throws: LearningError.notFinite(row: 1, column: 0, value: .infinity)) {
      try silhouette(of: try Matrix(rows: [[1], [.infinity], [4]]), clusters: [1, 1, 2])
    }
    let error = #expect(throws: LearningError.self) {
      try silhouette(of: try Matrix(rows: [[1e200], [-1e200], [4]]), clusters: [1, 1, 2])
    }
    #expect(error?.description.contains("overflow") == true)
  }
}
