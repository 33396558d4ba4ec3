/// A cell of a script in the percent format.
struct ScriptCell: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case markdown
    case code
  }

  let kind: Kind
  /// The title on the marker's line, if there is one.
  let title: String?
  /// The lines of the source that belong to the cell, its marker included, counted from 1.
  let lines: Range<Int>
  /// The prose without its comment signs, or the code; without the marker and without blank lines at the ends.
  let text: String
}
