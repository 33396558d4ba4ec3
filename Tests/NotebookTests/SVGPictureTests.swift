import Testing

@testable import Notebook

@Suite("An SVG picture")
struct SVGPictureTests {
  private static let source = """
    <?xml version="1.0" encoding="utf-8"  standalone="no"?>
    <svg width="720">
    <g id="canvas"/>
    <title>Gnuplot</title>
    <defs><circle id='gpDot'/><use xlink:href='#gpDot' id='gpPt6'/><filter id='textbox'/></defs>
    <g id="gnuplot_plot_1" ><title>gnuplot_plot_1</title>
    <g font-family="DejaVu Sans" style='filter:url(#textbox)'><text>id='kept' href='#kept'</text></g>
    </svg>
    """

  @Test("has the figure's title, and no names of the plotter's own")
  func title() {
    let text = SVGPicture(gnuplot: Self.source, title: "a < b & \"c\"").text
    #expect(text.contains("<title>a &lt; b &amp; &quot;c&quot;</title>"))
    #expect(!text.contains("gnuplot_plot_1"))
    #expect(text.contains("Arial, sans-serif"))
  }

  @Test("has identifiers of its own inside a page, and texts as they were")
  func element() {
    let element = SVGPicture(gnuplot: Self.source, title: "t").element(prefix: "figure3")
    #expect(element.hasPrefix("<svg width"))
    for part in ["id='figure3-gpDot'", "href='#figure3-gpDot'", "url(#figure3-textbox)", "id=\"figure3-canvas\""] {
      #expect(element.contains(part), "\(part)")
    }
    #expect(element.contains("<text>id='kept' href='#kept'</text>"))
  }
}
