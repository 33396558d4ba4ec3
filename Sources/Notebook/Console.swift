/// Where a running notebook writes, and where it learns what the script printed by itself.
protocol Console: Sendable {
  var isTerminal: Bool { get }

  /// Writes to standard output as the user sees it.
  func write(_ text: String)

  /// What the script wrote to standard output since the last call; empty where that passes by unseen.
  func takePrinted() -> String
}
