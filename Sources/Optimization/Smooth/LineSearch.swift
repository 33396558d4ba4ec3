/// A way to find a lower point along a direction.
protocol LineSearch {
  /// A point that is low enough; nil where none was found.
  ///
  /// The first step to be tried is `firstStep`; `start` is the point at step 0, from where the line goes down.
  func run<Function>(_ line: inout Line<Function>, from start: LinePoint, firstStep: Double) -> LinePoint?
}
