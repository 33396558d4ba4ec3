import Foundation

/// What the layers of a figure cover on one axis.
struct Extent: Sendable {
  /// The share of the covered length that is left free on either side, so that no mark touches the frame.
  private static let margin = 0.04
  /// Relative to the values: below this, marks of the axis would carry the same number.
  private static let smallestRelativeLength = 1e-5
  private static let smallestLength = 1e-280
  /// Of a power of ten at the end of a logarithmic axis; the values end at 300.
  private static let greatestExponent = 302.0

  private var lower = Double.infinity
  private var upper = -Double.infinity
  /// The end on which marks stand: no margin is left there.
  private var baseline: Double?
  /// Whether marks fill the extent, so that the frame may touch them.
  var isTight = false
  /// Whether every value is a whole number.
  private(set) var isWhole = true

  /// Includes the place of a value.
  mutating func include(_ value: Double) {
    isWhole = isWhole && value == value.rounded()
    includeEdge(value)
  }

  /// Includes the edge of a mark, which is no value of its own.
  mutating func includeEdge(_ value: Double) {
    lower = min(lower, value)
    upper = max(upper, value)
  }

  mutating func includeBaseline(_ value: Double) {
    includeEdge(value)
    baseline = value
  }

  /// The range of the axis: the one chosen, where it can be drawn, or what is covered and a margin.
  func range(on scale: Figure.Scale, chosen: ClosedRange<Double>?) -> ClosedRange<Double> {
    if let chosen, chosen.lowerBound.isDrawable(on: scale), chosen.upperBound.isDrawable(on: scale) {
      return Extent.widened(chosen, on: scale)
    }
    switch scale {
    case .linear:
      guard lower <= upper else { return 0...1 }
      let covered = Extent.widened(lower...upper, on: .linear)
      let margin = isTight ? 0 : Extent.margin * (covered.upperBound - covered.lowerBound)
      return covered.lowerBound - (lower == baseline ? 0 : margin)...covered.upperBound
        + (upper == baseline ? 0 : margin)
    case .logarithmic:
      guard lower <= upper else { return 1...10 }
      return Extent.decades(lower...upper)
    }
  }

  /// The range, or a longer one about it where it is too short to be an axis.
  private static func widened(_ range: ClosedRange<Double>, on scale: Figure.Scale) -> ClosedRange<Double> {
    let magnitude = max(abs(range.lowerBound), abs(range.upperBound))
    let length = range.upperBound - range.lowerBound
    guard length < max(smallestLength, smallestRelativeLength * magnitude) else { return range }
    if scale == .logarithmic { return range.lowerBound / 2...range.upperBound * 2 }
    let half = magnitude == 0 ? 1 : max(smallestLength, magnitude / 10)
    return range.lowerBound - half...range.upperBound + half
  }

  /// Only powers of ten are marked with numbers: short ranges reach from one to another, long ones need not.
  private static func decades(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let (low, high) = (log10(range.lowerBound), log10(range.upperBound))
    guard high - low > 3 else {
      let first = low.rounded(.down)
      return pow(10, first)...pow(10, max(high.rounded(.up), first + 1))
    }
    let free = margin * (high - low)
    return pow(10, max(low - free, -greatestExponent))...pow(10, min(high + free, greatestExponent))
  }
}
