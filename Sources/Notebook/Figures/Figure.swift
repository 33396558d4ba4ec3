/// A picture of data: layers drawn over each other on one pair of axes.
///
/// ```swift
/// notebook.figure(
///   "Scree plot",
///   Figure(
///     xLabel: "component", yLabel: "share of the variance",
///     layers: [
///       .bars(y: ratios, label: "each"),
///       .line(y: cumulative, showsPoints: true, label: "together"),
///       .horizontalLine(0.95, label: "95 %"),
///     ]))
/// ```
///
/// Colours are those of Okabe and Ito, which stay apart for colour-blind readers; series differ in point shape and
/// dash, too. Every text comes out as it is written.
///
/// Values that cannot be drawn (NaN, infinities, magnitudes above 1e300, on a logarithmic axis also what is not
/// positive) are left out, with a note that counts them.
public struct Figure: Sendable {
  /// The heading of this panel; empty by default, because the picture has a title of its own.
  public var title: String
  /// The name and unit of the horizontal axis.
  public var xLabel: String
  /// The name and unit of the vertical axis.
  public var yLabel: String
  /// What the horizontal axis shows; by default all of the data.
  public var xRange: ClosedRange<Double>?
  /// What the vertical axis shows; by default all of the data.
  public var yRange: ClosedRange<Double>?
  public var xScale: Scale
  public var yScale: Scale
  /// Names of the positions 1, 2, ... of the horizontal axis in place of numbers.
  public var xNames: [String]
  /// Where the labels of the layers stand; below the axes by default, where they cover nothing.
  public var legend: Legend
  /// Drawn in this order, the later over the earlier.
  public var layers: [Layer]

  /// Makes a figure; everything but the layers has a default.
  ///
  /// A range with a bound that cannot be drawn (infinite, or not positive on a logarithmic axis) counts as none.
  public init(
    title: String = "", xLabel: String = "", yLabel: String = "", xRange: ClosedRange<Double>? = nil,
    yRange: ClosedRange<Double>? = nil, xScale: Scale = .linear, yScale: Scale = .linear, xNames: [String] = [],
    legend: Legend = .below, layers: [Layer]
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.xRange = xRange
    self.yRange = yRange
    self.xScale = xScale
    self.yScale = yScale
    self.xNames = xNames
    self.legend = legend
    self.layers = layers
  }
}
