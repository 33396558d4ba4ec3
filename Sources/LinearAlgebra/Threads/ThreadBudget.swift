#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How many threads the toolkit may use, and whether results must be the same whatever the number.
///
///     let model = try ThreadBudget.fastest.run { try PCA().fit(x) }
///
/// The budget belongs to the current task and its children; outside `run` it is ``reproducible``.
///
/// BLAS and LAPACK on several threads split their sums by the number of threads, so the last bits change with it. In
/// the reproducible mode they run on one thread each, and the work is divided into blocks whose borders depend on the
/// shapes alone: the same bits on one thread and on many, on one kind of processor. In the fastest mode large calls
/// are left to OpenBLAS's own threads; results then agree to about 1e-12 of the largest value.
public struct ThreadBudget: Hashable, Sendable {
  public enum Mode: Hashable, Sendable {
    case reproducible
    case fastest
  }

  public let mode: Mode
  /// The most threads that work at the same time; at least 1.
  public let threadCount: Int

  private init(mode: Mode, threadCount: Int) {
    self.mode = mode
    self.threadCount = max(1, threadCount)
  }

  /// The same bits on any number of threads; all processors.
  public static let reproducible = ThreadBudget(mode: .reproducible, threadCount: processorCount)
  /// OpenBLAS's own threads where they help; all processors.
  public static let fastest = ThreadBudget(mode: .fastest, threadCount: processorCount)

  /// The same mode with at most this many threads: 1 where fewer are asked for, and more than there are processors
  /// where more are.
  public func limited(to threadCount: Int) -> ThreadBudget {
    ThreadBudget(mode: mode, threadCount: threadCount)
  }

  /// The budget in force.
  public static var current: ThreadBudget { taskBudget }

  @TaskLocal private static var taskBudget = ThreadBudget.reproducible

  /// Runs `body` under this budget.
  public func run<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    // `withValue` rethrows without a type; the result carries the typed error through it.
    try Self.$taskBudget.withValue(self) { Swift.Result(catching: body) }.get()
  }

  /// The processors that are online.
  public static let processorCount = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
}
