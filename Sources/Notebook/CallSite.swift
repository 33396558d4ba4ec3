/// Where in the source a call of the notebook stands.
struct CallSite: Sendable, Equatable {
  /// The called name, as it stands before the parenthesis.
  let function: String
  let filePath: String
  let line: Int
}
