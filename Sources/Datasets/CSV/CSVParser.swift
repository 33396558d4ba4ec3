internal import Learning
internal import LinearAlgebra

/// Reads one file into a table.
struct CSVParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The texts of missing values, as they stand in the bytes.
  private let markers: [[UInt8]]
  private let replacement: Double
  private var scanner: CSVScanner
  private let layout: CSVLayout

  private var rowCount = 0
  private var elements: [Double] = []
  private var labels: [String] = []
  private var targets: [Double] = []
  private var rowNames: [String] = []
  /// Row by row.
  private var texts: [String] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, reader: CSVReader, name: String) throws(LearningError) {
    self.bytes = bytes
    switch reader.missingValues {
    case .refuse:
      (markers, replacement) = ([], .nan)
    case .replace(let texts, let value):
      (markers, replacement) = (texts.map { Array($0.replacing("\"", with: "\"\"").utf8) }, value)
    }
    scanner = CSVScanner(bytes, delimiter: try reader.delimiterByte(), name: name)
    guard scanner.startRow() else {
      throw scanner.errorHere(
        "The file \(bytes.isEmpty ? "is empty" : "holds only blank lines"); it needs at least one row.")
    }
    let names = try Self.columnNames(&scanner, hasHeader: reader.hasHeader)
    layout = try CSVLayout(reader, names: names)
    guard layout.roles.contains(where: { $0 == .feature || $0 == .text }) else {
      throw .malformedFile(
        name: name, line: 1, column: 1,
        reason: "Every column is a label, a target, a row name or dropped; leave at least one as a feature or as text.")
    }
  }

  /// The names in the header, which is then read; or names for the fields of the first row, which is then still ahead.
  private static func columnNames(
    _ scanner: inout CSVScanner, hasHeader: Bool
  ) throws(LearningError) -> [String] {
    var ahead = scanner
    var names: [String] = []
    var indices: [String: Int] = [:]
    var isRowOver = false
    while !isRowOver {
      let field = try ahead.nextField()
      let name = hasHeader ? try ahead.text(of: field) : "column_\(names.count)"
      if let earlier = indices.updateValue(names.count, forKey: name) {
        throw ahead.error(
          at: field,
          "The name “\(name.excerpt)” stands over columns \(earlier) and \(names.count), counted from 0; "
            + "give every column a name of its own.")
      }
      names.append(name)
      isRowOver = field.endsRow
    }
    if hasHeader { scanner = ahead }
    return names
  }

  mutating func readTable() throws(LearningError) -> CSVTable {
    elements.reserveCapacity(expectedElementCount)
    while scanner.startRow() {
      try readRow()
      rowCount += 1
    }
    guard rowCount > 0 else {
      throw scanner.errorHere(
        "There is no row below the header; add one, or set hasHeader to false where the first row holds values.")
    }
    let featureNames = layout.featureNames
    let (rowCount, elements) = (rowCount, elements)
    let features = try LearningError.wrapping { () throws(LinearAlgebraError) in
      try Matrix(rowCount: rowCount, columnCount: featureNames.count, elements: elements)
    }
    let textNames = layout.textColumnNames
    let textColumns = textNames.indices.map { column in
      stride(from: column, to: texts.count, by: textNames.count).map { texts[$0] }
    }
    return CSVTable(
      featureNames: featureNames, features: features, labels: labels, targets: targets, rowNames: rowNames,
      textColumnNames: textNames, textColumns: textColumns)
  }

  /// How many numbers the lines promise; never more than fit into the bytes.
  private var expectedElementCount: Int {
    var (lineFeeds, carriageReturns) = (1, 1)
    for byte in bytes {
      lineFeeds += byte == ASCII.lineFeed ? 1 : 0
      carriageReturns += byte == ASCII.carriageReturn ? 1 : 0
    }
    let (promised, overflow) = max(lineFeeds, carriageReturns).multipliedReportingOverflow(
      by: layout.featureNames.count)
    return overflow ? bytes.count : min(promised, bytes.count)
  }

  private mutating func readRow() throws(LearningError) {
    let row = scanner
    let columnCount = layout.roles.count
    for column in 0..<columnCount {
      let field = try scanner.nextField()
      do {
        try store(field, column: column)
      } catch {
        // Text in a column of numbers is often the sign of a field too many or too few, which says more.
        throw try shapeError(of: row) ?? error
      }
      if field.endsRow != (column + 1 == columnCount), let error = try shapeError(of: row) { throw error }
    }
  }

  private mutating func store(_ field: CSVField, column: Int) throws(LearningError) {
    switch layout.roles[column] {
    case .feature: elements.append(try number(in: field, column: column))
    case .target: targets.append(try number(in: field, column: column))
    case .label: labels.append(try label(in: field, column: column))
    case .rowName: rowNames.append(try scanner.text(of: field))
    case .text: texts.append(try category(in: field, column: column))
    case .dropped: break
    }
  }

  /// The error of the row that `row` begins, where it has too few or too many fields; nil where it has not.
  private func shapeError(of row: CSVScanner) throws(LearningError) -> LearningError? {
    let columnCount = layout.roles.count
    var row = row
    var place = try row.nextField()
    var (fieldCount, isRowOver) = (1, place.endsRow)
    while !isRowOver {
      let field = try row.nextField()
      fieldCount += 1
      isRowOver = field.endsRow
      if fieldCount <= columnCount + 1 { place = field }
    }
    if fieldCount == columnCount { return nil }
    let fields = fieldCount == 1 ? "1 field" : "\(fieldCount) fields"
    return scanner.error(
      at: place,
      "This row has \(fields) where the \(layout.hasHeader ? "header" : "first row") has \(columnCount); "
        + (fieldCount < columnCount
          ? "it ends with this field, so add what is missing."
          : "this is the first too many. Put a text that holds a delimiter in quotes."))
  }

  private func number(in field: CSVField, column: Int) throws(LearningError) -> Double {
    if isMarker(field) { return replacement }
    let number = DecimalNumber.parse(UnsafeBufferPointer(rebasing: bytes[field.content]))
    guard let number, number.isFinite else { throw notANumber(field, column: column, isTooLarge: number != nil) }
    return number
  }

  private func label(in field: CSVField, column: Int) throws(LearningError) -> String {
    let label = try scanner.text(of: field)
    if label.isEmpty || isMarker(field) {
      let name = layout.names[column].excerpt
      let marker = label.isEmpty ? "" : " (“\(label.excerpt)”)"
      throw scanner.error(
        at: field, "The label in column “\(name)” is missing\(marker); remove the row, or write its label.")
    }
    return label
  }

  /// The text of a field, empty where it is missing.
  private func category(in field: CSVField, column: Int) throws(LearningError) -> String {
    if isMarker(field) { return "" }
    guard !field.content.isEmpty else { throw missing(field, column: column) }
    return try scanner.text(of: field)
  }

  private func isMarker(_ field: CSVField) -> Bool {
    !markers.isEmpty && markers.contains { $0.count == field.content.count && bytes[field.content].elementsEqual($0) }
  }

  private func missing(_ field: CSVField, column: Int) -> LearningError {
    scanner.error(
      at: field,
      "The field in column “\(layout.names[column].excerpt)” is empty; fill it in, or list \"\" in missingValues with "
        + "the value to use.")
  }

  private func notANumber(_ field: CSVField, column: Int, isTooLarge: Bool) -> LearningError {
    let name = "column “\(layout.names[column].excerpt)”"
    if field.content.isEmpty { return missing(field, column: column) }
    let text = "“\(String(decoding: bytes[field.content], as: UTF8.self).excerpt)” in \(name)"
    if isTooLarge {
      return scanner.error(at: field, "\(text) is too large for a Double; write the column in another unit.")
    }
    return scanner.error(
      at: field,
      "\(text) is not a decimal number; if the column holds text, name it in textColumns, as labelColumn, "
        + "rowNameColumn or in droppedColumns, and if this marks a missing value, list it in missingValues.")
  }
}
