import Testing

@testable import Notebook

@Suite("A histogram")
struct HistogramTests {
  @Test("counts each value once; a bin holds its lower edge and the last its upper one, too")
  func counts() {
    let bins = Histogram(values: [0, 0.5, 1, 1.5, 2, 2, 4], binCount: 4).bins
    #expect(bins.map(\.count) == [2, 2, 2, 1])
    #expect(bins.map(\.lower) == [0, 1, 2, 3])
    #expect(bins.map(\.upper) == [1, 2, 3, 4])
  }

  @Test("has ⌈log₂ n⌉ + 1 bins by default", arguments: [(2, 2), (3, 3), (100, 8), (128, 8), (129, 9)])
  func sturges(sampleSize: Int, binCount: Int) {
    #expect(Histogram(values: (0..<sampleSize).map(Double.init), binCount: nil).bins.count == binCount)
  }

  @Test(
    "loses no value at the limits of numbers",
    arguments: [[3, 3, 3], [0, 0], [1e300, -1e300, 0], [0, .leastNonzeroMagnitude], [1, 1.0.nextUp]])
  func limits(values: [Double]) {
    #expect(Histogram(values: values, binCount: 5).bins.reduce(0) { $0 + $1.count } == values.count)
  }

  @Test("of nothing has no bins")
  func empty() {
    #expect(Histogram(values: [], binCount: nil).bins.isEmpty)
  }
}
