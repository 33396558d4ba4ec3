import Foundation
import Learning
import LinearAlgebra
import Stats
import Testing

@Suite("A table of frequencies")
struct FrequencyTableTests {
  @Test("has the distinct values in order, and how often each is there")
  func counts() throws {
    let table = try FrequencyTable(of: [0, 2, 1, 1, 0, 3, 1, -5])
    #expect(table.values == [-5, 0, 1, 2, 3])
    #expect(table.weights == [1, 2, 3, 1, 1])
    #expect(table.totalWeight == 8)
    #expect(table.sum == 3 && table.mean == 0.375)
    #expect(table.weight(of: 1) == 3 && table.weight(of: -5) == 1)
    for absent in [-6, -4, 4, Int.min, .max] { #expect(table.weight(of: absent) == 0) }
  }

  /// A value in turn with its neighbours, its type's ends and what is far away: in blocks, with and without a place.
  private func expectCounts<Count: FixedWidthInteger>(
    of type: Count.Type, _ values: [Count], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for n in [1, 3, 4, 127, 131, 700] {
      let x = (0..<n).map { values[($0 * $0 + $0 / 3) % values.count] }
      let expected = Dictionary(x.map { (Int($0), 1.0) }, uniquingKeysWith: +)
      for table in [try FrequencyTable(of: x), try FrequencyTable(of: x.lazy.map { $0 })] {
        #expect(table.values == expected.keys.sorted(), "\(type)", sourceLocation: sourceLocation)
        #expect(table.weights == table.values.map { expected[$0] }, "\(type)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test("counts every integer type, in small numbers and to its ends")
  func types() throws {
    func check<Count: FixedWidthInteger>(_ type: Count.Type) throws {
      try expectCounts(of: type, [0, 1, 2, 3, 31])
      try expectCounts(of: type, [0, 1, 2, 32, 33, 100])
      let ends = [Count.min, .min + 1, .max - 1, .max].filter { Int(exactly: $0) != nil }
      try expectCounts(of: type, [0, 1, 7] + ends)
      try expectCounts(of: type, ends)
      if Count.bitWidth > 16 { try expectCounts(of: type, [0, 900, 1100, 70_000, 1_000_000]) }
      if Count.isSigned { try expectCounts(of: type, [-3, -2, 0, 5, -100]) }
    }
    for type in BinaryFrequencyTests.types { try check(type) }
    if #available(macOS 15, *) {
      try expectCounts(of: Int128.self, [0, 4, Int128(Int.max), Int128(Int.min), -9])
    }
  }

  /// Wider than the usual table; wider than the widest; around zero; one value far below the others.
  static let wideValues: [@Sendable (Int) -> Int] = [
    { $0 % 3000 }, { $0 * 1_000_003 % 9_999_991 }, { $0 % 3000 - 1500 }, { $0 == 4000 ? -1_000_000_000 : $0 % 40 },
  ]

  @Test("counts many values, near each other and far", arguments: 0..<4)
  func wide(index: Int) throws {
    let x = (0..<5000).map(Self.wideValues[index])
    let expected = Dictionary(x.map { ($0, 1.0) }, uniquingKeysWith: +)
    for table in [try FrequencyTable(of: x), try FrequencyTable(of: x.map { Int32($0) })] {
      #expect(table.values == expected.keys.sorted())
      #expect(table.weights == table.values.map { expected[$0] })
    }
    let weights = x.indices.map { Double($0 % 4) }
    let weighted = Dictionary(zip(x, weights), uniquingKeysWith: +).filter { $0.value > 0 }
    let table = try FrequencyTable(of: x, weights: weights)
    #expect(table.values == weighted.keys.sorted())
    #expect(table.weights == table.values.map { weighted[$0] })
  }

  @Test("has the same bits on one thread and on two")
  func threads() throws {
    let x = (0..<140_000).map { Int32(truncatingIfNeeded: $0 * $0 % 1009) }
    let weights = x.indices.map { 1 / Double($0 + 1) }
    func tables(_ threadCount: Int) throws -> [FrequencyTable] {
      try ThreadBudget.reproducible.limited(to: threadCount).run {
        [try FrequencyTable(of: x), try FrequencyTable(of: x, weights: weights)]
      }
    }
    let (one, two) = (try tables(1), try tables(2))
    #expect(one == two)
    #expect(one[0].totalWeight == 140_000)
    #expect(one[0].sum == Double(x.reduce(0) { $0 + Int($1) }))
  }

  @Test("takes a weight for repetition, and zero for removal")
  func weights() throws {
    let x: [Int16] = [3, 0, 7, 3, 9000, -2, -9000]
    let weights = [2.0, 1, 0, 1, 4, 0, 3]
    let repeated = zip(x, weights).flatMap { [Int16](repeating: $0, count: Int($1)) }
    #expect(try FrequencyTable(of: x, weights: weights) == FrequencyTable(of: repeated))
    #expect(try FrequencyTable(of: x, weights: weights.map { $0 / 4 }).weights == [0.75, 0.25, 0.75, 1])
  }

  @Test("counts truth")
  func truth() throws {
    let x = (0..<100).map { $0 % 3 == 0 }
    let table = try FrequencyTable(of: x)
    #expect(table.values == [0, 1] && table.weights == [66, 34])
    #expect(try FrequencyTable(of: x.lazy.map { $0 }) == table)
    #expect(try FrequencyTable(of: x, weights: x.map { $0 ? 0.5 : 0 }).weights == [17])
    #expect(try FrequencyTable(of: [true, true]).values == [1])
  }

  @Test("is merged from parts")
  func merging() throws {
    let x = [5, 1, 1, 9, 5, 5, 2, 12, -3]
    var table = FrequencyTable()
    #expect(table.totalWeight == 0 && table.mean.isNaN)
    for part in [x[..<4], x[4..<6], x[6...]] { table.merge(try FrequencyTable(of: part)) }
    table.merge(FrequencyTable())
    #expect(try table == FrequencyTable(of: x))
  }

  @Test("survives a file, and takes none that is not one")
  func coding() throws {
    let table = try FrequencyTable(of: [4, 4, -1])
    #expect(try JSONDecoder().decode(FrequencyTable.self, from: JSONEncoder().encode(table)) == table)
    for text in ["[1,0],\"weights\":[1,1]", "[1,1],\"weights\":[1,1]", "[1,2],\"weights\":[1]", "[1],\"weights\":[0]"] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(FrequencyTable.self, from: Data("{\"values\":\(text)}".utf8))
      }
    }
  }

  @Test("refuses what it cannot count")
  func errors() {
    let nothing = LearningError.tooFewSamples(found: 0, needed: 1, purpose: "a table of frequencies")
    #expect(throws: nothing) { try FrequencyTable(of: [Int]()) }
    #expect(throws: nothing) { try FrequencyTable(of: [Bool]()) }
    #expect(throws: LearningError.countMismatch(.weights, count: 1, rowCount: 2)) {
      try FrequencyTable(of: [1, 2], weights: [1])
    }
    #expect(throws: LearningError.negativeWeight(row: 1, value: -1)) {
      try FrequencyTable(of: [1, 2], weights: [1, -1])
    }
    #expect(throws: LearningError.valueNotFinite(.weights, row: 0, value: .infinity)) {
      try FrequencyTable(of: [true, false], weights: [.infinity, 1])
    }
    #expect(throws: LearningError.noPositiveWeight) { try FrequencyTable(of: [1, 2], weights: [0, 0]) }
    for x in [[1, .max], [.max - 5, .max], [3, 1 << 63]] as [[UInt64]] {
      let row = x.firstIndex { $0 > Int.max } ?? 0
      let allowed = "from -9223372036854775808 to 9223372036854775807"
      #expect(throws: LearningError.observationOutOfRange(row: row, value: "\(x[row])", allowed: allowed)) {
        try FrequencyTable(of: x)
      }
    }
  }
}
