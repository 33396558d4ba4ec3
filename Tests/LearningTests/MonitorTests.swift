import Learning
import Synchronization
import Testing

@Suite("The monitor")
struct MonitorTests {
  /// A fit of ten iterations.
  private func work() throws(LearningError) -> Int {
    for iteration in 1...10 {
      try Monitor.poll(
        .init(stage: "steps", iteration: iteration, iterationLimit: 10, objective: 1 / Double(iteration)))
    }
    return 10
  }

  @Test("hears of progress")
  func progress() throws {
    let heard = Mutex<[Monitor.Progress]>([])
    let result = try withMonitor(Monitor { progress in heard.withLock { $0.append(progress) } }) { try work() }
    #expect(result == 10)
    let all = heard.withLock { $0 }
    #expect(all.map(\.iteration) == Array(1...10))
    #expect(all[3] == .init(stage: "steps", iteration: 4, iterationLimit: 10, objective: 0.25))
  }

  @Test("may stop the work")
  func stop() {
    let heard = Mutex(0)
    let monitor = Monitor(shouldContinue: { progress in
      heard.withLock { $0 += 1 }
      return progress.iteration < 3
    })
    #expect(throws: LearningError.cancelled) { try withMonitor(monitor) { try work() } }
    #expect(heard.withLock { $0 } == 3)
  }

  @Test("is not in force outside, and work goes on without one")
  func outside() throws {
    let heard = Mutex(0)
    withMonitor(Monitor { _ in heard.withLock { $0 += 1 } }) {}
    #expect(try work() == 10)
    #expect(heard.withLock { $0 } == 0)
  }

  @Test("that is nearest hears, and the outer one again afterwards")
  func nesting() throws {
    let outer = Mutex(0)
    let inner = Mutex(0)
    try withMonitor(Monitor { _ in outer.withLock { $0 += 1 } }) {
      _ = try withMonitor(Monitor { _ in inner.withLock { $0 += 1 } }) { try work() }
      #expect(outer.withLock { $0 } == 0)
      _ = try work()
    }
    #expect(inner.withLock { $0 } == 10)
    #expect(outer.withLock { $0 } == 10)
  }

  @Test("is heard from tasks that start under it")
  func tasks() async throws {
    try await confirmation(expectedCount: 10) { heard in
      let task = withMonitor(Monitor { _ in heard() }) { Task { try work() } }
      _ = try await task.value
    }
  }

  @Test("is not needed to cancel: a cancelled task stops its work")
  func cancellation() async {
    let task = Task { () -> LearningError? in
      while !Task.isCancelled { await Task.yield() }
      do throws(LearningError) {
        _ = try work()
        return nil
      } catch { return error }
    }
    task.cancel()
    #expect(await task.value == .cancelled)
  }
}
