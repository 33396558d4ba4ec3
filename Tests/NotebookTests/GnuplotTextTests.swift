import Testing

@testable import Notebook

@Suite("A text in a gnuplot script")
struct GnuplotTextTests {
  @Test(
    "holds no command, and comes out as it is",
    arguments: [
      ("a_b^2 {x} 50% @m $y 'z'", #""a_b^2 {x} 50% @m $y 'z'""#),
      (#"say "hi""#, #""say \"hi\"""#),
      ("`date`", #""\140date\140""#),
      (#"C:\new"#, #""C:\\new""#),
      ("two\nlines\r\nmore", #""two\nlines\nmore""#),
      ("tab\tbell\u{7}null\0", #""tab bell null ""#),
      ("λ₁ – ü", #""λ₁ – ü""#),
      ("", #""""#),
    ])
  func quoted(text: String, script: String) {
    #expect(GnuplotText.quoted(text) == script)
  }

  @Test("doubles percent signs at the marks of an axis, where they would open a format")
  func mark() {
    #expect(GnuplotText.quotedMark("50% \"a\"") == #""50%% \"a\"""#)
  }
}
