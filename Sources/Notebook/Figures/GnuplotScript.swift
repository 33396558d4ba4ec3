/// A gnuplot script that draws a picture of one or more panels twice, as SVG and as PNG, into the working directory.
struct GnuplotScript: Sendable {
  static let svgName = "figure.svg"
  static let pngName = "figure.png"

  /// More would leave panels too narrow for their axes.
  private static let mostColumns = 3
  private static let font = "DejaVu Sans,14"

  let text: String
  /// How many values were left out because they cannot be drawn.
  let droppedCount: Int

  /// - Parameter size: The width of the picture and the height of a row of panels, in pixels.
  init(title: String, figures: [Figure], size: (width: Int, height: Int)) {
    let columns = min(figures.count, GnuplotScript.mostColumns)
    let rows = (figures.count + columns - 1) / columns
    let panels = figures.enumerated().map { GnuplotPanel($1, number: $0 + 1, width: size.width / columns) }
    let height = size.height * rows
    let plots: String
    if let only = panels.first, panels.count == 1 {
      plots = only.plotText(title: [title, only.figure.title].filter { !$0.isEmpty }.joined(separator: "\n"))
    } else {
      plots =
        "set multiplot layout \(rows),\(columns) title \(GnuplotText.quoted(title)) font ',16'\n"
        + panels.map { $0.plotText(title: $0.figure.title) }.joined() + "unset multiplot\n"
    }
    droppedCount = panels.reduce(0) { $0 + $1.droppedCount }
    text = """
      set encoding utf8
      \(panels.map(\.dataText).joined())
      set terminal svg size \(size.width),\(height) noenhanced font '\(GnuplotScript.font)' background '#ffffff'
      set output '\(GnuplotScript.svgName)'
      \(plots)unset output

      # Twice the size, for screens of high resolution. Letters grow by 1.5 only: they are measured in points here and
      # in pixels above, and a pixel is three quarters of a point.
      if (strstrt(GPVAL_TERMINALS, " pngcairo ") > 0) {
        set terminal pngcairo size \(2 * size.width),\(2 * height) noenhanced font '\(GnuplotScript.font)' \
      fontscale 1.5 linewidth 2 pointscale 2 background '#ffffff'
      } else {
        set terminal png truecolor size \(2 * size.width),\(2 * height) noenhanced font '\(GnuplotScript.font)' \
      fontscale 1.5 linewidth 2 pointscale 2 background '#ffffff'
      }
      set output '\(GnuplotScript.pngName)'
      \(plots)unset output

      """
  }
}
