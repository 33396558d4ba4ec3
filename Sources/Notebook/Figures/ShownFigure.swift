/// A figure in its place among the outputs of a cell.
struct ShownFigure: Sendable, Equatable {
  let title: String
  /// The name of its files, without the ending; no two figures of a notebook share one.
  let fileName: String
  /// `nil` where no output shows pictures, and nothing was drawn.
  let drawing: Drawing?
  /// Where the picture is to be found, in words for the terminal.
  let whereabouts: String

  /// `figure: Scree plot (in report.html)`
  var sentence: String { "figure: \(title) (\(whereabouts))" }
}
