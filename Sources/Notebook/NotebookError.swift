/// Why a notebook ends without its result.
enum NotebookError: Error, Equatable, CustomStringConvertible {
  case cannotWrite(path: String, reason: String)
  case cannotCapture(reason: String)
  case unknownLabel(String, known: [String])

  var description: String {
    switch self {
    case .cannotWrite(let path, let reason):
      "Error: the notebook cannot be written to '\(path)': \(reason). Give --markdown a file in a folder that exists"
        + " and that you may write to."
    case .cannotCapture(let reason):
      "Error: standard output cannot be captured for the notebook: \(reason). Set TMPDIR to a folder that you may"
        + " write to."
    case .unknownLabel(let label, let known) where known.isEmpty:
      "Error: --spoil \(label) names no check: this notebook has no checks."
    case .unknownLabel(let label, let known):
      "Error: --spoil \(label) names no check. The labels of this notebook are \(known.joined(separator: ", "))."
    }
  }

  /// The status of `sysexits.h`: EX_USAGE or EX_IOERR.
  var exitStatus: Int32 {
    switch self {
    case .unknownLabel: 64
    case .cannotWrite, .cannotCapture: 74
    }
  }
}
