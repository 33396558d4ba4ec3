import Datasets
import Learning
import Testing

@Suite("Spoilt files")
struct CSVRobustnessTests {
  private static let files: [(reader: CSVReader, text: String)] = [
    (CSVReader(labelColumn: .last), "a,b,kind\n1,2.5,x\n-3e4,.5,y\n5,6.,x\n7,8,\"y, too\"\n9,10,x\n11,12,z\n"),
    (
      CSVReader(rowNameColumn: 0, missingValues: .replace()),
      "name,p,q\r\n\"A \"\"1\"\"\",1,NA\r\n\"B\nC\",?,2\r\nD,3,\r\n\r\nE,4,5\r\nF,6,7\r\nG,8,9\r\n"
    ),
    (CSVReader(delimiter: ";", hasHeader: false, targetColumn: 1), "1;2;3\n4;5;6\n7;8;9\n10;11;12\n13;14;15\n"),
    (
      CSVReader(missingValues: .replace(markers: ["", "-1"], with: 0)),
      "\u{FEFF}x\n1\n-1\n\"\"\n12345678901234567890.5\n"
    ),
    (CSVReader(delimiter: "\t", hasHeader: false, labelColumn: 2, droppedColumns: [0]), "ä\t1\tu\r?\t2\tv\rz\t3\tu\r"),
  ]

  private static let splinters = [
    "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\"\n", ",,,,", "e", "e999999999999999999999", "nan", "0x", "-",
    ".", "\u{FEFF}", "99999999999999999999999999", "\u{0}", "NA",
  ]

  @Test(.timeLimit(.minutes(5)))
  func `Ten thousand spoilt files are read or refused, in bounds`() {
    let mutator = ByteMutator(
      splinters: Self.splinters.map { Array($0.utf8) }, files: Self.files.map { Array($0.text.utf8) })
    var generator = SeededGenerator(seed: 12)
    var (readCount, refusedCount) = (0, 0)
    for round in 0..<10_000 {
      let (reader, text) = Self.files[round % Self.files.count]
      var bytes = Array(text.utf8)
      mutator.mutate(&bytes, using: &generator)
      do {
        let table = try reader.read(bytes: bytes)
        readCount += 1
        let rowCount = table.features.rowCount
        #expect(rowCount > 0 && table.features.columnCount == table.featureNames.count)
        #expect(table.features.count <= bytes.count + 1)
        #expect([0, rowCount].contains(table.labels.count) && [0, rowCount].contains(table.targets.count))
        if reader.missingValues == .refuse { #expect(table.features.elements.allSatisfy { $0.isFinite }) }
      } catch {
        refusedCount += 1
        if case .malformedFile(_, let line, let column, _) = error {
          let lineCount = 1 + bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
          #expect((1...lineCount).contains(line) && (1...(bytes.count + 1)).contains(column))
        } else if case .invalidOption = error {
          // A role's column is no longer in the file.
        } else {
          Issue.record("\(error)")
        }
      }
    }
    // Neither outcome is a rarity, or the test would not be one.
    #expect(readCount > 1_000 && refusedCount > 1_000)
  }

  /// Room for the product of both, 320 GB, would end the program.
  @Test func `Many columns over many blank lines do not take memory by their product`() {
    let count = 200_000
    let header = String(repeating: "1,", count: count - 1) + "1"
    let reader = CSVReader(hasHeader: false)
    let table = try? reader.read(text: header + String(repeating: "\n", count: count))
    #expect(table?.features.rowCount == 1 && table?.features.columnCount == count)
  }
}
