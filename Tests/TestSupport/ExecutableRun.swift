import Foundation

/// One run of an executable of this package, and what it wrote.
public struct ExecutableRun: Sendable {
  public let status: Int32
  public let output: String
  public let errors: String

  /// Runs the executable that the build put beside the tests, with standard output led into a file, as a shell's `>`
  /// does.
  ///
  /// - Parameters:
  ///   - name: the executable's name.
  ///   - arguments: its command line.
  ///   - environment: variables added to the test's own.
  ///   - folder: the working directory, where the output files are left.
  public init(
    _ name: String, _ arguments: [String] = [], environment: [String: String] = [:], in folder: URL
  ) throws {
    guard let tests = Bundle.main.executableURL else { throw CocoaError(.fileNoSuchFile) }
    let process = Process()
    process.executableURL = tests.deletingLastPathComponent().appendingPathComponent(name)
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
}
