import LinearAlgebra
import Testing

@Suite("Squared distances between rows")
struct SquaredDistancesTests {
  /// The direct path up to 16 columns, in one block and in several; the product path beyond.
  @Test(
    "are sums of squared differences on both paths",
    arguments: [(7, 5, 1), (40, 30, 16), (900, 90, 3), (40, 30, 17), (5, 1, 200)])
  func definition(n: Int, m: Int, d: Int) {
    let (a, b) = (Matrix.normal(n, d, seed: 1), Matrix.normal(m, d, seed: 2))
    let expected = Matrix.filled(n, m) { i, k in
      zip(a.row(i), b.row(k)).map { $0 - $1 }.reduce(0) { $0 + $1 * $1 }
    }
    let distances = a.squaredDistances(to: b)
    #expect(distances.deviation(from: expected) < 1e-13)
    let onOneThread = ThreadBudget.reproducible.limited(to: 1).run { a.squaredDistances(to: b) }
    #expect(onOneThread.bits == distances.bits)
  }

  @Test("to themselves are exactly zero where they are taken directly")
  func toThemselves() {
    let x = Matrix.normal(50, 10).map { $0 + 1e8 }
    #expect(x.squaredDistances(to: x).diagonal.allSatisfy { $0 == 0 })
  }

  @Test("that overflow are never taken for near", arguments: [3, 20])
  func overflow(d: Int) {
    let far = Matrix(repeating: 1e200, rowCount: 1, columnCount: d)
    let distances = far.squaredDistances(to: .filled(2, d) { i, _ in i == 0 ? -1e200 : 0 })
    #expect(distances.elements.allSatisfy { !$0.isFinite })
  }

  @Test("from and to NaN are NaN", arguments: [3, 20])
  func notANumber(d: Int) {
    let distances = Matrix.filled(2, d) { i, j in i == 0 && j == 1 ? .nan : 0 }.squaredDistances(to: .zeros(1, d))
    #expect(distances[0, 0].isNaN)
    #expect(distances[1, 0] == 0)
  }

  /// Far from the origin, where norms less products would leave nothing but rounding.
  @Test("are never negative, and keep their digits far from the origin", arguments: [10, 40])
  func farFromTheOrigin(d: Int) {
    let near = Matrix.normal(30, d)
    let far = near.map { $0 + 1e6 }
    let distances = far.squaredDistances(to: far)
    #expect(distances.elements.allSatisfy { $0 >= 0 })
    #expect(distances.deviation(from: near.squaredDistances(to: near)) < 1e-8)
  }
}
