import Classic
import Learning
import LinearAlgebra
import Notebook
import RealModule
import Stats

/// Odds ratios for a standard deviation more of each feature, with the intervals of a table whose first row is the
/// intercept.
func oddsLayer(_ table: Inference, _ spreads: [Double], offset: Double, label: String) -> Figure.Layer {
  let rows = zip(table.rows.dropFirst(), spreads)
  return .errorBars(
    x: spreads.indices.map { Double($0 + 1) + offset }, y: rows.map { .exp($0.estimate * $1) },
    low: rows.map { .exp(($0.interval?.lower ?? .nan) * $1) },
    high: rows.map { .exp(($0.interval?.upper ?? .nan) * $1) }, label: label)
}

/// How far two intervals' ends are apart at most, in standard errors.
func endsApart(_ wald: Inference.Row, _ profile: Inference.Row) -> Double {
  guard let first = wald.interval, let second = profile.interval, let error = wald.standardError else { return .nan }
  return max(abs(first.lower - second.lower), abs(first.upper - second.upper)) / error
}

/// What is said where a table is refused.
func refusal(_ table: () throws -> Inference) -> String {
  do {
    return "\(try table())"
  } catch {
    return "\(error)"
  }
}

/// How many rows a model gives another class.
func mistakes(_ model: some Classifier<Int>, _ x: Matrix, _ labels: [Int]) throws -> Int {
  zip(try model.predict(x), labels).count { $0 != $1 }
}

/// A number with one digit after the point.
func tenths(_ value: Double) -> Double { (10 * value).rounded() / 10 }
