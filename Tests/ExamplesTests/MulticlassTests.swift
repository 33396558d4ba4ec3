import Foundation
import TestSupport
import Testing

/// The example as a reader runs it: as a process.
@Suite("The example multiclass")
struct MulticlassTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> ExecutableRun {
    try ExecutableRun("multiclass", arguments, in: folder.url)
  }

  @Test("passes all its checks, says so last, and writes itself as Markdown")
  func passes() throws {
    let run = try run("--markdown", "report.md")
    #expect(run.status == 0)
    #expect(run.errors == "")
    let summary = try #require(run.output.split(separator: "\n").last)
    #expect(summary.wholeMatch(of: /multiclass: (\d+) checks passed, 0 failed/) != nil)
    #expect(run.output.contains("ok    C35"))
    let report = try folder.text(of: "report.md")
    for part in [
      "# How does a logistic regression choose among many classes?", "let lineModels = try ways.map",
      "| data | classes | way |", "0 failed",
    ] {
      #expect(report.contains(part), "the report lacks “\(part)”")
    }
  }

  @Test("fails when a result is spoiled")
  func spoiled() throws {
    let run = try run("--spoil", "C35")
    #expect(run.status == 1)
    #expect(run.output.contains("FAIL  C35"))
  }
}
