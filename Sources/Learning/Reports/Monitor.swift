/// Watches long work: hears of its progress, and may stop it.
///
///     let monitor = Monitor { print($0.iteration, $0.objective ?? .nan) }
///     let model = try withMonitor(monitor) { try estimator.fit(x, labels: y) }
///
/// The monitor belongs to the current task and its children. Estimators poll it once an iteration; a fit that is asked
/// to stop, by the monitor or by the cancellation of its task, throws ``LearningError/cancelled``.
public struct Monitor: Sendable {
  /// How far the work is.
  public struct Progress: Hashable, Sendable {
    /// What is being done.
    public let stage: String
    /// The iterations that are done.
    public let iteration: Int
    /// The most iterations that will be made, where known.
    public let iterationLimit: Int?
    /// The objective, where there is one.
    public let objective: Double?

    public init(stage: String, iteration: Int, iterationLimit: Int? = nil, objective: Double? = nil) {
      self.stage = stage
      self.iteration = iteration
      self.iterationLimit = iterationLimit
      self.objective = objective
    }
  }

  private let shouldContinue: @Sendable (Progress) -> Bool

  /// A monitor that hears of progress.
  public init(_ onProgress: @escaping @Sendable (Progress) -> Void) {
    shouldContinue = {
      onProgress($0)
      return true
    }
  }

  /// A monitor that hears of progress and says whether to go on.
  public init(shouldContinue: @escaping @Sendable (Progress) -> Bool) {
    self.shouldContinue = shouldContinue
  }

  @TaskLocal static var current: Monitor?

  /// Tells the monitor in force how far the work is. For estimators, once an iteration.
  ///
  /// - Throws: ``LearningError/cancelled`` where the monitor says stop or the task is cancelled.
  public static func poll(_ progress: @autoclosure () -> Progress) throws(LearningError) {
    if Task.isCancelled { throw .cancelled }
    if let current, !current.shouldContinue(progress()) { throw .cancelled }
  }
}

/// Runs `body` with a monitor in force.
public func withMonitor<Result, Failure: Error>(
  _ monitor: Monitor, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  // `withValue` rethrows without a type; the result carries the typed error through it.
  try Monitor.$current.withValue(monitor) { Swift.Result(catching: body) }.get()
}
