internal import LinearAlgebra

/// Columns of numbers for a printed table.
package enum NumberColumn {
  /// The numbers to at least `digits` significant digits each with the same places behind the point, so that the
  /// points of a column that is flushed right stand below each other; numbers too small or too large for that are
  /// written with an exponent, missing ones as "-".
  package static func texts(_ values: [Double?], digits: Int) -> [String] {
    texts(values, digits: digits, places: places(showing: values, digits: digits))
  }

  /// The ends of intervals, with places that show `digits` digits of the end farther from zero: the other may be
  /// close to it by chance.
  package static func texts(intervals: [IntervalEstimate?], digits: Int) -> (lower: [String], upper: [String]) {
    let far = intervals.map { $0.map { max($0.lower.magnitude, $0.upper.magnitude) } }
    let places = places(showing: far, digits: digits)
    return (
      texts(intervals.map { $0?.lower }, digits: digits, places: places),
      texts(intervals.map { $0?.upper }, digits: digits, places: places)
    )
  }

  /// The p-values as ``Swift/Double/formattedPValue`` writes them, those from 0.001 on with the same places.
  package static func texts(pValues: [Double?]) -> [String] {
    let plain = texts(pValues.map { $0.flatMap { $0 < 1e-3 ? nil : $0 } }, digits: 3)
    return zip(pValues, plain).map { value, plain in
      guard let value, value < 1e-3 else { return plain }
      return value.formattedPValue
    }
  }

  private static func texts(_ values: [Double?], digits: Int, places: Int) -> [String] {
    values.map { value in
      guard let value else { return "-" }
      return isPlain(value, digits: digits) ? value.formatted(places: places) : value.formatted(digits: digits)
    }
  }

  /// The places that every number of a column gets.
  private static func places(showing values: [Double?], digits: Int) -> Int {
    values.map { $0.map { placesNeeded(by: $0, digits: digits) } ?? 0 }.max() ?? 0
  }

  /// Whether the number is written without an exponent.
  private static func isPlain(_ value: Double, digits: Int) -> Bool {
    !value.formatted(digits: digits).contains("e") || (value.magnitude >= 1 && value.magnitude < 1e9)
  }

  /// The places behind the point that show `digits` significant digits, none for trailing zeros.
  private static func placesNeeded(by value: Double, digits: Int) -> Int {
    let text = value.formatted(digits: digits)
    guard !text.contains("e"), let point = text.firstIndex(of: ".") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }
}
