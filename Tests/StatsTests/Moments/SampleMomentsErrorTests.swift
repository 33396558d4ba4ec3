import Learning
import Stats
import Testing

@Suite("The moments of a sample refuse")
struct SampleMomentsErrorTests {
  private func expect(
    _ error: LearningError, of x: [Double], weights: [Double]? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for order in [SampleMoments.Order.second, .fourth] {
      #expect(throws: error, sourceLocation: sourceLocation) {
        try SampleMoments(of: x, weights: weights, upTo: order)
      }
    }
  }

  @Test("no values")
  func empty() {
    expect(.tooFewSamples(found: 0, needed: 1, purpose: "a mean"), of: [])
  }

  @Test("values that are not finite, wherever they stand", arguments: [0, 5, 8, 2047, 2048, 4098])
  func notFinite(row: Int) {
    var x = [Double](repeating: 4, count: 4099)
    for value in [Double.infinity, -.infinity] {
      x[row] = value
      expect(.valueNotFinite(.observations, row: row, value: value), of: x)
      var weights = [Double](repeating: 1, count: 4099)
      weights[row] = 0
      expect(.valueNotFinite(.observations, row: row, value: value), of: x, weights: weights)
    }
    x[row] = .nan
    #expect {
      try SampleMoments(of: x)
    } throws: { error in
      guard case .valueNotFinite(.observations, row, let value) = error as? LearningError else { return false }
      return value.isNaN
    }
  }

  @Test("weights that are none")
  func weights() {
    let x = [1.0, 2, 3]
    expect(.countMismatch(.weights, count: 2, rowCount: 3), of: x, weights: [1, 1])
    expect(.negativeWeight(row: 1, value: -0.5), of: x, weights: [1, -0.5, 1])
    expect(.valueNotFinite(.weights, row: 2, value: .infinity), of: x, weights: [1, 0, .infinity])
    expect(.noPositiveWeight, of: x, weights: [0, 0, 0])
  }

  @Test("what overflows, and only that")
  func overflow() throws {
    let tooLarge = LearningError.linearAlgebra(.overflow(operation: "sum of powers"))
    expect(tooLarge, of: [1e200, -1e200])
    expect(tooLarge, of: [1e308, 1.1e308])
    let large = [1e100, 3e100]
    #expect(throws: tooLarge) { try SampleMoments(of: large) }
    #expect(abs(try SampleMoments(of: large, upTo: .second).variance() - 2e200) < 1e185)
    #expect(throws: tooLarge) {
      var moments = try SampleMoments(of: [-1e200, -1e200], upTo: .second)
      try moments.merge(SampleMoments(of: [1e200, 1e200], upTo: .second))
    }
  }

  @Test("a value of a stream by its place in it, and stay as they were")
  func stream() throws {
    var moments = try SampleMoments(of: [1, 2, 3])
    let before = moments
    #expect(throws: LearningError.valueNotFinite(.observations, row: 3, value: .infinity)) {
      try moments.add(.infinity)
    }
    #expect(throws: LearningError.negativeWeight(row: 3, value: -1)) { try moments.add(1, weight: -1) }
    #expect(throws: LearningError.valueNotFinite(.weights, row: 3, value: .infinity)) {
      try moments.add(1, weight: .infinity)
    }
    #expect(throws: LearningError.valueNotFinite(.observations, row: 1, value: -.infinity)) {
      try moments.add(contentsOf: [1, -.infinity])
    }
    #expect(throws: LearningError.linearAlgebra(.overflow(operation: "sum of powers"))) { try moments.add(1e200) }
    #expect(moments == before)
  }
}
