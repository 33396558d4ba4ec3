internal import Dispatch
internal import Synchronization

/// Threads that stand by between the short loops of a long sequence, each of which waits for the one before: the
/// batches of a stochastic method, of some ten microseconds each, in which ``parallelFor(_:_:)`` would spend as long on
/// waking threads.
///
/// Members join with the first loop and leave when no loop has come for a while. The caller takes part in each loop and
/// takes what is left when members are slow to come, so that it never waits for a thread that has not begun.
///
/// Where the processors have other things to do, a member may be put aside in the middle of an index, and the caller
/// has to wait for it; or it only runs while the caller does not. After either the caller works alone for a while, a
/// longer one each time.
package final class StandingTeam: Sendable {
  private let budget: ThreadBudget
  /// The loop under way: its number in the upper half, then its count of indices and the next index to be claimed. Who
  /// claims one checks all three at once, so that nobody takes an index of a loop that is over.
  private let loop = Atomic<UInt64>(0)
  /// Where the loop's body is, as the bits of a pointer into the caller's stack.
  private let body = Atomic<UInt>(0)
  private let finished = Atomic<Int>(0)
  private let memberCount = Atomic<Int>(0)
  private let isBusy = Atomic<Bool>(false)
  /// The loops that the caller still runs alone, and how many that will be the next time.
  private let loopsAlone = Atomic<Int>(0)
  private let nextLoopsAlone = Atomic<Int>(64)

  /// The most indices of a loop.
  private static let mostIndices = Int(UInt16.max)
  /// A member leaves after looking for work so many times, some ten microseconds.
  private static let patience = 20_000
  /// A caller that has to wait for so many looks, many loops' time, has waited for one that was put aside.
  private static let longWait = 100_000

  private struct Body {
    let run: (Int) -> Void
  }

  /// A team of at most as many threads as the budget in force allows, with the caller.
  package init() { budget = ThreadBudget.current }

  /// Runs `body` for each index below `count`, on the caller's thread and those that stand by.
  ///
  /// As for ``parallelFor(_:_:)``, indices must write to places of their own. Bodies must be short, and run no parallel
  /// loop themselves. Where the team is busy with another caller's loop, this one runs on its own.
  package func forEach(_ count: Int, _ body: (Int) -> Void) {
    guard count > 1, count <= Self.mostIndices, budget.threadCount > 1,
      !isBusy.exchange(true, ordering: .acquiring)
    else {
      for index in 0..<max(0, count) { body(index) }
      return
    }
    defer { isBusy.store(false, ordering: .releasing) }
    let alone = loopsAlone.load(ordering: .relaxed)
    guard alone == 0 else {
      loopsAlone.store(alone - 1, ordering: .relaxed)
      for index in 0..<count { body(index) }
      return
    }
    invite(min(budget.threadCount, count) - 1)
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: Body(run: body)) { share($0, count) }
    }
  }

  /// Sends for members until there are so many.
  private func invite(_ wanted: Int) {
    while memberCount.load(ordering: .relaxed) < wanted {
      memberCount.wrappingAdd(1, ordering: .relaxed)
      DispatchQueue.global().async { [self] in
        budget.limited(to: 1).run { standBy() }
        memberCount.wrappingSubtract(1, ordering: .relaxed)
      }
    }
  }

  private func share(_ body: UnsafePointer<Body>, _ count: Int) {
    finished.store(0, ordering: .relaxed)
    self.body.store(UInt(bitPattern: body), ordering: .relaxed)
    let number = loop.load(ordering: .relaxed) >> 32
    loop.store((number &+ 1) << 32 | UInt64(count) << 16, ordering: .releasing)
    while runOne() {}
    var looks = 0
    while finished.load(ordering: .acquiring) < count { looks += 1 }
    if looks > Self.longWait { workAloneForAWhile() }
  }

  private func workAloneForAWhile() {
    let alone = nextLoopsAlone.load(ordering: .relaxed)
    loopsAlone.store(alone, ordering: .relaxed)
    nextLoopsAlone.store(min(2 * alone, 1 << 20), ordering: .relaxed)
  }

  private func standBy() {
    var (looks, finished) = (0, 0)
    while looks < Self.patience {
      if runOne() {
        looks = 0
        finished += 1
      } else {
        looks += 1
      }
    }
    if finished == 0 { workAloneForAWhile() }
  }

  /// Runs one index of the loop under way; false where none is left.
  private func runOne() -> Bool {
    guard let (body, index) = claim() else { return false }
    body.pointee.run(index)
    finished.wrappingAdd(1, ordering: .releasing)
    return true
  }

  /// An index of the loop under way that is this thread's alone, and the body, which is there until the index is
  /// finished; nil where none is left.
  private func claim() -> (UnsafePointer<Body>, Int)? {
    while true {
      let seen = loop.load(ordering: .acquiring)
      let (count, next) = (seen >> 16 & 0xFFFF, seen & 0xFFFF)
      guard next < count else { return nil }
      // Of another loop than `seen` only where the exchange fails.
      guard let body = UnsafePointer<Body>(bitPattern: self.body.load(ordering: .relaxed)) else { return nil }
      if loop.compareExchange(expected: seen, desired: seen + 1, ordering: .acquiringAndReleasing).exchanged {
        return (body, Int(next))
      }
    }
  }
}
