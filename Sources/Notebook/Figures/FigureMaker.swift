import Foundation

/// Turns figures into outputs: names their files and draws them, where an output shows them.
struct FigureMaker {
  private let files: OutputFiles
  private let tools: ToolFinder
  private var names = FileNames()

  init(files: OutputFiles, tools: ToolFinder) {
    self.files = files
    self.tools = tools
  }

  /// The outputs for a figure: the figure and remarks on it, or a note that says why it is not there.
  mutating func outputs(title: String, figures: [Figure], size: (width: Int, height: Int)) -> [Output] {
    let fileName = names.next(for: title)
    let words = title.split(whereSeparator: \.isNewline).joined(separator: " ")
    let script = GnuplotScript(title: title, figures: figures, size: size)
    var drawing: Drawing?
    if files.showFigures {
      switch tools.find("gnuplot", package: "gnuplot-nox") {
      case .failure(let missing):
        return [.note("figure: \(words) is not drawn: \(missing.sentence)")]
      case .success(let gnuplot):
        do throws(ToolFailure) {
          drawing = try FigureMaker.draw(script, title: title, width: size.width, with: gnuplot)
        } catch {
          return [.note("figure: \(words) is not drawn: \(error.sentence)")]
        }
      }
    }
    let figure = ShownFigure(
      title: words, fileName: fileName, drawing: drawing, whereabouts: files.whereabouts(ofFigure: fileName))
    return [.figure(figure)] + FigureMaker.remarks(on: script)
  }

  private static func remarks(on script: GnuplotScript) -> [Output] {
    let count = script.droppedCount
    guard count > 0 else { return [] }
    let words = count == 1 ? ("value", "is") : ("values", "are")
    return [
      .note(
        "\(count) \(words.0) of this figure \(words.1) left out: not finite, or not positive on a logarithmic axis.")
    ]
  }

  private static func draw(
    _ script: GnuplotScript, title: String, width: Int, with gnuplot: ExternalTool
  ) throws(ToolFailure) -> Drawing {
    // Without the settings of the user, which would make the picture another one.
    let files = try gnuplot.run(
      ["--default-settings", "figure.gnuplot"], input: ["figure.gnuplot": script.text],
      output: [GnuplotScript.svgName, GnuplotScript.pngName]
    ).files
    let svg = SVGPicture(gnuplot: String(decoding: files[0], as: UTF8.self), title: title)
    return Drawing(svg: svg, png: files[1], width: width)
  }
}
