import Foundation

/// Turns figures into outputs: names their files and draws them, where an output shows them.
struct FigureMaker {
  private let files: OutputFiles
  private let gnuplot: Result<ExternalTool, MissingTool>
  private var names = FileNames()

  init(files: OutputFiles, tools: ToolFinder) {
    self.files = files
    gnuplot = tools.find("gnuplot", package: "gnuplot-nox")
  }

  /// The outputs for a figure: the figure and remarks on it, or a note that says why it is not there.
  mutating func outputs(title: String, figures: [Figure], size: (width: Int, height: Int)) -> [Output] {
    let fileName = names.next(for: title)
    let whereabouts = files.whereabouts(ofFigure: fileName)
    guard files.showFigures else {
      return [
        .figure(ShownFigure(title: title, fileName: fileName, drawing: nil, whereabouts: whereabouts))
      ]
    }
    let script = GnuplotScript(title: title, figures: figures, size: size)
    do throws(ToolFailure) {
      let tool: ExternalTool
      switch gnuplot {
      case .success(let found): tool = found
      case .failure(let missing):
        return [.note("figure: \(title) is not drawn: \(missing.sentence)")]
      }
      let drawing = try FigureMaker.draw(script, title: title, width: size.width, with: tool)
      let figure = ShownFigure(title: title, fileName: fileName, drawing: drawing, whereabouts: whereabouts)
      return [.figure(figure)] + FigureMaker.remarks(on: script)
    } catch {
      return [.note("figure: \(title) is not drawn: \(error.sentence)")]
    }
  }

  private static func remarks(on script: GnuplotScript) -> [Output] {
    let count = script.droppedCount
    guard count > 0 else { return [] }
    return [
      .note("\(count) \(count == 1 ? "value" : "values") of this figure cannot be drawn (not finite, or not positive on a"
        + " logarithmic axis) and \(count == 1 ? "is" : "are") left out.")
    ]
  }

  private static func draw(
    _ script: GnuplotScript, title: String, width: Int, with gnuplot: ExternalTool
  ) throws(ToolFailure) -> Drawing {
    // Without the settings of the user, which would make the picture another one.
    let files = try gnuplot.run(
      ["--default-settings", "figure.gnuplot"], input: ["figure.gnuplot": script.text],
      output: [GnuplotScript.svgName, GnuplotScript.pngName])
    let svg = SVGPicture(gnuplot: String(decoding: files[0], as: UTF8.self), title: title)
    return Drawing(svg: svg, png: files[1], width: width)
  }
}
