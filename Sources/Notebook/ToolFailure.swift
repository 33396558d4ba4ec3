/// Why a program did not do its work.
struct ToolFailure: Error, Equatable {
  let tool: String
  let reason: String

  var sentence: String { "\(tool) failed: \(reason)" }
}
