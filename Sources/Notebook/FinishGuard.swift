import Foundation
import Synchronization

/// Sees to it that a script which ends without `finish()` does not look like one whose checks passed.
enum FinishGuard {
  private struct Unfinished: Sendable {
    let name: String
    let console: any Console
    let path: String?
  }

  private static let unfinished = Mutex<Unfinished?>(nil)

  /// EX_SOFTWARE: the mistake is the script's.
  private static let exitStatus: Int32 = 70

  static func arm(name: String, console: any Console, path: String?) {
    unfinished.withLock { $0 = Unfinished(name: name, console: console, path: path) }
    atexit { FinishGuard.report() }
  }

  static func disarm() {
    unfinished.withLock { $0 = nil }
  }

  private static func report() {
    guard let notebook = unfinished.withLock({ $0 }) else { return }
    notebook.console.write(notebook.console.takePrinted())
    let file = notebook.path.map { " and '\($0)' was not written" } ?? ""
    StandardError.write(
      "Error: \(notebook.name) ended without finish(): its checks were not counted\(file). Call notebook.finish() as"
        + " the last statement of the script.")
    _exit(exitStatus)
  }
}
