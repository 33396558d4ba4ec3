import Foundation

/// Another program, run in a folder of its own and never through a shell.
struct ExternalTool: Sendable, Equatable {
  let name: String
  let url: URL

  /// Runs the program in an empty folder.
  ///
  /// - Parameters:
  ///   - arguments: Its command line.
  ///   - input: Files that are put into the folder, by name.
  ///   - output: The names of files that it has to leave there.
  /// - Returns: What those files hold, in the same order, and what the program said.
  func run(
    _ arguments: [String], input: [String: String], output: [String]
  ) throws(ToolFailure) -> ToolResult {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("notebook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in input { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
      let (status, errors) = try run(arguments, in: folder)
      guard status == 0 else {
        throw ToolFailure(tool: name, reason: errors.isEmpty ? "it ended with status \(status)." : errors)
      }
      let files = try output.map { try Data(contentsOf: folder.appendingPathComponent($0)) }
      return ToolResult(files: files, remarks: errors)
    } catch let failure as ToolFailure {
      throw failure
    } catch {
      throw ToolFailure(tool: name, reason: error.localizedDescription)
    }
  }

  private func run(_ arguments: [String], in folder: URL) throws -> (status: Int32, errors: String) {
    // A file, because a pipe that is read only at the end may fill up and block.
    let errorsURL = folder.appendingPathComponent(".errors")
    try Data().write(to: errorsURL)
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Texts are UTF-8 whatever the user's locale is.
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errorsURL)
    try process.run()
    process.waitUntilExit()
    let errors = String(decoding: try Data(contentsOf: errorsURL), as: UTF8.self)
    return (process.terminationStatus, errors.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
