/// Where one field stands in the bytes.
struct CSVField {
  /// The field's own bytes: without the spaces around it and without its quotes.
  var content: Range<Int>
  /// Whether quotes stand doubled in it.
  var hasDoubledQuotes = false
  /// Whether the row ends with this field.
  var endsRow = false
  /// Where it begins, from 1; the column counts bytes.
  var line: Int
  var column: Int
}
