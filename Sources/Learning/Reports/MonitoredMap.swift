import LinearAlgebra

/// ``parallelMap(_:_:)`` whose work may poll the monitor in force, which does not reach Dispatch's threads by itself.
///
/// The monitor may be called from several threads at once. The cancellation of the task is seen by the work that its
/// own thread does.
package func monitoredParallelMap<Element: Sendable>(
  _ count: Int, _ transform: @Sendable (Int) throws(LearningError) -> Element
) throws(LearningError) -> [Element] {
  guard let monitor = Monitor.current else { return try parallelMap(count, transform) }
  return try parallelMap(count) { index throws(LearningError) in
    try withMonitor(monitor) { () throws(LearningError) in try transform(index) }
  }
}
