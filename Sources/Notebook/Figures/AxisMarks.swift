import Foundation

/// The distance between the marks of an axis, where the plotter's own choice would not do.
enum AxisMarks {
  /// Numbers up to this length fit side by side as the plotter sets them.
  private static let usualLength = 6

  /// A step of 1, 2 or 5 times a power of ten that leaves room for long numbers on a horizontal axis, or `nil` where
  /// the numbers are short.
  ///
  /// - Parameter width: The width of the panel in pixels.
  static func sparseStep(in range: ClosedRange<Double>, width: Int) -> Double? {
    let ends = [range.lowerBound, range.upperBound].map { String(format: "%.3g", $0).count }
    guard let length = ends.max(), length > usualLength else { return nil }
    // About what a character of the font takes, a gap, and what the vertical axis leaves.
    let count = max(1, 0.7 * Double(width) / (8.5 * Double(length) + 20))
    let least = (range.upperBound - range.lowerBound) / count
    let power = pow(10, log10(least).rounded(.down))
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least } ?? 10 * power
  }
}
