/// Colours for values, light to dark blue, or blue over white to red where signs differ. Both keep their order for
/// colour-blind readers and in grey (ColorBrewer's Blues and RdBu).
struct ColourScale: Sendable, Equatable {
  let lower: Double
  let upper: Double

  init(_ values: [Double]) {
    let (smallest, largest) = (values.min() ?? 0, values.max() ?? 1)
    let reach = max(abs(smallest), abs(largest))
    if smallest < 0, largest > 0 {
      (lower, upper) = (-reach, reach)
    } else {
      let isTooShort = largest - smallest < max(1e-280, 1e-9 * reach)
      let half = reach == 0 ? 0.5 : max(1e-280, reach / 10)
      (lower, upper) = isTooShort ? (smallest - half, largest + half) : (smallest, largest)
    }
  }

  private var isDiverging: Bool { lower == -upper }

  var palette: String {
    let colours =
      isDiverging
      ? ["#2166ac", "#92c5de", "#f7f7f7", "#f4a582", "#b2182b"]
      : ["#f7fbff", "#c6dbef", "#6baed6", "#2171b5", "#08306b"]
    return colours.enumerated().map { "\($0) '\($1)'" }.joined(separator: ", ")
  }

  /// Black or white, whichever can be read on the colour of the value.
  func textColour(on value: Double) -> String {
    // In halves, because the whole length may overflow.
    let place = (value / 2 - lower / 2) / (upper / 2 - lower / 2)
    let isDark = isDiverging ? abs(place - 0.5) > 0.38 : place > 0.6
    return isDark ? "#ffffff" : "#000000"
  }
}
