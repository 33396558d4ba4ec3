internal import Dispatch
internal import Synchronization

/// Runs `body` for each index below `count`, on as many threads as the budget in force allows.
///
/// Indices are handed out as threads become free, so a body must not depend on which thread it runs on or on the
/// order: let each index write to its own place, and combine afterwards in the order of the indices. Inside `body` the
/// budget is one thread, so loops do not multiply.
///
/// The closure is not `@Sendable` because kernels capture raw pointers; whoever writes one answers for the disjoint
/// places. ``parallelMap(_:_:)`` is the checked form.
package func parallelFor(_ count: Int, _ body: (Int) -> Void) {
  let budget = ThreadBudget.current
  let workers = min(budget.threadCount, count)
  guard workers > 1 else {
    for index in 0..<max(0, count) { body(index) }
    return
  }
  let next = Atomic(0)
  let single = budget.limited(to: 1)
  withoutActuallyEscaping(body) { escapable in
    // Safe under the rule above: no two indices touch the same place.
    nonisolated(unsafe) let body = escapable
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      // Dispatch's threads do not inherit task-local values.
      single.run {
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          if index >= count { return }
          body(index)
        }
      }
    }
  }
}

/// The results of `transform` for each index below `count`, in order, computed on as many threads as the budget in
/// force allows.
///
/// - Throws: the error of the lowest index that threw one, whatever the threads did first.
public func parallelMap<Element: Sendable, Failure: Error>(
  _ count: Int, _ transform: @Sendable (Int) throws(Failure) -> Element
) throws(Failure) -> [Element] {
  var results = [Result<Element, Failure>?](repeating: nil, count: count)
  results.withUnsafeMutableBufferPointer { results in
    parallelFor(count) { index in
      results[index] = Result { () throws(Failure) in try transform(index) }
    }
  }
  var elements: [Element] = []
  elements.reserveCapacity(count)
  for case let result? in results { elements.append(try result.get()) }
  return elements
}
