import Foundation
import LinearAlgebra

/// Reads the features of the package's own CSV files: numbers between commas below a header.
enum RealData {
  /// A file that is not what this reader knows.
  struct Malformed: Error {
    let name: String
    let line: Int
  }

  /// Where a file's only column without features is.
  enum Label {
    case first, last
  }

  /// The n x d features of Sources/CDatasets/Resources/`name`.csv.
  static func load(_ name: String, label: Label = .last) throws -> Matrix {
    let text = try String(contentsOf: directory.appending(path: "\(name).csv"), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).enumerated().dropFirst()
    return try Matrix(
      rows: lines.map { number, line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        let features = label == .first ? cells.dropFirst() : cells.dropLast()
        return try features.map { cell in
          guard let value = Double(cell) else { throw Malformed(name: name, line: number + 1) }
          return value
        }
      })
  }

  private static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/CDatasets/Resources").standardized
}
