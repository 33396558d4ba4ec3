import Learning
import Optimization

/// A run with a name: how far above the minimum the mean loss was after each iteration or epoch.
struct Course {
  let name: String
  let minimum: Minimum
  let gaps: [Double]

  /// - Parameters:
  ///   - terms: what the objective is divided by to be a mean: n for a sum, 1 for a mean.
  ///   - lowest: the least mean loss.
  init(_ name: String, _ minimum: Minimum, terms: Int, lowest: Double) {
    self.name = name
    self.minimum = minimum
    gaps = minimum.report.objectiveTrace.map { $0 / Double(terms) - lowest }
  }

  /// The first iteration at which the gap is at most this; nil if there is none.
  func iterations(toGap gap: Double) -> Int? { gaps.firstIndex { $0 <= gap } }

  var last: Double { gaps.last ?? .nan }

  /// The mean gap of the last so many epochs: the level of the noise.
  func floor(last count: Int) -> Double { gaps.suffix(count).reduce(0, +) / Double(count) }
}

/// The time that a piece of work takes, in milliseconds, and what it returns.
func timed<Result>(_ body: () throws -> Result) rethrows -> (result: Result, milliseconds: Double) {
  let clock = ContinuousClock()
  let start = clock.now
  let result = try body()
  return (result, (clock.now - start) / .milliseconds(1))
}
