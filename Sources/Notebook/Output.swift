/// Something that a code cell produced.
enum Output: Sendable, Equatable {
  /// Text given to `show`, without a line break at its end.
  case text(String)
  /// What the script wrote to standard output itself, line breaks included.
  case printed(String)
  case table(Table)
  case figure(ShownFigure)
  case check(Check)
  /// A remark of the notebook on itself.
  case note(String)
}
