import Foundation
import Testing

/// The notebook of `Tests/NotebookProbe`, run as a process.
struct Probe {
  let status: Int32
  let output: String
  let errors: String

  /// Runs the probe with standard output led into a file, as a shell's `>` does.
  init(_ arguments: [String], environment: [String: String] = [:], in folder: URL) throws {
    let process = Process()
    process.executableURL = try Probe.executable()
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    let outputURL = folder.appendingPathComponent("stdout")
    let errorsURL = folder.appendingPathComponent("stderr")
    for url in [outputURL, errorsURL] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: outputURL)
    process.standardError = try FileHandle(forWritingTo: errorsURL)
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: outputURL, encoding: .utf8)
    errors = try String(contentsOf: errorsURL, encoding: .utf8)
  }

  /// The build puts the probe beside the tests.
  private static func executable() throws -> URL {
    let tests = try #require(Bundle.main.executableURL)
    return tests.deletingLastPathComponent().appendingPathComponent("NotebookProbe")
  }
}
