internal import CVectorMath
import Foundation
import LinearAlgebra
import Testing

@Suite("The Swift face of the vector functions")
struct VectorMathTests {
  static let x = (0..<43).map { Double($0) * 1.75 - 38 }

  @Test("Arrays give what the C target gives on the best instruction set")
  func arrays() {
    let x = Self.x
    let best = cvm_best_instruction_set()
    #expect(VectorMath.exp(x) == ElementaryFunction.exp(x, on: best))
    #expect(VectorMath.sigmoid(x) == ElementaryFunction.sigmoid(x, on: best))
    #expect(VectorMath.softplus(x) == ElementaryFunction.softplus(x, on: best))
    #expect(VectorMath.logSumExp(x) == RowFunctions.logSumExp(x, on: best))
    let block = Array(x[..<42])
    #expect(VectorMath.softmaxRows(block, columns: 6) == RowFunctions.softmax(block, columns: 6, on: best))
    #expect(VectorMath.logSumExpRows(block, columns: 6) == RowFunctions.logSumExp(block, columns: 6, on: best))
  }

  @Test("Working in place gives the same bits as working into other memory")
  func inPlace() {
    func overwriting(
      _ x: [Double],
      _ function: (UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void
    ) -> [Double] {
      var copy = x
      copy.withUnsafeMutableBufferPointer { function(UnsafeBufferPointer($0), $0) }
      return copy
    }
    let x = Self.x
    #expect(overwriting(x) { VectorMath.exp($0, into: $1) } == VectorMath.exp(x))
    #expect(overwriting(x) { VectorMath.sigmoid($0, into: $1) } == VectorMath.sigmoid(x))
    #expect(overwriting(x) { VectorMath.softplus($0, into: $1) } == VectorMath.softplus(x))
    for columns in [1, 3, 8, 31] {
      let block = Array((x + x + x + x + x)[..<(6 * columns)])
      #expect(
        overwriting(block) { VectorMath.softmaxRows($0, columns: columns, into: $1) }
          == VectorMath.softmaxRows(block, columns: columns))
      let sums = overwriting(block) { input, output in
        VectorMath.logSumExpRows(input, columns: columns, into: UnsafeMutableBufferPointer(rebasing: output[..<6]))
      }
      #expect(Array(sums[..<6]) == VectorMath.logSumExpRows(block, columns: columns))
    }
  }

  @Test("Nothing gives nothing, and no rows no results")
  func empty() {
    #expect(VectorMath.exp([]).isEmpty)
    #expect(VectorMath.sigmoid([]).isEmpty)
    #expect(VectorMath.softplus([]).isEmpty)
    #expect(VectorMath.softmaxRows([], columns: 3).isEmpty)
    #expect(VectorMath.logSumExpRows([], columns: 3).isEmpty)
    #expect(VectorMath.logSumExp([]) == -.infinity)
  }

  @Test("Unequal lengths stop the program, naming both")
  func unequalLengths() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var result = [Double](repeating: 0, count: 4)
      [1.0, 2, 3].withUnsafeBufferPointer { x in
        result.withUnsafeMutableBufferPointer { VectorMath.exp(x, into: $0) }
      }
    }
    expectMessage(in: result, "it has 4, the input has 3")
  }

  @Test("Memory that overlaps partly stops the program")
  func overlap() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var memory = [Double](repeating: 0, count: 9)
      memory.withUnsafeMutableBufferPointer { whole in
        let front = UnsafeBufferPointer(UnsafeMutableBufferPointer(rebasing: whole[..<8]))
        VectorMath.exp(front, into: UnsafeMutableBufferPointer(rebasing: whole[1...]))
      }
    }
    expectMessage(in: result, "begins 1 elements after the beginning of the input of 8")
  }

  @Test("A block whose last row is not full stops the program")
  func raggedBlock() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = VectorMath.softmaxRows([1, 2, 3, 4, 5], columns: 2)
    }
    expectMessage(in: result, "5 elements are not a multiple of 2 columns")
  }

  @Test("Rows without columns stop the program")
  func noColumns() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = VectorMath.logSumExpRows([1, 2], columns: 0)
    }
    expectMessage(in: result, "columns is 0")
  }

  /// Optimised builds stop without printing the message of a precondition.
  private func expectMessage(in result: ExitTest.Result?, _ message: String) {
    #if DEBUG
      let output = result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } ?? ""
      #expect(output.contains(message))
    #endif
  }

  #if os(Linux) && arch(x86_64)
    @Test("The instruction set is the best of those that the kernel lists")
    func instructionSet() throws {
      let description = try String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
      let line = try #require(description.split(separator: "\n").first { $0.hasPrefix("flags") })
      let flags = Set(line.split(separator: " "))
      let expected: VectorMath.InstructionSet =
        if flags.isSuperset(of: ["avx512f", "avx512dq", "avx512vl"]) {
          .avx512
        } else if flags.isSuperset(of: ["avx2", "fma"]) {
          .avx2
        } else {
          .portable
        }
      #expect(VectorMath.instructionSet == expected)
    }
  #endif
}
