import Foundation
import TestSupport
import Testing

@Suite("Every estimator of the project keeps the laws")
struct EveryEstimatorTests {
  @Test("Held to all laws", arguments: CatalogueEntry.all)
  func keepsTheLaws(_ entry: CatalogueEntry) {
    let report = entry.check()
    for violation in report.violations { Issue.record("\(report.estimator), \(report.kind.rawValue). \(violation)") }
  }

  @Test("The catalogue holds every public estimator that the sources declare, and no other")
  func catalogueIsComplete() throws {
    let comparison = CatalogueComparison(
      declared: SwiftDeclarations(sources: try Self.sources()).estimators,
      catalogued: CatalogueEntry.all.map(\.estimator))
    for estimator in comparison.missing { Issue.record("\(estimator): declared, but not in Catalogue.swift") }
    for estimator in comparison.unknown { Issue.record("\(estimator): in Catalogue.swift, but not declared") }
  }

  /// The texts of all Swift files of the package's sources.
  private static func sources() throws -> [String] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized
    let folder = package.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map {
      try String(contentsOf: $0, encoding: .utf8)
    }
  }
}
