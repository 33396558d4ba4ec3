internal import CVectorMath
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Log-sum-exp")
struct LogSumExpTests {
  /// From mpmath 1.3.0 with 60 digits.
  static let literals: [([Double], Double)] = [
    ([0, -40], 4.248_354_255_291_588_986_304_978e-18),
    ([1, 2, 3], 3.407_605_964_444_380_304_482_92),
    ([1000, 1000.5, 999.25], 1001.138_181_602_412_484_513_461),
    ([-1000, -1001.5], -999.798_586_722_017_247_590_500_5),
    ([0.125, -0.5, 2.75, -3.5, 1.0625], 3.010_921_546_488_295_294_716_683),
  ]

  @Test("Values known to 25 digits", arguments: availableInstructionSets)
  func values(set: CVMInstructionSet) {
    for (x, expected) in Self.literals {
      #expect(abs(RowFunctions.logSumExp(x, on: set) - expected) <= 2 * expected.ulp, "\(x)")
      for value in RowFunctions.logSumExp(x + x + x, columns: x.count, on: set) {
        #expect(abs(value - expected) <= 2 * expected.ulp, "\(x) as a row")
      }
    }
  }

  @Test("Infinity, NaN and nothing, short rows and long", arguments: availableInstructionSets)
  func specialValues(set: CVMInstructionSet) {
    #expect(RowFunctions.logSumExp([], on: set) == -.infinity)
    for count in [1, 2, 3, 5, 8, 25, 48, 49, 70] {
      for position in [0, count / 2, count - 1] {
        func result(_ background: Double, _ element: Double) -> [Double] {
          var x = [Double](repeating: background, count: count)
          x[position] = element
          return [RowFunctions.logSumExp(x, on: set)] + RowFunctions.logSumExp(x + x, columns: count, on: set)
        }
        #expect(result(-.infinity, -.infinity) == [-.infinity, -.infinity, -.infinity])
        #expect(result(-.infinity, 3.5) == [3.5, 3.5, 3.5])
        #expect(result(0.25, .infinity) == [.infinity, .infinity, .infinity])
        #expect(result(.infinity, .infinity) == [.infinity, .infinity, .infinity])
        for background in [0.25, Double.infinity, -.infinity, .nan] {
          #expect(result(background, .nan).allSatisfy { $0.isNaN })
        }
        #expect(result(-.greatestFiniteMagnitude, 1e300) == [1e300, 1e300, 1e300])
      }
    }
  }

  @Test("n equal elements give their value plus log n", arguments: availableInstructionSets)
  func ties(set: CVMInstructionSet) {
    for (count, logarithm) in [(2, 0.693_147_180_559_945_309_4), (10, 2.302_585_092_994_045_684), (1, 0)] {
      let x = [Double](repeating: 700, count: count)
      #expect(abs(RowFunctions.logSumExp(x, on: set) - (700 + logarithm)) <= 700.0.ulp)
    }
  }

  #if arch(x86_64) && canImport(Glibc)
    @Test("Rows and whole arrays are within the stated bound of long double", arguments: availableInstructionSets)
    func bound(set: CVMInstructionSet) {
      for sample in RowSamples.all {
        let exact = logSumExpReference(sample.elements)
        let count = Double(sample.elements.count)
        let bound = 0x1p-53 * (abs(Double(exact)) + 3 * log(count) + min(count, count / 8 + 42) + 8)
        let results =
          [RowFunctions.logSumExp(sample.elements, on: set)]
          + RowFunctions.logSumExp(sample.elements, columns: sample.elements.count, on: set)
        for result in results {
          #expect(abs(Double(Float80(result) - exact)) <= bound, "\(sample.elements.count) elements, \(sample.spread)")
        }
      }
    }
  #endif
}
