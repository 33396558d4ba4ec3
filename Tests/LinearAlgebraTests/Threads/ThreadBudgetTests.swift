import Foundation
import LinearAlgebra
import Synchronization
import Testing

@Suite("The thread budget")
struct ThreadBudgetTests {
  @Test("is the reproducible one with all processors, unless another is in force")
  func current() {
    #expect(ThreadBudget.current == .reproducible)
    #expect(ThreadBudget.reproducible.mode == .reproducible)
    #expect(ThreadBudget.reproducible.threadCount == ThreadBudget.processorCount)
    ThreadBudget.fastest.run {
      #expect(ThreadBudget.current == .fastest)
      ThreadBudget.reproducible.limited(to: 1).run {
        #expect(ThreadBudget.current.mode == .reproducible)
        #expect(ThreadBudget.current.threadCount == 1)
      }
      #expect(ThreadBudget.current == .fastest)
    }
    #expect(ThreadBudget.current == .reproducible)
  }

  @Test("is never below one thread", arguments: [0, -3, Int.min])
  func atLeastOne(threads: Int) {
    #expect(ThreadBudget.fastest.limited(to: threads).threadCount == 1)
  }

  @Test("lets errors through as they are, and ends with them")
  func errors() {
    #expect(throws: LinearAlgebraError.empty(rowCount: 0, columnCount: 0)) {
      try ThreadBudget.fastest.run { try Matrix.zeros(0, 0).columnMeans() }
    }
    #expect(ThreadBudget.current == .reproducible)
  }

  @Test("holds in the tasks that are started under it, and not in detached ones")
  func tasks() async {
    let (inherited, detached) = ThreadBudget.fastest.run {
      (Task { ThreadBudget.current }, Task.detached { ThreadBudget.current })
    }
    #expect(await inherited.value == .fastest)
    #expect(await detached.value == .reproducible)
  }

  /// Each call's thread count differs from its neighbours', so that they have to wait for each other.
  @Test("gives every task its own, with right results, when tasks with different ones compute at once")
  func concurrentBudgets() async {
    let (a, b) = (Matrix.normal(60, 50), Matrix.normal(50, 40, seed: 2))
    let expected = naiveProduct(a, b)
    let worst = await withTaskGroup(of: Double.self) { group in
      for task in 0..<8 {
        group.addTask {
          let budget = [ThreadBudget.reproducible, .fastest, .fastest.limited(to: 1), .reproducible.limited(to: 2)]
          return budget[task % 4].run {
            (0..<50).reduce(0) { worst, _ in max(worst, a.multiplied(by: b).deviation(from: expected)) }
          }
        }
      }
      return await group.reduce(0, max)
    }
    #expect(worst < 1e-13)
  }

  private final class Stream: Sendable {
    let isOver = Atomic(false)
    let calls = Atomic(0)
  }

  /// Four threads keep BLAS busy on one thread each, so that there is hardly a moment without a call under way. If
  /// later calls went first, thousands of them would pass for each of the calls that wait for such a moment.
  @Test("gives a call its turn before those that come later", .timeLimit(.minutes(1)))
  func fairness() {
    let a = Matrix.normal(200, 200)
    let stream = Stream()
    for _ in 0..<4 {
      Thread {
        while !stream.isOver.load(ordering: .relaxed) {
          _ = ThreadBudget.reproducible.limited(to: 1).run { a.multiplied(by: a) }
          stream.calls.add(1, ordering: .relaxed)
        }
      }.start()
    }
    while stream.calls.load(ordering: .relaxed) < 10 { Thread.sleep(forTimeInterval: 0.001) }
    let before = stream.calls.load(ordering: .relaxed)
    let turns = 20
    for _ in 0..<turns { _ = ThreadBudget.fastest.run { a.multiplied(by: a) } }
    let passed = stream.calls.load(ordering: .relaxed) - before
    stream.isOver.store(true, ordering: .relaxed)
    #expect(passed < 500 * turns)
  }
}
