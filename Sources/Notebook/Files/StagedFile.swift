import Foundation

/// A file that is written, but has not taken its place yet.
struct StagedFile: Sendable {
  let temporaryPath: String
  let target: WholeFile

  /// Puts the file in its place, or throws and leaves nothing behind.
  func commit() throws(NotebookError) {
    guard rename(temporaryPath, target.url.path) == 0 else {
      let failure = target.systemFailure()
      discard()
      throw failure
    }
  }

  func discard() {
    unlink(temporaryPath)
  }
}
