import Testing

@testable import Notebook

@Suite("A table")
struct TableTests {
  @Test("takes literals, texts, numbers and percentages as cells")
  func cells() {
    let count = 7
    let cells: [TableCell] = [
      "k = \(count)", 3, 0.25, .text("x"), .number(count), .number(0.95449, digits: 3), .number(1e-9),
      .percent(0.9544), .percent(1, digits: 0),
    ]
    #expect(cells.map(\.text) == ["k = 7", "3", "0.25", "x", "7", "0.954", "1e-09", "95.4 %", "100 %"])
    #expect(cells.map(\.isNumeric) == [false, true, true, false, true, true, true, true, true])
  }

  @Test("aligns a column of numbers to the right, empty cells aside")
  func alignment() {
    let table = Table(
      columns: ["rule", "k", "mixed", "empty"],
      rows: [["Kaiser", 9, 1, ""], ["variance", "", "none", ""], ["x", 10, 2, ""]], caption: "Rules")
    #expect(
      TableLayout(table).lines(style: .plain) == [
        "Rules",
        "rule       k  mixed  empty",
        "--------  --  -----  -----",
        "Kaiser     9  1",
        "variance      none",
        "x         10  2",
      ])
  }

  @Test("keeps a row on one line, however long it is and whatever it holds")
  func oneLine() {
    let long = String(repeating: "word ", count: 60)
    let table = Table(columns: ["a", "b"], rows: [[.text(long), "two\nlines"]])
    let lines = TableLayout(table).lines(style: .plain)
    #expect(lines.count == 3)
    #expect(lines[2] == long + "  two lines")
  }

  @Test("refuses a row of another length")
  func ragged() async {
    await #expect(processExitsWith: .failure) {
      _ = Table(columns: ["a", "b"], rows: [["one"]])
    }
  }
}
