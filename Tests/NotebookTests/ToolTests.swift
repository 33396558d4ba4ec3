import Foundation
import TestSupport
import Testing

@testable import Notebook

@Suite("Programs that the notebook runs")
struct ToolTests {
  private let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  private func tool(_ script: String) throws -> ExternalTool {
    let url = temporary.url.appendingPathComponent("tool")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: url)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    return try ToolFinder(path: "/no/such/folder::\(temporary.url.path)").find("tool", package: "none").get()
  }

  @Test("are missing with a sentence that says how to get them")
  func missing() {
    let finder = ToolFinder(path: temporary.url.path)
    #expect(throws: MissingTool(name: "gnuplot", package: "gnuplot-nox")) {
      try finder.find("gnuplot", package: "gnuplot-nox").get()
    }
    #expect(
      MissingTool(name: "gnuplot", package: "gnuplot-nox").sentence
        == "the program gnuplot is not on the PATH. On Debian and Ubuntu, apt-get install gnuplot-nox installs it.")
  }

  @Test("get their input as files and leave their output there, in a folder of their own")
  func run() throws {
    let result = try tool(#"tr a-z A-Z < in.txt > out.txt; printf '%s' "$1" > argument.txt; echo warned >&2"#)
      .run(["`date` $HOME"], input: ["in.txt": "text"], output: ["out.txt", "argument.txt"])
    #expect(result == ToolResult(files: [Data("TEXT".utf8), Data("`date` $HOME".utf8)], remarks: "warned"))
  }

  @Test("fail with what they said, or with their status")
  func failure() throws {
    #expect(throws: ToolFailure(tool: "tool", reason: "bad line")) {
      try tool("echo bad line >&2; exit 3").run([], input: [:], output: [])
    }
    #expect(throws: ToolFailure(tool: "tool", reason: "it ended with status 3.")) {
      try tool("exit 3").run([], input: [:], output: [])
    }
  }

  @Test("fail when they leave no output")
  func noOutput() throws {
    #expect(throws: ToolFailure.self) { try tool("exit 0").run([], input: [:], output: ["out.txt"]) }
  }
}
