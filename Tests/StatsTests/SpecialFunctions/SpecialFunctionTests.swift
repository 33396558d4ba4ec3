import Stats
import Testing

/// Values to 60 digits; see Tests/Fixtures/stats/make_special.py.
private let tables: Result<[String: [[Double?]]], any Error> = Result { try fixture("special") }

private func rows(_ name: String) throws -> [[Double?]] { try #require(tables.get()[name]) }

@Suite("Special functions")
struct SpecialFunctionTests {
  @Test("invert the error functions, tails included")
  func inverseErrorFunctions() throws {
    var worst = WorstRow()
    for row in try rows("inverseErf") {
      let y = try #require(row[0])
      worst.compare(.inverseErf(y), row[1], row)
      worst.compare(-.inverseErf(-y), row[1], row)
    }
    for row in try rows("inverseErfc") {
      let y = try #require(row[0])
      worst.compare(.inverseErfc(y), row[1], row)
    }
    #expect(worst.error < 2e-15, "\(worst)")
  }

  @Test("have digamma and trigamma on both sides of zero")
  func polygamma() throws {
    var worst = WorstRow()
    for row in try rows("polygamma") {
      let x = try #require(row[0])
      worst.compare(.digamma(x), row[1], row)
      worst.compare(.trigamma(x), row[2], row)
    }
    #expect(worst.error < 2e-14, "\(worst)")
  }

  @Test("have the logarithm of the beta function for arguments of any size")
  func logBeta() throws {
    var worst = WorstRow()
    for row in try rows("logBeta") {
      let a = try #require(row[0])
      let b = try #require(row[1])
      // Near B(a, b) = 1 the error is small absolutely.
      let expected = try #require(row[2])
      let scale = max(1, 1 / abs(expected))
      if abs(expected) < 1e-300 {
        #expect(abs(Double.logBeta(a, b)) < 1e-14)
      } else {
        worst.compare(.logBeta(a, b), expected, row, scale: scale)
        worst.compare(.logBeta(b, a), expected, row, scale: scale)
      }
    }
    #expect(worst.error < 1e-13, "\(worst)")
  }

  @Test("have both incomplete gamma functions to 1e-13, tails included")
  func incompleteGamma() throws {
    var worst = WorstRow()
    for row in try rows("gamma") {
      let a = try #require(row[0])
      let x = try #require(row[1])
      worst.compare(.regularizedGammaP(a, x), row[2], row)
      worst.compare(.regularizedGammaQ(a, x), row[3], row)
    }
    #expect(worst.error < 1e-13, "\(worst)")
  }

  @Test("invert the incomplete gamma functions")
  func inverseIncompleteGamma() throws {
    var worst = WorstRow()
    for row in try rows("inverseGamma") {
      let a = try #require(row[0])
      let p = try #require(row[1])
      worst.compare(.inverseRegularizedGammaP(a, p), row[2], row)
      worst.compare(.inverseRegularizedGammaQ(a, p), row[3], row)
    }
    #expect(worst.error < 1e-13, "\(worst)")
  }

  @Test("have the incomplete beta function to 1e-13, tails included")
  func incompleteBeta() throws {
    var worst = WorstRow()
    for row in try rows("beta") {
      let x = try #require(row[0])
      let a = try #require(row[1])
      let b = try #require(row[2])
      worst.compare(.regularizedBeta(x, a, b), row[3], row)
      // The same tail from the other side, where one less x is exact.
      if x >= 0.5 { worst.compare(.regularizedBeta(1 - x, b, a), row[4], row) }
    }
    #expect(worst.error < 1e-13, "\(worst)")
  }

  @Test("invert the incomplete beta function")
  func inverseIncompleteBeta() throws {
    var worst = WorstRow()
    for row in try rows("inverseBeta") {
      let p = try #require(row[0])
      let a = try #require(row[1])
      let b = try #require(row[2])
      worst.compare(.inverseRegularizedBeta(p, a, b), row[3], row)
      if p >= 0.5 { worst.compare(.inverseRegularizedBeta(1 - p, b, a), row[4], row) }
    }
    #expect(worst.error < 1e-13, "\(worst)")
  }
}
