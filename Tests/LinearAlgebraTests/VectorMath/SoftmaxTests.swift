internal import CVectorMath
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Softmax of rows")
struct SoftmaxTests {
  @Test("A row known to 25 digits", arguments: availableInstructionSets)
  func values(set: CVMInstructionSet) {
    let x = [1, 2.5, -0.75, -30]
    // From mpmath 1.3.0 with 60 digits.
    let expected = [
      0.176_820_182_107_443_205_407_445, 0.792_453_077_566_114_462_816_951_1,
      0.030_726_740_326_436_244_781_306_32, 6.086_994_292_203_657_539_844_432e-15,
    ]
    for (value, exact) in zip(RowFunctions.softmax(x, columns: 4, on: set), expected) {
      #expect(abs(value - exact) <= 4 * exact.ulp)
    }
  }

  @Test("Infinity and NaN, short rows and long", arguments: availableInstructionSets)
  func specialValues(set: CVMInstructionSet) {
    for count in [2, 3, 5, 8, 12, 13, 31, 40, 70] {
      let share = 1 / Double(count)
      let uniform = [Double](repeating: share, count: count)
      for value in [-Double.infinity, .infinity, 0.5, -.greatestFiniteMagnitude, .greatestFiniteMagnitude] {
        let row = [Double](repeating: value, count: count)
        #expect(RowFunctions.softmax(row, columns: count, on: set) == uniform, "\(count) times \(value)")
      }

      var infinite = [Double](repeating: 1.5, count: count)
      infinite[0] = .infinity
      infinite[count - 1] = .infinity
      var halves = [Double](repeating: 0, count: count)
      halves[0] = 0.5
      halves[count - 1] = 0.5
      #expect(RowFunctions.softmax(infinite, columns: count, on: set) == halves)

      var single = [Double](repeating: -.infinity, count: count)
      single[count / 2] = -3
      var certain = [Double](repeating: 0, count: count)
      certain[count / 2] = 1
      #expect(RowFunctions.softmax(single, columns: count, on: set) == certain)

      var spoiled = infinite
      spoiled[count / 2] = .nan
      let rows = RowFunctions.softmax(spoiled + infinite + spoiled, columns: count, on: set)
      #expect(rows[..<count].allSatisfy { $0.isNaN })
      #expect(Array(rows[count..<2 * count]) == halves)
      #expect(rows[(2 * count)...].allSatisfy { $0.isNaN })
    }
    #expect(RowFunctions.softmax([-.infinity, 7, .infinity], columns: 1, on: set) == [1, 1, 1])
  }

  #if arch(x86_64) && canImport(Glibc)
    @Test("Every entry is within the stated bound of long double", arguments: availableInstructionSets)
    func bound(set: CVMInstructionSet) throws {
      for sample in RowSamples.all {
        let row = sample.elements
        let largest = try #require(row.max())
        let normaliser = logSumExpReference(row)
        let count = Double(row.count)
        let result = RowFunctions.softmax(row, columns: row.count, on: set)
        for (x, value) in zip(row, result) {
          let exact = expl(Float80(x) - normaliser)
          let relative = 0x1p-53 * (largest - x + log(count) + count / 2 + 12)
          let bound = Double(exact) * relative + (exact < Float80(Double.leastNormalMagnitude) ? 0x1p-1073 : 0)
          #expect(abs(Double(Float80(value) - exact)) <= bound, "\(row.count) columns, \(sample.spread)")
        }
        #expect(abs(result.reduce(0, +) - 1) <= 0x1p-52 * count)
      }
    }
  #endif
}
