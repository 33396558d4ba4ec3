/// Reads tables of numbers from comma-separated values (RFC 4180).
///
///     let iris = try CSVReader(labelColumn: "species").read(path: "iris.csv")
///     iris.features       // Matrix, the columns of numbers
///     iris.labels         // ["setosa", "setosa", ...]
///
/// Every column is a feature, and so a number in every row, unless an option gives it another role. Nothing is guessed
/// and nothing repaired: what does not follow the rules is a ``LearningError/malformedFile(name:line:column:reason:)``
/// with its place in the file.
///
/// **Lines.** LF, CRLF and a lone CR end a line. A byte order mark at the start, blank lines anywhere (empty, or of
/// spaces and tabs) and a missing end of the last line are of no account; in a table of one column an empty value is
/// therefore written `""`. Every row has as many fields as the first, and no two columns have the same name.
///
/// **Fields.** A field in double quotes may hold delimiters, ends of lines and quotes, each quote doubled. Spaces and
/// tabs around a field do not belong to it; inside quotes they do. A quote anywhere else is an error.
///
/// **Numbers.** Decimal, with a point, in every locale alike: `-1`, `+1`, `.5`, `5.`, `1e5`. Each becomes the nearest
/// `Double`. `nan`, `inf`, hexadecimal and numbers too large for a `Double` are errors, unless they are listed as
/// ``missingValues-swift.property``.
///
/// **Text.** Names and labels must be UTF-8; anything else is an error. Dropped columns are not looked at.
///
/// - Complexity: one pass, O(bytes). Beside the file's bytes it takes about 16 bytes for each number (one copy while
///   the rows come in, one in the matrix) and a `String` for each label, row name and text. There are never more
///   numbers than bytes in the file, plus one.
///
/// Source: RFC 4180, Common format and MIME type for comma-separated values files, 2005, doi:10.17487/RFC4180.
public struct CSVReader: Sendable {
  /// What separates the fields: a comma by default. One ASCII character that is no part of numbers: not a letter,
  /// digit, sign, point, quote or end of line.
  public var delimiter: Character
  /// Whether the first row holds the columns' names; they are `column_0`, `column_1`, ... where it does not.
  public var hasHeader: Bool
  /// The column of class labels, kept as text in ``CSVTable/labels``; none by default. A label may not be missing.
  public var labelColumn: Column?
  /// The column of numbers to predict, moved to ``CSVTable/targets``; none by default.
  public var targetColumn: Column?
  /// The column that names the rows, kept as text in ``CSVTable/rowNames``; none by default.
  public var rowNameColumn: Column?
  /// Columns of categories, kept as text in ``CSVTable/textColumns``; none by default. What
  /// ``missingValues-swift.property`` lists becomes the empty text there.
  public var textColumns: [Column]
  /// Columns to leave out; none by default.
  public var droppedColumns: [Column]
  /// What to do where a value is missing. They are refused by default: no estimator takes a value that is not there.
  public var missingValues: MissingValues

  public init(
    delimiter: Character = ",",
    hasHeader: Bool = true,
    labelColumn: Column? = nil,
    targetColumn: Column? = nil,
    rowNameColumn: Column? = nil,
    textColumns: [Column] = [],
    droppedColumns: [Column] = [],
    missingValues: MissingValues = .refuse
  ) {
    self.delimiter = delimiter
    self.hasHeader = hasHeader
    self.labelColumn = labelColumn
    self.targetColumn = targetColumn
    self.rowNameColumn = rowNameColumn
    self.textColumns = textColumns
    self.droppedColumns = droppedColumns
    self.missingValues = missingValues
  }
}
