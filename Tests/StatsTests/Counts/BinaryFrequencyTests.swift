import Learning
import LinearAlgebra
import Stats
import Testing

@Suite("Frequencies of zeros and ones")
struct BinaryFrequencyTests {
  static let types: [any (FixedWidthInteger & Sendable).Type] = [
    Int.self, Int8.self, Int16.self, Int32.self, Int64.self, UInt.self, UInt8.self, UInt16.self, UInt32.self,
    UInt64.self,
  ]

  /// One element; less than a word and just one; less than a vector, and some words more.
  static let counts = [1, 7, 8, 9, 63, 64, 100, 333]

  @Test("are those of the table, for every type", arguments: counts)
  func types(n: Int) throws {
    func check<Count: FixedWidthInteger>(_ type: Count.Type) throws {
      let x = (0..<n).map { Count($0 * $0 % 7 % 2) }
      #expect(try FrequencyTable(ofBinary: x) == FrequencyTable(of: x), "\(type)")
      #expect(try FrequencyTable(ofBinary: x.dropFirst(n / 3)) == FrequencyTable(of: x.dropFirst(n / 3)), "\(type)")
      let ones = try FrequencyTable(ofBinary: [Count](repeating: 1, count: n))
      #expect(ones.values == [1] && ones.weights == [Double(n)], "\(type)")
    }
    for type in Self.types { try check(type) }
    if #available(macOS 15, *) { try check(Int128.self) }
  }

  @Test("name the first value that is neither", arguments: counts)
  func errors(n: Int) {
    func check<Count: FixedWidthInteger>(_ type: Count.Type) {
      for (row, value) in [(0, Count.max), (n / 2, 2), (n - 1, Count.min)] where value != 0 {
        var x = [Count](repeating: 1, count: n)
        x[n - 1] = 2
        x[row] = value
        let error = LearningError.outsideSupport(
          distribution: "Bernoulli", row: row, value: "\(value)", support: "0 or 1")
        #expect(throws: error, "\(type)") { try FrequencyTable(ofBinary: x) }
      }
    }
    for type in Self.types { check(type) }
    #expect(throws: LearningError.tooFewSamples(found: 0, needed: 1, purpose: "a table of frequencies")) {
      try FrequencyTable(ofBinary: [Int]())
    }
  }

  /// More bytes than the sums of a byte's width hold, and more than one chunk.
  @Test("are counted beyond the sums that a byte holds")
  func long() throws {
    let n = 64 * 255 * 64 + 16_333
    let ones = [UInt8](repeating: 1, count: n)
    #expect(try FrequencyTable(ofBinary: ones).weights == [Double(n)])
    var x = ones
    x[n - 1000] = 2
    x[n - 500] = 3
    #expect(
      throws: LearningError.outsideSupport(distribution: "Bernoulli", row: n - 1000, value: "2", support: "0 or 1")
    ) { try FrequencyTable(ofBinary: x) }
  }
}
