import Testing

@testable import Notebook

@Suite("A comparison")
struct ComparisonTests {
  static let passing: [Comparison] = [
    .equal(measured: 29, expected: 29),
    .equal(measured: .max, expected: .max),
    .countAtLeast(measured: 3, bound: 3),
    .countAtMost(measured: -3, bound: -3),
    .near(measured: 0.95, expected: 0.9501, tolerance: 1e-3),
    .near(measured: 2, expected: 2, tolerance: 0),
    .near(measured: 1e300, expected: 1e300, tolerance: 1e290),
    .near(measured: .infinity, expected: .infinity, tolerance: 1),
    .atLeast(measured: 0.9, bound: 0.9),
    .atLeast(measured: .infinity, bound: 1),
    .atMost(measured: 0.1, bound: 0.1),
    .atMost(measured: 1e200, bound: 1e300),
  ]

  static let failing: [Comparison] = [
    .equal(measured: 28, expected: 29),
    .countAtLeast(measured: 2, bound: 3),
    .countAtMost(measured: 4, bound: 3),
    .near(measured: 0.95, expected: 0.9521, tolerance: 1e-3),
    .near(measured: .nan, expected: 1, tolerance: 1),
    .near(measured: 1, expected: .nan, tolerance: 1),
    .near(measured: .infinity, expected: 1, tolerance: 1),
    .near(measured: .infinity, expected: -.infinity, tolerance: 1),
    .near(measured: 1, expected: 1, tolerance: -1),
    .near(measured: 1, expected: 1, tolerance: .infinity),
    .near(measured: 1, expected: 1, tolerance: .nan),
    .atLeast(measured: 0.9.nextDown, bound: 0.9),
    .atLeast(measured: .nan, bound: 0.9),
    .atLeast(measured: 1, bound: -.infinity),
    .atMost(measured: 0.1.nextUp, bound: 0.1),
    .atMost(measured: .nan, bound: 0.1),
    .atMost(measured: 1, bound: .infinity),
  ]

  @Test("holds on its bound and inside", arguments: passing)
  func holds(_ comparison: Comparison) {
    #expect(comparison.holds)
  }

  @Test("fails beyond its bound, for NaN, and for a bound that cannot be broken", arguments: failing)
  func fails(_ comparison: Comparison) {
    #expect(!comparison.holds)
  }

  @Test("never holds once it is spoiled", arguments: passing + failing)
  func spoiled(_ comparison: Comparison) {
    #expect(!comparison.spoiled.holds)
  }

  @Test(
    "tells both values and the bound",
    arguments: [
      (.equal(measured: 29, expected: 29), "x: measured 29, expected 29"),
      (.countAtLeast(measured: 2, bound: 3), "x: measured 2, at least 3"),
      (.countAtMost(measured: 2, bound: 3), "x: measured 2, at most 3"),
      (.near(measured: 0.95, expected: 0.9501, tolerance: 1e-3), "x: measured 0.95, expected 0.9501 within 0.001"),
      (
        .near(measured: 0.95, expected: 0.9500000001, tolerance: 0),
        "x: measured 0.95, expected 0.9500000001 within 0, off by 1e-10"
      ),
      (.atLeast(measured: 0.95, bound: 0.9500000001), "x: measured 0.95, at least 0.9500000001"),
      (.atMost(measured: 1, bound: 0.9999999999), "x: measured 1, at most 0.9999999999"),
      (.atMost(measured: .nan, bound: 2), "x: measured nan, at most 2"),
      (.near(measured: .nan, expected: 1, tolerance: 0.5), "x: measured nan, expected 1 within 0.5"),
      (
        .near(measured: 1, expected: 1, tolerance: .infinity),
        "x: measured 1, expected 1 within inf (a tolerance has to be finite and not negative)"
      ),
      (.atLeast(measured: 1, bound: -.infinity), "x: measured 1, at least -inf (a bound has to be finite)"),
    ] as [(Comparison, String)])
  func sentence(_ comparison: Comparison, text: String) {
    #expect(Check(label: "C", name: "x", comparison).sentence == text)
  }

  @Test("shows a difference just above the tolerance as larger than it")
  func justAbove() {
    let text = Check(label: "C", name: "x", .near(measured: 1.0010000001, expected: 1, tolerance: 1e-3)).sentence
    #expect(text == "x: measured 1.001, expected 1 within 0.001, off by 0.0010000001")
  }
}
