import Foundation
import TestSupport
import Testing

/// The examples as a reader runs them: as processes.
@Suite("The examples")
struct ExampleTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ example: Example, _ arguments: [String]) throws -> ExecutableRun {
    try ExecutableRun(example.name, arguments, in: folder.url)
  }

  @Test("pass all their checks, say so last, and write themselves as Markdown", arguments: Example.all)
  func passes(example: Example) throws {
    let run = try run(example, ["--markdown", "report.md"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    let summary = try #require(run.output.split(separator: "\n").last)
    #expect(summary.hasPrefix("\(example.name): "))
    #expect(summary.wholeMatch(of: /[a-z-]+: [1-9]\d* checks passed, 0 failed/) != nil)
    for question in example.questions { #expect(run.output.contains("ok    \(question)")) }
    let report = try folder.text(of: "report.md")
    for part in example.parts + ["0 failed"] { #expect(report.contains(part), "the report lacks “\(part)”") }
  }

  @Test("fail when results are spoiled, each question's", arguments: Example.all)
  func spoiled(example: Example) throws {
    let run = try run(example, example.questions.flatMap { ["--spoil", $0] })
    #expect(run.status == 1)
    for question in example.questions { #expect(run.output.contains("FAIL  \(question)")) }
  }

  @Test("are all here")
  func completeness() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/Examples")
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    #expect(folders.filter { !$0.hasPrefix(".") }.sorted() == Example.all.map(\.name))
  }
}
