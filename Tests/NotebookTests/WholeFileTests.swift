import Foundation
import Testing

@testable import Notebook

@Suite("A file written whole or not at all")
struct WholeFileTests {
  /// Runs `body` in a folder of its own, which is removed afterwards.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("takes the place of an older one, and leaves nothing beside it")
  func replaces() throws {
    try inFolder { folder in
      let url = folder.appendingPathComponent("out.md")
      try Data("a longer text than the new one".utf8).write(to: url)
      try WholeFile(url.path).stage(Data("new – ü\n".utf8)).commit()
      #expect(try String(contentsOf: url, encoding: .utf8) == "new – ü\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.md"])
    }
  }

  @Test("follows a symbolic link to the file it means")
  func link() throws {
    try inFolder { folder in
      let file = folder.appendingPathComponent("file.md")
      let link = folder.appendingPathComponent("link.md")
      try Data("old".utf8).write(to: file)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      try WholeFile(link.path).stage(Data("new".utf8)).commit()
      #expect(try String(contentsOf: file, encoding: .utf8) == "new")
    }
  }

  @Test("is refused before the work where it cannot be written")
  func refused() throws {
    try inFolder { folder in
      #expect(throws: NotebookError.cannotWrite(path: "", reason: "the name is empty")) { try WholeFile("") }
      #expect(throws: NotebookError.cannotWrite(path: folder.path, reason: "it exists and is not a regular file")) {
        try WholeFile(folder.path)
      }
      let missing = folder.appendingPathComponent("missing/out.md").path
      #expect(throws: NotebookError.cannotWrite(path: missing, reason: "No such file or directory")) {
        try WholeFile(missing)
      }
    }
  }

  @Test("throws and leaves nothing behind when its place is taken while the script runs")
  func takenPlace() throws {
    try inFolder { folder in
      let url = folder.appendingPathComponent("out.md")
      let file = try WholeFile(url.path)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      #expect(throws: NotebookError.self) { try file.stage(Data("text".utf8)).commit() }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.md"])
    }
  }
}
