import Testing

@testable import Notebook

@Suite("Prose in the terminal")
struct ProseLayoutTests {
  private func layout(_ markdown: String, width: Int = 20, style: TextStyle = .plain) -> String {
    ProseLayout(style: style, width: width).render(markdown)
  }

  @Test("fills paragraphs to the line length")
  func paragraph() {
    #expect(
      layout("One two three\nfour five six seven\n\n\nA-word-longer-than-the-line x") == """
        One two three four
        five six seven

        A-word-longer-than-the-line
        x
        """)
  }

  @Test("underlines headings, and sets them bold where there are styles")
  func headings() {
    #expect(layout("# One\n## Two ##\n### Three") == "One\n===\nTwo\n---\n### Three")
    #expect(
      layout("# One", style: TextStyle(isEnabled: true)) == "\u{1B}[1mOne\u{1B}[0m\n===")
  }

  @Test("hangs list items and quotations")
  func items() {
    #expect(
      layout("- one two three four five\n  six\n  - nested item that is long\n12. number\n> quoted words that go on")
        == """
        - one two three four
          five six
          - nested item that
            is long
        12. number
        > quoted words that
        > go on
        """)
  }

  @Test(
    "keeps code, formulas and tables as they are",
    arguments: [
      "```swift\nlet aLongName = anotherLongName\n\n\n# no heading\n```",
      "$$\n\\sum_{i=1}^{n} x_i^2 + \\alpha\n= 1\n$$",
      "$$\\sum_{i=1}^{n} x_i^2 + \\alpha = 1$$",
      "| a column | another column |\n| --- | --- |",
    ])
  func verbatim(block: String) {
    #expect(layout(block + "\nSome words after the block.") == block + "\nSome words after the\nblock.")
  }

  @Test("keeps a line break that two spaces ask for")
  func hardBreak() {
    #expect(layout("One  \ntwo") == "One\ntwo")
  }
}
