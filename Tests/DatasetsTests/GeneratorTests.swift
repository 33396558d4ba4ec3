import Datasets
import Learning
import LinearAlgebra
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Statistical bounds are five standard errors wide and the seeds fixed, so these tests pass always or never.
@Suite("Seeded generators")
struct GeneratorTests {
  private func mean(_ values: some Collection<Double>) -> Double { values.reduce(0, +) / Double(values.count) }

  private func dot(_ a: some Collection<Double>, _ b: some Collection<Double>) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func option(_ body: () throws(LearningError) -> Void) -> String? {
    do { try body() } catch .invalidOption(let name, _, _) { return name } catch {}
    return nil
  }

  @Test func `Blobs have the given centers, counts and spread`() throws {
    var generator = SeededGenerator(seed: 1)
    let centers: Matrix = [[0, 0], [5, -3], [100, 7]]
    let blobs = try Datasets.blobs(centers: centers, counts: [400, 0, 300], standardDeviation: 2, using: &generator)
    #expect((blobs.features.rowCount, blobs.features.columnCount) == (700, 2))
    #expect(blobs.classCounts == [400, 0, 300])
    for k in [0, 2] {
      let rows = blobs.labels.indices.filter { blobs.labels[$0] == k }
      let n = Double(rows.count)
      for j in 0..<2 {
        let errors = rows.map { blobs.features[$0, j] - centers[k, j] }
        #expect(abs(mean(errors)) < 5 * 2 / n.squareRoot())
        #expect(abs(mean(errors.map { $0 * $0 }) - 4) < 5 * 4 * (2 / n).squareRoot())
      }
      let products = rows.map {
        (blobs.features[$0, 0] - centers[k, 0]) * (blobs.features[$0, 1] - centers[k, 1])
      }
      #expect(abs(mean(products)) < 5 * 4 / n.squareRoot())
    }
    #expect(blobs.labels != blobs.labels.sorted())
  }

  @Test func `Drawn centers lie in the box, and the samples are shared evenly`() throws {
    var generator = SeededGenerator(seed: 2)
    let blobs = try Datasets.blobs(
      count: 101, centerCount: 4, featureCount: 3, standardDeviation: 0, centerBox: 2...3, using: &generator)
    #expect(blobs.classCounts == [26, 25, 25, 25])
    #expect(blobs.features.columnCount == 3)
    #expect(blobs.features.elements.allSatisfy { (2...3).contains($0) })
    #expect(Set(blobs.features.rows.map { Array($0) }).count == 4)
  }

