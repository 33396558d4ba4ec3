import Foundation

/// What a program left behind that did its work.
struct ToolResult: Sendable, Equatable {
  let files: [Data]
  /// What it wrote to standard error: warnings.
  let remarks: String
}
