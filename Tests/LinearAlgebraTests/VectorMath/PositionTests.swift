internal import CVectorMath
import Testing

@Suite("Results depend on values only, not on where they stand in memory")
struct PositionTests {
  private static func values(_ count: Int) -> [Double] {
    var generator = TestGenerator(seed: UInt64(count))
    return (0..<count).map { _ in Double.random(in: -30...30, using: &generator) }
  }

  @Test("An element has the same bits at every position of every length", arguments: ElementaryFunction.all)
  func elements(function: ElementaryFunction) {
    for set in availableInstructionSets {
      for count in 0...35 {
        let x = Self.values(count)
        let alone = x.flatMap { function([$0], on: set) }
        #expect(function(x, on: set).map(\.bitPattern) == alone.map(\.bitPattern), "\(count) elements")
      }
    }
  }

  @Test("A row has the same bits alone and in a block", arguments: availableInstructionSets)
  func rows(set: CVMInstructionSet) {
    for columns in [1, 2, 3, 7, 8, 12, 13, 25, 40, 48, 49, 67] {
      for rows in [1, 2, 7, 8, 9, 17] {
        let x = Self.values(rows * columns)
        let each = (0..<rows).map { Array(x[$0 * columns..<($0 + 1) * columns]) }
        #expect(
          RowFunctions.logSumExp(x, columns: columns, on: set)
            == each.flatMap { RowFunctions.logSumExp($0, columns: columns, on: set) }, "\(rows) x \(columns)")
        #expect(
          RowFunctions.softmax(x, columns: columns, on: set)
            == each.flatMap { RowFunctions.softmax($0, columns: columns, on: set) }, "\(rows) x \(columns)")
      }
    }
  }

  @Test("The sum of an array repeats bit for bit at every alignment", arguments: availableInstructionSets)
  func alignment(set: CVMInstructionSet) {
    let x = Self.values(101)
    let expected = RowFunctions.logSumExp(x, on: set)
    for offset in 0..<8 {
      let shifted = [Double](repeating: 0, count: offset) + x
      let result = shifted.withUnsafeBufferPointer { buffer in
        cvm_log_sum_exp(set, UnsafeBufferPointer(rebasing: buffer[offset...]).baseAddress, x.count)
      }
      #expect(result.bitPattern == expected.bitPattern)
    }
  }

  @Test("Nothing is written behind the end", arguments: availableInstructionSets)
  func end(set: CVMInstructionSet) {
    let sentinel = -12345.0
    for count in 0...35 {
      let x = Self.values(count)
      for function in ElementaryFunction.all {
        var result = [Double](repeating: sentinel, count: count + 8)
        function.kernel(set, x, &result, count)
        #expect(result[count...].allSatisfy { $0 == sentinel }, "\(function.name), \(count) elements")
        #expect(!result[..<count].contains(sentinel), "\(function.name), \(count) elements")
      }
    }
    for columns in [1, 3, 8, 12, 13, 48, 49] {
      for rows in [1, 7, 8, 9] {
        let x = Self.values(rows * columns)
        var sums = [Double](repeating: sentinel, count: rows + 8)
        cvm_log_sum_exp_rows(set, x, rows, columns, &sums)
        #expect(sums.firstIndex(of: sentinel) == rows)
        var shares = [Double](repeating: sentinel, count: rows * columns + 8)
        cvm_softmax_rows(set, x, rows, columns, &shares)
        #expect(shares.firstIndex(of: sentinel) == rows * columns)
      }
    }
  }
}
