import Foundation
import TestSupport
import Testing

/// The example as a reader runs it: as a process.
@Suite("The example regularization")
struct RegularizationTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: [String]) throws -> ExecutableRun {
    try ExecutableRun("regularization", arguments, in: folder.url)
  }

  private static let labels = (14...18).map { "C\($0)" }

  @Test("passes all its checks, says so last, and writes itself as Markdown")
  func passes() throws {
    let run = try run(["--markdown", "report.md"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    let summary = try #require(run.output.split(separator: "\n").last)
    #expect(summary.wholeMatch(of: /regularization: (\d+) checks passed, 0 failed/) != nil)
    for label in Self.labels { #expect(run.output.contains("ok    \(label)")) }
    let report = try folder.text(of: "report.md")
    for part in [
      "# What helps against overfitting?", "let heart = try Datasets.saHeart()", "| remedy | training loss |",
      "0 failed",
    ] {
      #expect(report.contains(part), "the report lacks “\(part)”")
    }
  }

  @Test("fails when results are spoiled, each question's")
  func spoiled() throws {
    let run = try run(Self.labels.flatMap { ["--spoil", $0] })
    #expect(run.status == 1)
    for label in Self.labels { #expect(run.output.contains("FAIL  \(label)")) }
  }
}
