import Foundation
import TestSupport
import Testing

/// The example as a reader runs it: as a process.
@Suite("The example pca-components")
struct PCAComponentsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> ExecutableRun {
    try ExecutableRun("pca-components", arguments, in: folder.url)
  }

  @Test("passes all its checks and says so last")
  func passes() throws {
    let run = try run()
    #expect(run.status == 0)
    #expect(run.errors == "")
    let summary = try #require(run.output.split(separator: "\n").last)
    #expect(summary.wholeMatch(of: /pca-components: (\d+) checks passed, 0 failed/) != nil)
    for label in ["C23", "C24", "C25", "C26", "C27"] { #expect(run.output.contains("ok    \(label)")) }
  }

  @Test("fails when a result is spoiled", arguments: ["C23", "C24", "C25", "C26", "C27"])
  func spoiled(label: String) throws {
    let run = try run("--spoil", label)
    #expect(run.status == 1)
    #expect(run.output.contains("FAIL  \(label)"))
  }

  @Test("writes itself as Markdown, with code, tables and checks")
  func markdown() throws {
    let run = try run("--markdown", "report.md")
    #expect(run.status == 0)
    let report = try folder.text(of: "report.md")
    for part in [
      "# How many principal components?", "```swift\nlet digits = try Datasets.digits()", "| target | components |",
      "0 failed",
    ] {
      #expect(report.contains(part), "the report lacks “\(part)”")
    }
  }
}
