import Testing

@testable import Notebook

@Suite("The marker of a cell")
struct CellMarkerTests {
  @Test(
    "opens a code cell, with or without a title",
    arguments: [
      ("// %%", nil),
      ("//%%", nil),
      ("// %%   ", nil),
      ("  // %% Load the data", "Load the data"),
      ("// %% Load  the data tags=[\"a b\"]", "Load the data"),
      ("// %%% A part of a cell", "A part of a cell"),
      ("// %% [code] Title", "Title"),
      ("// %% About [brackets]", "About [brackets]"),
    ] as [(String, String?)])
  func code(line: String, title: String?) throws {
    let marker = try #require(CellMarker(line[...]))
    #expect(marker.kind == .code)
    #expect(marker.title == title)
  }

  @Test(
    "opens a markdown cell, with or without a title",
    arguments: [
      ("// %% [markdown]", nil),
      ("// %% [md]", nil),
      ("// %% Introduction [markdown]", "Introduction"),
      ("// %% [markdown] Introduction", "Introduction"),
      ("// %% [markdown] slideshow={\"type\": \"slide\"}", nil),
    ] as [(String, String?)])
  func markdown(line: String, title: String?) throws {
    let marker = try #require(CellMarker(line[...]))
    #expect(marker.kind == .markdown)
    #expect(marker.title == title)
  }

  @Test(
    "is not any other line",
    arguments: ["", "// text", "// % %", "// %%time", "let x = 1  // %%", "/// %%", "# %%", "// 100 %% sure"])
  func none(line: String) {
    #expect(CellMarker(line[...]) == nil)
  }
}
