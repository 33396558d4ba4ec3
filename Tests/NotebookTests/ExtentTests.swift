import Testing

@testable import Notebook

@Suite("The range of an axis")
struct ExtentTests {
  private func extent(_ values: [Double]) -> Extent {
    values.reduce(into: Extent()) { $0.include($1) }
  }

  @Test(
    "holds the data, and is longer than nothing",
    arguments: [
      [], [0], [7], [-7], [1e300, -1e300], [1e-300], [1e16, 1e16 + 2], [-1, 1], [0.5, 0.25],
      [.leastNonzeroMagnitude, 0],
    ] as [[Double]])
  func linear(values: [Double]) {
    let range = extent(values).range(on: .linear, chosen: nil)
    #expect(values.allSatisfy(range.contains))
    #expect(range.upperBound - range.lowerBound > 0)
    #expect((range.upperBound - range.lowerBound).isFinite)
  }

  @Test("reaches on a logarithmic axis from one power of ten to another", arguments: [[2.0, 5], [1], [0.02, 3]])
  func logarithmic(values: [Double]) {
    let range = extent(values).range(on: .logarithmic, chosen: nil)
    #expect(values.allSatisfy(range.contains))
    #expect([1, 10, 0.01].contains(range.lowerBound))
    #expect(range.upperBound / range.lowerBound > 9.99)
  }

  @Test("leaves no margin below the bars")
  func baseline() {
    var extent = extent([3, 5])
    extent.includeBaseline(0)
    let range = extent.range(on: .linear, chosen: nil)
    #expect(range.lowerBound == 0)
    #expect(range.upperBound > 5)
  }

  @Test("is the one chosen, unless that cannot be drawn")
  func chosen() {
    #expect(extent([3, 5]).range(on: .linear, chosen: -1...9) == -1...9)
    #expect(extent([3, 5]).range(on: .linear, chosen: 0 ... .infinity).upperBound.isFinite)
    #expect(extent([3, 5]).range(on: .logarithmic, chosen: 0...9).lowerBound > 0)
    let point = extent([3, 5]).range(on: .linear, chosen: 4...4)
    #expect(point.lowerBound < 4 && point.upperBound > 4)
  }

  @Test(
    "has few marks where the numbers are long",
    arguments: [(-1e300...1e300, 1e300), (0...1.2345e-7, 5e-8)] as [(ClosedRange<Double>, Double)])
  func sparse(range: ClosedRange<Double>, step: Double) throws {
    let found = try #require(AxisMarks.sparseStep(in: range, width: 330))
    #expect(abs(found / step - 1) < 1e-9)
  }

  @Test("leaves the marks to the plotter where the numbers are short")
  func usual() {
    #expect(AxisMarks.sparseStep(in: 0...250, width: 330) == nil)
  }
}
