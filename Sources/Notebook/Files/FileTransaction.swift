import Foundation

/// Several files that are written together: all of them are complete before the first takes its place, and where one
/// cannot be written none of them does.
struct FileTransaction {
  private var staged: [StagedFile] = []
  private var madeFolders: [WholeFolder] = []

  /// Writes the files that `body` adds.
  static func write(
    _ body: (inout FileTransaction) throws(NotebookError) -> Void
  ) throws(NotebookError) {
    var transaction = FileTransaction()
    do throws(NotebookError) {
      try body(&transaction)
      while let file = transaction.staged.popLast() { try file.commit() }
    } catch {
      transaction.discard()
      throw error
    }
  }

  mutating func add(_ data: Data, to file: WholeFile) throws(NotebookError) {
    staged.append(try file.stage(data))
  }

  mutating func add(_ data: Data, named name: String, in folder: WholeFolder) throws(NotebookError) {
    if try folder.make() { madeFolders.append(folder) }
    try add(data, to: WholeFile(folder.path(of: name)))
  }

  private func discard() {
    for file in staged { file.discard() }
    // A folder that is not empty stays.
    for folder in madeFolders { rmdir(folder.url.path) }
  }
}
