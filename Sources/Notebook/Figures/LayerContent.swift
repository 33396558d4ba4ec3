/// What a layer draws.
protocol LayerContent: Sendable {
  /// Takes out what cannot be drawn, and returns how many values or points that were.
  mutating func clean(_ scales: Scales) -> Int

  /// Widens the extents to hold the layer, once it is clean.
  func extend(_ extents: inout Extents, _ scales: Scales)

  /// Adds the layer, once it is clean, to the script of its panel.
  func draw(in panel: inout GnuplotPanel, label: String?)
}
