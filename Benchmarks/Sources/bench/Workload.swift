import Learning

/// Something to time: data that are loaded before the clock starts, and a fit of them.
protocol Workload: SendableMetatype {
  associatedtype Outcome

  static var name: String { get }
  /// What is done to what, in a few words.
  static var summary: String { get }

  /// Loads the data.
  init(data: Folder) throws(LearningError)

  /// The timed call.
  func run() throws(LearningError) -> Outcome

  /// How the outcome came about.
  func report(of outcome: Outcome) -> FitReport

  /// Writes what the peers' side judges the outcome by.
  func write(_ outcome: Outcome, to output: Folder) throws(LearningError)
}
