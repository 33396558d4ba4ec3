internal import CLAPACK
internal import Dispatch
internal import Synchronization

/// The one place that sets OpenBLAS's number of threads, which is global to the process.
///
/// Calls that want the same number run side by side; a call that wants another waits until those under way have
/// returned, and the calls that come after it wait behind it, or a steady stream of them would keep it waiting for
/// ever. A call under way never waits for another of our own, so nothing can lock up.
enum BLASThreads {
  private struct State {
    var threadCount = 0
    var callsUnderWay = 0
    var waiting: [DispatchSemaphore] = []
  }

  private static let state = Mutex(State())

  /// Below this number of multiply-adds, about a millisecond, a call is not worth OpenBLAS's other threads: they go on
  /// spinning for tens of milliseconds after it, in the way of our own loops.
  private static let smallWork = 1 << 24

  /// Runs one call into BLAS or LAPACK of about `work` multiply-adds, with as many of OpenBLAS's threads as the budget
  /// in force gives it.
  static func run<Result>(work: Double, _ call: () -> Result) -> Result {
    let budget = ThreadBudget.current
    let isThreaded = budget.mode == .fastest && work > Double(smallWork)
    return run(on: isThreaded ? budget.threadCount : 1, call)
  }

  private static func run<Result>(on threadCount: Int, _ call: () -> Result) -> Result {
    while let turn = enterOrQueue(threadCount) { turn.wait() }
    defer { leave() }
    return call()
  }

  /// Counts this call in and returns nil, or returns the semaphore to wait for.
  private static func enterOrQueue(_ threadCount: Int) -> DispatchSemaphore? {
    state.withLock { state in
      if state.callsUnderWay > 0 && (state.threadCount != threadCount || !state.waiting.isEmpty) {
        let turn = DispatchSemaphore(value: 0)
        state.waiting.append(turn)
        return turn
      }
      if state.threadCount != threadCount {
        openblas_set_num_threads(Int32(clamping: threadCount))
        state.threadCount = threadCount
      }
      state.callsUnderWay += 1
      return nil
    }
  }

  private static func leave() {
    state.withLock { state in
      state.callsUnderWay -= 1
      guard state.callsUnderWay == 0 else { return }
      state.waiting.forEach { $0.signal() }
      state.waiting.removeAll()
    }
  }
}
