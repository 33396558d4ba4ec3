import Foundation
import TestSupport
import Testing

@testable import Notebook

@Suite("Files written together")
struct FileTransactionTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func path(_ name: String) -> String { temporary.url.appendingPathComponent(name).path }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: temporary.url.path).sorted() }
  }

  @Test("are all there at the end, in folders made for them")
  func written() throws {
    let folder = try WholeFolder(path("figures"))
    let file = try WholeFile(path("out.md"))
    try FileTransaction.write { transaction throws(NotebookError) in
      try transaction.add(Data("one".utf8), named: "one.svg", in: folder)
      try transaction.add(Data("two".utf8), to: file)
      #expect(!FileManager.default.fileExists(atPath: path("out.md")))
    }
    #expect(try names == ["figures", "out.md"])
    #expect(try temporary.text(of: "figures/one.svg") == "one")
    #expect(try temporary.text(of: "out.md") == "two")
  }

  @Test("are none of them there when one fails, and neither is a folder made for them")
  func failure() throws {
    let folder = try WholeFolder(path("figures"))
    let file = try WholeFile(path("out.md"))
    #expect(throws: NotebookError.cannotEncode(reason: "stop")) {
      try FileTransaction.write { transaction throws(NotebookError) in
        try transaction.add(Data("one".utf8), named: "one.svg", in: folder)
        try transaction.add(Data("two".utf8), to: file)
        throw .cannotEncode(reason: "stop")
      }
    }
    #expect(try names == [])
  }

  @Test("leave other files of a folder alone")
  func otherFiles() throws {
    try FileManager.default.createDirectory(atPath: path("figures"), withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path("figures/notes.txt")))
    let folder = try WholeFolder(path("figures"))
    try FileTransaction.write { transaction throws(NotebookError) in
      try transaction.add(Data("one".utf8), named: "one.svg", in: folder)
    }
    #expect(try temporary.text(of: "figures/notes.txt") == "mine")
  }

  @Test("are refused before the work where a folder cannot be made")
  func refused() throws {
    try Data().write(to: URL(fileURLWithPath: path("file")))
    #expect(throws: NotebookError.cannotWrite(path: path("file"), reason: "it exists and is not a folder")) {
      try WholeFolder(path("file"))
    }
    #expect(throws: NotebookError.cannotWrite(path: path("a/b"), reason: "No such file or directory")) {
      try WholeFolder(path("a/b"))
    }
    #expect(throws: NotebookError.cannotWrite(path: "", reason: "the name is empty")) { try WholeFolder("") }
  }
}
