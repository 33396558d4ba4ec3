import Datasets
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("Reading comma-separated values")
struct CSVReaderTests {
  @Test func `Every column is a feature by default`() throws {
    let table = try CSVReader().read(text: "a,b\n1,2\n3,4\n")
    #expect(table.featureNames == ["a", "b"])
    #expect(table.features == [[1, 2], [3, 4]])
    #expect(table.labels.isEmpty && table.targets.isEmpty && table.rowNames.isEmpty)
    #expect(table.column(named: "b").map(Array.init) == [2, 4])
    #expect(table.column(named: "c") == nil)
  }

  @Test func `Columns take their roles by name, by index and as the last`() throws {
    let text = "id,name,x,price,kind\n7,Ada,1,10.5,red\n8,Bob,2,11,blue\n"
    let reader = CSVReader(
      labelColumn: .last, targetColumn: "price", rowNameColumn: 1, droppedColumns: ["id"])
    let table = try reader.read(text: text)
    #expect(table.featureNames == ["x"])
    #expect(table.features == [[1], [2]])
    #expect(table.labels == ["red", "blue"])
    #expect(table.targets == [10.5, 11])
    #expect(table.rowNames == ["Ada", "Bob"])
  }

  @Test func `Columns of text are kept as text, missing values as the empty text`() throws {
    let text = "town,x,fuel\nKiel,1,diesel\n\"Bonn, north\",NA,\nNA,3,petrol\n"
    let reader = CSVReader(textColumns: ["fuel", 0], missingValues: .replace())
    let table = try reader.read(text: text)
    #expect(table.textColumnNames == ["town", "fuel"])
    #expect(table.textColumns == [["Kiel", "Bonn, north", ""], ["diesel", "", "petrol"]])
    #expect(table.textColumn(named: "fuel") == ["diesel", "", "petrol"] && table.textColumn(named: "x") == nil)
    #expect(table.featureNames == ["x"] && table.features[1, 0].isNaN)
    let words = try CSVReader(textColumns: ["a", "b"]).read(text: "a,b\nx,y\n")
    #expect(words.textColumns == [["x"], ["y"]])
    #expect((words.features.rowCount, words.features.columnCount) == (1, 0))
    #expect(try CSVReader().read(text: "a\n1\n").textColumns.isEmpty)
  }

  @Test func `Without a header the columns are numbered from zero`() throws {
    let table = try CSVReader(hasHeader: false, labelColumn: 0).read(text: "x,1,2\ny,3,4")
    #expect(table.featureNames == ["column_1", "column_2"])
    #expect(table.features == [[1, 2], [3, 4]])
    #expect(table.labels == ["x", "y"])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `Every kind of line end ends a line`(end: String) throws {
    let lines = ["a,b", "1,2", "3,4"]
    let expected = try CSVReader().read(text: "a,b\n1,2\n3,4\n")
    #expect(try CSVReader().read(text: lines.joined(separator: end)) == expected)
    #expect(try CSVReader().read(text: lines.joined(separator: end) + end) == expected)
    #expect(try CSVReader().read(text: end + lines.joined(separator: end + "  " + end) + end + end + "\t") == expected)
  }

  @Test func `A byte order mark is skipped`() throws {
    #expect(try CSVReader().read(bytes: [0xEF, 0xBB, 0xBF] + Array("a\n1".utf8)).featureNames == ["a"])
  }

  @Test func `Quoted fields hold delimiters, line ends and quotes`() throws {
    let text = "\"x, first\",\"la\"\"bel\"\r\n\"1\",\"red\r\nand \"\"blue\"\"\"\r\n2,\"\"\"\"\n 3 , \" green \" \n"
    let table = try CSVReader(labelColumn: .last).read(text: text)
    #expect(table.featureNames == ["x, first"])
    #expect(table.features == [[1], [2], [3]])
    #expect(table.labels == ["red\r\nand \"blue\"", "\"", " green "])
  }

  @Test func `Spaces around a field do not belong to it`() throws {
    let table = try CSVReader(labelColumn: "kind of thing").read(text: " a ,\tkind of thing\n 1\t,  so so  \n")
    #expect(table.featureNames == ["a"])
    #expect(table.features == [[1]])
    #expect(table.labels == ["so so"])
  }

  @Test func `Tabs and semicolons delimit too, and an empty last field counts`() throws {
    let missing = CSVReader.MissingValues.replace(with: -1)
    let tabs = CSVReader(delimiter: "\t", missingValues: missing)
    #expect(try tabs.read(text: "a\tb\n1\t\n\t2").features == [[1, -1], [-1, 2]])
    #expect(try CSVReader(delimiter: ";").read(text: "a;b\n1;2").features == [[1, 2]])
    #expect(try CSVReader(missingValues: missing).read(text: "a,b\n1,").features == [[1, -1]])
  }

  @Test func `An empty value of a one-column table is written in quotes`() throws {
    let table = try CSVReader(missingValues: .replace(with: 0)).read(text: "a\n1\n\"\"\n\n2\n")
    #expect(table.features == [[1], [0], [2]])
  }

  @Test func `Markers of missing values become the given value, even where they are numbers`() throws {
    let text = "a,b\nNA,-999\n-999.0,?\n"
    let reader = CSVReader(missingValues: .replace(markers: ["NA", "-999", "?"], with: 7))
    #expect(try reader.read(text: text).features == [[7, 7], [-999, 7]])
    let unknown = try CSVReader(missingValues: .replace()).read(text: "a,b\n,1\n2,NaN\n").features
    #expect(unknown[0, 0].isNaN && unknown[1, 1].isNaN)
    #expect(unknown[0, 1] == 1 && unknown[1, 0] == 2)
    let quoted = CSVReader(missingValues: .replace(markers: ["\"?\""], with: 5))
    #expect(try quoted.read(text: "a\n\"\"\"?\"\"\"\n").features == [[5]])
  }

  @Test func `Bytes, data, slices and text read alike`() throws {
    let text = "a,b\n1,2\n"
    let table = try CSVReader().read(text: text)
    #expect(try CSVReader().read(bytes: Array(text.utf8)) == table)
    #expect(try CSVReader().read(bytes: Data(text.utf8)) == table)
    #expect(try CSVReader().read(bytes: Array(("xx" + text).utf8)[2...]) == table)
    #expect(try CSVReader().read(bytes: Array(text.utf8).lazy.map { $0 }) == table)
  }

  @Test func `Letters beyond ASCII survive`() throws {
    let table = try CSVReader(labelColumn: "Ort").read(text: "Größe,Ort\n1,Zürich\n2,東京 🗼\n")
    #expect(table.featureNames == ["Größe"])
    #expect(table.labels == ["Zürich", "東京 🗼"])
  }

  @Test func `A file reads as its text`() throws {
    let path = NSTemporaryDirectory() + "csv-reader-tests-\(UUID().uuidString).csv"
    // Longer than the first buffer, so that reading goes on.
    let text = "a,b\n" + String(repeating: "1.25,2\n", count: 12_000)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let table = try CSVReader().read(path: path)
    #expect(table.features.rowCount == 12_000)
    #expect(table == (try CSVReader().read(text: text)))
  }

  @Test func `A file that cannot be read says why`() {
    let missing = NSTemporaryDirectory() + "no-such-file-\(UUID().uuidString).csv"
    #expect(
      throws: LearningError.fileAccess(
        path: missing, reason: "The file cannot be opened: No such file or directory.")
    ) { try CSVReader().read(path: missing) }
    #expect(throws: LearningError.fileAccess(path: "/", reason: "The file cannot be read: Is a directory.")) {
      try CSVReader().read(path: "/")
    }
  }
}