  @Test func `Circles without noise lie on their circles, evenly`() throws {
    var generator = SeededGenerator(seed: 3)
    let circles = try Datasets.circles(count: 61, noise: 0, factor: 0.3, using: &generator)
    #expect(circles.classCounts == [30, 31])
    #expect(circles.labelNames == ["outer", "inner"])
    #expect(circles.labels != circles.labels.sorted())
    for (row, label) in zip(circles.features.rows, circles.labels) {
      #expect(abs(hypot(row[0], row[1]) - (label == 0 ? 1 : 0.3)) < 1e-15)
    }
    for label in 0...1 {
      let rows = circles.labels.indices.filter { circles.labels[$0] == label }
      let angles = rows.map { atan2(circles.features[$0, 1], circles.features[$0, 0]) }.sorted()
      let step = 2 * Double.pi / Double(rows.count)
      for (a, b) in zip(angles, angles.dropFirst()) { #expect(abs(b - a - step) < 1e-12) }
    }
  }

  @Test func `The noise of circles has the given standard deviation`() throws {
    var (first, second) = (SeededGenerator(seed: 4), SeededGenerator(seed: 4))
    let n = 2000
    let exact = try Datasets.circles(count: n, noise: 0, using: &first)
    let noisy = try Datasets.circles(count: n, noise: 0.1, using: &second)
    for noise in (noisy.features - exact.features).columns {
      #expect(abs(mean(noise)) < 5 * 0.1 / Double(n).squareRoot())
      #expect(abs(mean(noise.map { $0 * $0 }) - 0.01) < 5 * 0.01 * (2 / Double(n)).squareRoot())
    }
  }

  @Test func `Low-rank data have orthonormal directions and the stated spectrum`() throws {
    var generator = SeededGenerator(seed: 5)
    let n = 1000
    let data = try Datasets.lowRankPlusNoise(
      rowCount: n, columnCount: 8, signalVariances: [9, 4, 1], noise: 0.5, using: &generator)
    #expect(data.populationVariances == [9.25, 4.25, 1.25, 0.25, 0.25, 0.25, 0.25, 0.25])
    for a in 0..<3 {
      for b in 0..<3 {
        let product = dot(data.components.row(a), data.components.row(b))
        #expect(abs(product - (a == b ? 1 : 0)) < 1e-14)
      }
    }
    let scores = (0..<3).map { k in data.features.rows.map { dot($0, data.components.row(k)) } }
    for a in 0..<3 {
      for b in 0...a {
        let covariance = dot(scores[a], scores[b]) / Double(n)
        let (va, vb) = (data.populationVariances[a], data.populationVariances[b])
        let expected = a == b ? va : 0
        #expect(abs(covariance - expected) < 5 * (va * vb * (a == b ? 2 : 1) / Double(n)).squareRoot())
      }
    }
    // What the three directions leave over is noise in the other five.
    let total = data.features.elements.reduce(0) { $0 + $1 * $1 } / Double(n)
    let rest = total - scores.reduce(0) { $0 + dot($1, $1) } / Double(n)
    #expect(abs(rest - 5 * 0.25) < 5 * 0.25 * (2 * 5 / Double(n)).squareRoot())
  }

  @Test func `Without noise, low-rank data have exactly that rank`() throws {
    var generator = SeededGenerator(seed: 6)
    let data = try Datasets.lowRankPlusNoise(
      rowCount: 30, columnCount: 6, signalVariances: [2, 1], noise: 0, using: &generator)
    for row in data.features.rows {
      let scores = (0..<2).map { dot(row, data.components.row($0)) }
      for j in 0..<6 {
        #expect(abs(row[j] - scores[0] * data.components[0, j] - scores[1] * data.components[1, j]) < 1e-14)
      }
    }
    let noise = try Datasets.lowRankPlusNoise(
      rowCount: 5, columnCount: 3, signalVariances: [], noise: 1, using: &generator)
    #expect(noise.populationVariances == [1, 1, 1])
    #expect(noise.components.rowCount == 0)
  }

  /// A coordinate of a uniformly random unit vector in d = 4 has mean 0, variance 1/4 and fourth moment 3/24.
  @Test func `Directions of low-rank data are uniform`() throws {
    var generator = SeededGenerator(seed: 7)
    var coordinates = [[Double]](repeating: [], count: 8)
    let n = 400
    for _ in 0..<n {
      let data = try Datasets.lowRankPlusNoise(
        rowCount: 1, columnCount: 4, signalVariances: [2, 1], noise: 0, using: &generator)
      for (place, value) in data.components.elements.enumerated() { coordinates[place].append(value) }
    }
    for values in coordinates {
      #expect(abs(mean(values)) < 5 * (0.25 / Double(n)).squareRoot())
      #expect(abs(mean(values.map { $0 * $0 }) - 0.25) < 5 * ((0.125 - 0.0625) / Double(n)).squareRoot())
    }
  }

  @Test func `The same seed gives the same bits, another seed others`() throws {
    func draw(_ seed: UInt64) throws -> [Matrix] {
      var generator = SeededGenerator(seed: seed)
      return [
        try Datasets.blobs(using: &generator).features,
        try Datasets.circles(using: &generator).features,
        try Datasets.lowRankPlusNoise(using: &generator).features,
      ]
    }
    #expect(try draw(8) == draw(8))
    for (a, b) in zip(try draw(8), try draw(9)) { #expect(a != b) }
  }

  @Test func `Without a generator the system's is used`() throws {
    #expect(try Datasets.blobs().features != Datasets.blobs().features)
    #expect(try Datasets.circles().features != Datasets.circles().features)
    #expect(try Datasets.lowRankPlusNoise() != Datasets.lowRankPlusNoise())
    #expect(try Datasets.blobs(centers: [[1], [2]], counts: [3, 4]).classCounts == [3, 4])
  }

  @Test func `Options outside their range are refused by name`() {
    #expect(option { () throws(LearningError) in _ = try Datasets.blobs(count: 0) } == "count")
    #expect(option { () throws(LearningError) in _ = try Datasets.blobs(centerCount: -1) } == "centerCount")
    #expect(option { () throws(LearningError) in _ = try Datasets.blobs(featureCount: 0) } == "featureCount")
    #expect(option { () throws(LearningError) in _ = try Datasets.blobs(count: .max) } == "count")
    #expect(
      option { () throws(LearningError) in _ = try Datasets.blobs(standardDeviation: .nan) } == "standardDeviation")
    #expect(option { () throws(LearningError) in _ = try Datasets.blobs(centerBox: 0...(.infinity)) } == "centerBox")
    #expect(option { () throws(LearningError) in _ = try Datasets.blobs(centers: [], counts: []) } == "centers")
    #expect(option { () throws(LearningError) in _ = try Datasets.blobs(centers: [[.nan]], counts: [1]) } == "centers")
    for counts in [[1], [1, -1], [0, 0], [.max, .max]] {
      #expect(
        option { () throws(LearningError) in _ = try Datasets.blobs(centers: [[1], [2]], counts: counts) } == "counts")
    }
    #expect(option { () throws(LearningError) in _ = try Datasets.circles(count: 0) } == "count")
    #expect(option { () throws(LearningError) in _ = try Datasets.circles(count: .max) } == "count")
    #expect(option { () throws(LearningError) in _ = try Datasets.circles(noise: -1) } == "noise")
    #expect(option { () throws(LearningError) in _ = try Datasets.circles(factor: 1) } == "factor")
    #expect(option { () throws(LearningError) in _ = try Datasets.lowRankPlusNoise(rowCount: 0) } == "rowCount")
    #expect(
      option { () throws(LearningError) in _ = try Datasets.lowRankPlusNoise(columnCount: 2) } == "signalVariances")
    for variances in [[1, 2], [0], [.nan], [.infinity]] {
      #expect(
        option { () throws(LearningError) in _ = try Datasets.lowRankPlusNoise(signalVariances: variances) }
          == "signalVariances")
    }
  }
}
