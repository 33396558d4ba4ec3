import Datasets
import Learning
import Testing

/// Each case: a text, where its error is, and words that the reason holds.
@Suite("Errors of comma-separated values")
struct CSVErrorTests {
  private func error(_ text: String, _ reader: CSVReader = CSVReader()) -> LearningError? {
    error(Array(text.utf8), reader)
  }

  private func error(_ bytes: [UInt8], _ reader: CSVReader) -> LearningError? {
    do { _ = try reader.read(bytes: bytes, name: "x.csv") } catch { return error }
    return nil
  }

  private func expect(
    _ found: LearningError?, line: Int, column: Int, _ words: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard case .malformedFile("x.csv", let foundLine, let foundColumn, let reason) = found else {
      Issue.record("Found \(String(describing: found))", sourceLocation: sourceLocation)
      return
    }
    #expect((foundLine, foundColumn) == (line, column), "\(reason)", sourceLocation: sourceLocation)
    for word in words { #expect(reason.contains(word), sourceLocation: sourceLocation) }
  }

  @Test func `Files without rows`() {
    expect(error(""), line: 1, column: 1, "empty")
    expect(error("\u{FEFF}"), line: 1, column: 1, "blank lines")
    expect(error("\n  \n"), line: 3, column: 1, "blank lines")
    expect(error("a,b"), line: 1, column: 4, "no row below the header")
    expect(error("a,b\n\n"), line: 3, column: 1, "no row below the header")
  }

  @Test func `Ragged rows`() {
    expect(error("a,b,c\n1,2,3\n4,5\n"), line: 3, column: 3, "2 fields", "header has 3", "add what is missing")
    expect(error("a,b,c\n1\n"), line: 2, column: 1, "1 field where")
    expect(error("a,b\n1,2\r\n\r\n3,4, 5,6\n"), line: 4, column: 6, "4 fields", "header has 2", "in quotes")
    // Where a stray delimiter also puts text into a column of numbers, the number of fields says more.
    expect(
      error("who,a,b\nSmith, John,1,2\n", CSVReader(rowNameColumn: 0)), line: 2, column: 15, "4 fields", "header has 3")
    expect(error("a,b,who\n1,Ada\n", CSVReader(rowNameColumn: 2)), line: 2, column: 3, "2 fields", "header has 3")
    expect(error("1,2\n3\n", CSVReader(hasHeader: false)), line: 2, column: 1, "first row has 2")
  }

  @Test func `Text where a number is needed`() {
    expect(
      error("len,species\n5.1, setosa\n"), line: 2, column: 6, "“setosa” in column “species”", "labelColumn",
      "missingValues")
    let long = String(repeating: "x", count: 40)
    expect(error("a\n\(long)yyy"), line: 2, column: 1, "“\(long)…”")
    expect(error("a,b\n1,\n"), line: 2, column: 3, "column “b” is empty")
    expect(error("a,b\n\"1\n2\",3\n"), line: 2, column: 1, "“1 2”")
    expect(error("a,b\n\"x\ny\",z\n", CSVReader(rowNameColumn: "a")), line: 3, column: 4, "“z”")
    expect(error("a,y\n1,q\n", CSVReader(targetColumn: "y")), line: 2, column: 3, "“q” in column “y”")
    expect(error("a\n1e999\n"), line: 2, column: 1, "“1e999”", "too large")
  }

  @Test(arguments: [
    "nan", "NaN", "inf", "-Infinity", "0x10", "0x1p3", "1e", "1e+", "e5", ".", "+", "-", "1.2.3", "1 2", "--1", "+-1",
    "1,5", "1_000", "١", "1e5.0", "5f", "\u{0}1",
  ])
  func `Not decimal numbers`(text: String) {
    expect(error("a\n\"\(text)\"\n"), line: 2, column: 1, "is not a decimal number")
  }

  @Test func `Quotes out of place`() {
    expect(error("a,b\n1,\"2\n3,4\n"), line: 2, column: 3, "never closed")
    expect(error("a,b\n1,\"2\"\"\n"), line: 2, column: 3, "never closed")
    expect(error("a,b\n1,2\"3\n"), line: 2, column: 4, "inside a field that does not begin")
    expect(error("a,b\n1,\"x\ny\"z\n"), line: 3, column: 3, "follows a closing quote")
    expect(error("\"a\n1\n"), line: 1, column: 1, "never closed")
  }

  @Test func `Text that is not UTF-8`() {
    let reader = CSVReader(labelColumn: "y")
    expect(error(Array("x,y\n1,Z".utf8) + [0xFC] + Array("rich\n".utf8), reader), line: 2, column: 3, "UTF-8")
    // UTF-16 with its mark.
    expect(error([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x31, 0], CSVReader()), line: 1, column: 1, "UTF-8")
    // The column counts bytes: ü has two.
    expect(error("a,b\n\"ü\",z\n", CSVReader(rowNameColumn: "a")), line: 2, column: 6, "“z”")
  }

  @Test func `Texts that are missing, and columns of text with another role`() {
    let reader = CSVReader(textColumns: ["y"])
    expect(error("x,y\n1,\n", reader), line: 2, column: 3, "column “y” is empty", "missingValues")
    #expect(throws: LearningError.invalidOption(
      name: "textColumns", value: "“y”",
      allowed: "a column without another role; column “y” is already the label")
    ) { try CSVReader(labelColumn: "y", textColumns: ["y"]).read(text: "x,y\n1,a\n") }
  }

  @Test func `Labels that are missing`() {
    expect(error("x,y\n1,\n", CSVReader(labelColumn: "y")), line: 2, column: 3, "label in column “y” is missing")
    let reader = CSVReader(labelColumn: "y", missingValues: .replace())
    expect(error("x,y\n,a\n2,?\n", reader), line: 3, column: 3, "is missing (“?”)")
  }

  @Test func `Column names that are not unique`() {
    expect(error("a,b,a\n1,2,3\n"), line: 1, column: 5, "“a” stands over columns 0 and 2")
    expect(error("a,b,\"a\"\n1,2,3\n"), line: 1, column: 5)
  }

  @Test func `No column left for the features`() {
    expect(error("a\n1\n", CSVReader(labelColumn: "a")), line: 1, column: 1, "at least one as a feature")
  }

  @Test func `Options that do not fit the file`() {
    func option(_ reader: CSVReader) -> [String] {
      guard case .invalidOption(let name, let value, let allowed) = error("a,b,c\n1,2,3\n", reader) else { return [] }
      return [name, value, allowed]
    }
    #expect(
      option(CSVReader(labelColumn: "y")) == ["labelColumn", "“y”", "one of the header's names: a, b, c"])
    #expect(
      option(CSVReader(rowNameColumn: 3)) == ["rowNameColumn", "3", "an index from 0 to 2, the file's columns"])
    #expect(option(CSVReader(targetColumn: -1)).first == "targetColumn")
    #expect(
      option(CSVReader(hasHeader: false, droppedColumns: ["a"]))
        == ["droppedColumns", "“a”", "an index or .last, because hasHeader is false"])
    #expect(
      option(CSVReader(labelColumn: "c", targetColumn: .last))
        == ["targetColumn", "the last column", "a column without another role; column “c” is already the label"])
    for delimiter: Character in ["\"", "\n", "\r\n", "1", "e", "-", ".", "ü", "\u{0}"] {
      #expect(option(CSVReader(delimiter: delimiter)).first == "delimiter")
    }
  }

  @Test func `A long header is cut in the sentence`() {
    let header = (0..<20).map { "c\($0)" }.joined(separator: ",")
    guard case .invalidOption(_, _, let allowed) = error(header + "\n", CSVReader(labelColumn: "y")) else {
      Issue.record("The unknown column was not refused")
      return
    }
    #expect(allowed.hasSuffix("c11, ... (20 in all)"))
  }
}
