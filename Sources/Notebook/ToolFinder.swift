import Foundation

/// Finds programs in the folders of a search path.
struct ToolFinder: Sendable {
  private let folders: [String]

  /// - Parameter path: Folders with colons between, as in the variable `PATH`.
  init(path: String) {
    // An empty entry is the working directory to a shell; a program found there by chance is not meant.
    folders = path.split(separator: ":").map(String.init)
  }

  static var environment: ToolFinder {
    ToolFinder(path: ProcessInfo.processInfo.environment["PATH"] ?? "")
  }

  func find(_ name: String, package: String) -> Result<ExternalTool, MissingTool> {
    let paths = folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      return .failure(MissingTool(name: name, package: package))
    }
    return .success(ExternalTool(name: name, url: URL(fileURLWithPath: path)))
  }
}
