/// A judged comparison with the claim that it gives evidence for.
struct Check: Sendable, Equatable {
  let label: String
  let name: String
  let comparison: Comparison

  /// What the comparison was before `--spoil` moved its measured value; `nil` where it was not spoiled.
  let unspoiled: Comparison?

  init(label: String, name: String, _ comparison: Comparison, isSpoiled: Bool = false) {
    self.label = label
    self.name = name
    self.comparison = isSpoiled ? comparison.spoiled : comparison
    unspoiled = isSpoiled ? comparison : nil
  }

  var passed: Bool { comparison.holds }

  /// `digits at 95 %: measured 29, expected 29`
  var sentence: String {
    let origin = unspoiled.map { " (spoiled, was \($0.measuredText))" } ?? ""
    return "\(name): measured \(comparison.measuredText)\(origin), \(comparison.boundText)"
  }
}
