import LinearAlgebra
import Synchronization
import Testing

@Suite("Parallel loops")
struct ParallelLoopTests {
  private struct Refused: Error, Equatable { let index: Int }

  @Test("visit every index once", arguments: [0, 1, 2, 7, 1000], [1, 2, 5])
  func coverage(count: Int, threads: Int) {
    let visits = Mutex([Int](repeating: 0, count: count))
    ThreadBudget.reproducible.limited(to: threads).run {
      parallelFor(count) { index in visits.withLock { $0[index] += 1 } }
    }
    #expect(visits.withLock { $0 } == [Int](repeating: 1, count: count))
  }

  @Test("visit nothing where there is nothing", arguments: [0, -1])
  func nothing(count: Int) {
    parallelFor(count) { Issue.record("visited \($0)") }
  }

  @Test("divide indices into consecutive blocks", arguments: [(0, 4), (1, 4), (8, 4), (9, 4), (3, 1)])
  func blocks(count: Int, length: Int) {
    let ranges = Mutex<[Range<Int>]>([])
    forBlocks(of: count, length: length) { range in ranges.withLock { $0.append(range) } }
    let sorted = ranges.withLock { $0.sorted { $0.lowerBound < $1.lowerBound } }
    #expect(sorted.flatMap { Array($0) } == Array(0..<count))
    #expect(sorted.dropLast().allSatisfy { $0.count == length })
  }

  @Test("return their results in order")
  func order() {
    #expect(parallelMap(1000) { $0 * $0 } == (0..<1000).map { $0 * $0 })
    #expect(parallelMap(0) { $0 }.isEmpty)
  }

  @Test("throw the error of the lowest index, whatever came first", arguments: [1, 2, 4])
  func lowestError(threads: Int) {
    #expect(throws: Refused(index: 30)) {
      try ThreadBudget.reproducible.limited(to: threads).run { () throws(Refused) in
        try parallelMap(500) { (index) throws(Refused) in
          if index % 30 == 0 && index > 0 { throw Refused(index: index) }
          return index
        }
      }
    }
  }

  @Test("run on one thread each inside another, and do not lock up")
  func nested() {
    let sums = parallelMap(20) { i in
      parallelMap(20) { j in ThreadBudget.current.threadCount * (20 * i + j) }.reduce(0, +)
    }
    let expected = (0..<20).map { i in (0..<20).reduce(0) { $0 + 20 * i + $1 } }
    #expect(sums == expected)
  }

  @Test("hold products of both kinds without locking up")
  func products() {
    let a = Matrix.normal(30, 30)
    let expected = naiveProduct(a, a)
    let deviations = parallelMap(40) { i in
      (i % 2 == 0 ? ThreadBudget.fastest : .reproducible).run { a.multiplied(by: a).deviation(from: expected) }
    }
    #expect(deviations.allSatisfy { $0 < 1e-13 })
  }
}
