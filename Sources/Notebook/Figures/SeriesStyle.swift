/// How the n-th series of a figure looks. Colours, shapes and dashes repeat after 7, 9 and 5, so that series of the
/// same colour differ in the others.
struct SeriesStyle: Sendable, Equatable {
  /// Okabe and Ito, "Color Universal Design" (2008), without the yellow, which is too light for lines on white.
  private static let colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000"]
  /// Disc, square, triangle, diamond, inverted triangle, then open: circle, square, triangle, diamond.
  private static let points = [7, 5, 9, 13, 11, 6, 4, 8, 12]
  private static let dashes = ["solid", "(14,6)", "(4,5)", "(16,5,4,5)", "(26,7)"]

  let index: Int

  var colour: String { "lc rgb '\(SeriesStyle.colours[index % SeriesStyle.colours.count])'" }

  var point: String { "pt \(SeriesStyle.points[index % SeriesStyle.points.count]) ps 0.9" }

  var dash: String { "dt \(SeriesStyle.dashes[index % SeriesStyle.dashes.count])" }
}
