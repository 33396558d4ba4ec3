import Decomposition
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("PCA of rows that come in chunks")
struct PCAChunkTests {
  private static func chunks(of x: Matrix, _ length: Int) -> [Matrix] {
    stride(from: 0, to: x.rowCount, by: length).map { x.selectingRows($0..<min($0 + length, x.rowCount)) }
  }

  @Test("equals the fit of all rows at once", arguments: ["iris", "wine", "breast_cancer", "digits"], [1, 7, 100, 5000])
  func equalsInMemory(_ name: String, _ length: Int) throws {
    let x = try RealData.load(name)
    for matrix in [PCA.AnalysedMatrix.covariance, .correlation] {
      let whole = try PCA(on: matrix, solver: .covariance).fit(x)
      let streamed = try PCA(on: matrix).fit(chunks: Self.chunks(of: x, length))
      #expect(distance(streamed.eigenvalues, whole.eigenvalues) <= 1e-13 * whole.eigenvalues[0])
      #expect(streamed.rank == whole.rank)
      #expect(streamed.constantColumns == whole.constantColumns)
      #expect(distance(streamed.center, whole.center) <= 1e-13 * (whole.center.map(abs).max() ?? 0))
    }
  }

  @Test("means far from zero, and rows in order, cost nothing", arguments: [0, 1e6, 1e8])
  func farFromZero(_ offset: Double) throws {
    let x = try Samples.wholeNumbers(600, 4)
    let sorted = x.selectingRows((0..<600).sorted { x[$0, 0] < x[$1, 0] })
    let expected = try PCA(solver: .svd).fit(x)
    let streamed = try PCA().fit(chunks: Self.chunks(of: sorted.map { $0 + offset }, 50))
    #expect(distance(streamed.eigenvalues, expected.eigenvalues) <= 1e-12 * expected.eigenvalues[0])
  }

  @Test("parts may be merged in any grouping, and sent as files")
  func associative() throws {
    let x = try RealData.load("wine")
    let parts = try Self.chunks(of: x, 40).map { try Moments(of: $0) }
    var leftToRight = Moments.empty(columnCount: x.columnCount)
    for part in parts { leftToRight.merge(part) }
    var pairs = parts[0]
    pairs.merge(parts[1])
    var rest = parts[2]
    rest.merge(parts[3])
    rest.merge(parts[4])
    let sent = try JSONDecoder().decode(Moments.self, from: JSONEncoder().encode(rest))
    #expect(sent == rest)
    pairs.merge(sent)
    let whole = try Moments(of: x)
    for merged in [leftToRight, pairs] {
      #expect(merged.weight == whole.weight)
      #expect((merged.scatter - whole.scatter).maximumMagnitude <= 1e-13 * whole.scatter.maximumMagnitude)
      #expect(merged.scatter == merged.scatter.transposed())
    }
  }

  @Test("a column is constant when it is so in all chunks, at one value")
  func constantColumns() throws {
    let first: Matrix = [[0.1, 1, 5], [0.1, 2, 5]]
    let second: Matrix = [[0.1, 3, 6], [0.1, 3, 6]]
    let model = try PCA().fit(chunks: [first, second])
    #expect(model.constantColumns == [0])
    #expect(model.center[0] == 0.1)
    var moments = Moments.empty(columnCount: 3)
    moments.merge(try Moments(of: second))
    #expect(moments.constantColumns == [0, 1, 2])
  }

  @Test("refuses what cannot be, and says in which row of all")
  func refusals() throws {
    let good = try Samples.normal(10, 3)
    #expect(throws: LearningError.notFinite(row: 11, column: 2, value: .infinity)) {
      try PCA().fit(chunks: [good, [[1, 2, 3], [4, 5, .infinity]]])
    }
    #expect(throws: LearningError.featureCountMismatch(found: 2, expected: 3)) {
      try PCA().fit(chunks: [good, [[1, 2]]])
    }
    #expect(throws: LearningError.empty(rowCount: 0, columnCount: 0)) { try PCA().fit(chunks: [Matrix]()) }
    #expect(throws: LearningError.tooFewSamples(found: 1, needed: 2, purpose: "a variance")) {
      try PCA().fit(chunks: [[[1, 2, 3]]])
    }
    let error = #expect(throws: LearningError.self) { try PCA(solver: .svd).fit(chunks: [good]) }
    #expect(error?.description.contains("need the rows themselves") == true)
    #expect(throws: LearningError.cancelled) {
      try PCA().fit { () throws(LearningError) -> Matrix? in throw .cancelled }
    }
  }
}
