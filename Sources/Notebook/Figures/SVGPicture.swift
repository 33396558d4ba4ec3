import Foundation

/// An SVG document as gnuplot writes it, made fit for the reader.
struct SVGPicture: Sendable, Equatable {
  /// The whole document.
  let text: String

  /// - Parameters:
  ///   - source: What gnuplot wrote.
  ///   - title: The figure's title, for readers who hear the picture.
  init(gnuplot source: String, title: String) {
    // Each series would show the plotter's own name for it under the mouse, one that several panels share.
    let quiet = source.replacing(#/<g id="gnuplot_plot_\w+" ?>(<title>gnuplot_plot_\w+</title>)?/#, with: "<g>")
    let titled = quiet.replacing(
      "<title>Gnuplot</title>", with: "<title>\(HTML.escaped(title))</title>", maxReplacements: 1)
    // Where the font is missing, one of the same kind and not the browser's serif.
    text = titled.replacing(
      #"font-family="DejaVu Sans""#, with: #"font-family="DejaVu Sans, Verdana, Arial, sans-serif""#)
  }

  /// The picture as an element of an HTML page, with identifiers that no other picture of the page has.
  func element(prefix: String) -> String {
    let root = text.range(of: "<svg").map { text[$0.lowerBound...] } ?? text[...]
    // Only inside tags: in texts, gnuplot writes `<` as an entity.
    let tags = root.replacing(#/<[^>]*>/#) { tag in
      tag.output.replacing(#/(\sid=['"]|href='#|url\(#)/#) { "\($0.output.1)\(prefix)-" }
    }
    return String(tags)
  }
}
