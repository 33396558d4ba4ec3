/// Why a notebook ends without its result.
enum NotebookError: Error, Equatable, CustomStringConvertible {
  case cannotWrite(path: String, reason: String)
  case cannotCapture(reason: String)
  case cannotEncode(reason: String)
  case sharedPlace(path: String)
  case missingTool(MissingTool, option: String)
  case toolFailed(ToolFailure, path: String)
  case unknownLabel(String, known: [String])

  var description: String {
    switch self {
    case .cannotWrite(let path, let reason):
      "Error: the notebook cannot be written to '\(path)': \(reason). Give a place in a folder that exists and that"
        + " you may write to."
    case .cannotCapture(let reason):
      "Error: standard output cannot be captured for the notebook: \(reason). Set TMPDIR to a folder that you may"
        + " write to."
    case .cannotEncode(let reason):
      "Error: the notebook cannot be written as JSON: \(reason)"
    case .sharedPlace(let path):
      "Error: two of the options write to '\(path)'. Give each a place of its own."
    case .missingTool(let tool, let option):
      "Error: \(option) cannot be done: \(tool.sentence)"
    case .toolFailed(let failure, let path):
      "Error: '\(path)' was not written, nor any other file: \(failure.sentence)"
    case .unknownLabel(let label, let known) where known.isEmpty:
      "Error: --spoil \(label) names no check: this notebook has no checks."
    case .unknownLabel(let label, let known):
      "Error: --spoil \(label) names no check. The labels of this notebook are \(known.joined(separator: ", "))."
    }
  }

  /// The status of `sysexits.h`: EX_USAGE, EX_UNAVAILABLE, EX_SOFTWARE or EX_IOERR.
  var exitStatus: Int32 {
    switch self {
    case .unknownLabel, .sharedPlace: 64
    case .missingTool, .toolFailed: 69
    case .cannotEncode: 70
    case .cannotWrite, .cannotCapture: 74
    }
  }
}
