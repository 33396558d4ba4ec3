import Foundation
import Synchronization

/// Sees to it that a script which ends without `finish()` does not look like one whose checks passed.
enum FinishGuard {
  private struct Unfinished: Sendable {
    let name: String
    let console: any Console
    let paths: [String]
  }

  private static let unfinished = Mutex<Unfinished?>(nil)

  /// EX_SOFTWARE: the mistake is the script's.
  private static let exitStatus: Int32 = 70

  static func arm(name: String, console: any Console, paths: [String]) {
    unfinished.withLock { $0 = Unfinished(name: name, console: console, paths: paths) }
    atexit { FinishGuard.report() }
  }

  static func disarm() {
    unfinished.withLock { $0 = nil }
  }

  private static func report() {
    guard let notebook = unfinished.withLock({ $0 }) else { return }
    notebook.console.write(notebook.console.takePrinted())
    let files = notebook.paths.map { "'\($0)'" }.joined(separator: ", ")
    let file = files.isEmpty ? "" : ", and nothing was written to \(files)"
    StandardError.write(
      "Error: \(notebook.name) ended without finish(): its checks were not counted\(file). Call notebook.finish() as"
        + " the last statement of the script.")
    _exit(exitStatus)
  }
}
