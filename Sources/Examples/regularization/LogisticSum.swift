import LinearAlgebra
import Optimization

/// The sum of the logistic losses of a sample as a function of intercept and coefficients, for a method that is to be
/// stopped on its way.
struct LogisticSum: FiniteSum {
  let sample: BinarySample

  var dimension: Int { sample.features.columnCount + 1 }
  var termCount: Int { sample.count }
  var gradientScale: Double { Double(sample.count) }

  func value(at point: [Double]) -> Double { value(of: ArraySlice(0..<termCount), at: point) }

  func value(of terms: ArraySlice<Int>, at point: [Double]) -> Double {
    let rows = sample.features.selectingRows(terms)
    let odds = rows.multiplied(by: Array(point.dropFirst())).map { $0 + point[0] }
    return VectorMath.softplus(zip(terms, odds).map { sample.labels[$0] == 1 ? -$1 : $1 }).reduce(0, +)
  }

  func value(at point: [Double], gradient: inout [Double]) -> Double {
    self.gradient(of: ArraySlice(0..<termCount), at: point, into: &gradient)
    return value(at: point)
  }

  func gradient(of terms: ArraySlice<Int>, at point: [Double], into gradient: inout [Double]) {
    let rows = sample.features.selectingRows(terms)
    let probabilities = VectorMath.sigmoid(rows.multiplied(by: Array(point.dropFirst())).map { $0 + point[0] })
    let residuals = zip(terms, probabilities).map { $1 - Double(sample.labels[$0]) }
    gradient = [residuals.reduce(0, +)] + rows.transposeMultiplied(by: residuals)
  }
}
