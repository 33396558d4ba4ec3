import Optimization
import Synchronization

/// Terms that are all -x, and a record of the batches that are asked for.
final class BatchRecorder: FiniteSum {
  let termCount: Int
  private let recorded = Mutex<[[Int]]>([])

  init(termCount: Int) { self.termCount = termCount }

  var dimension: Int { 1 }

  var batches: [[Int]] { recorded.withLock { $0 } }

  func value(at x: [Double], gradient: inout [Double]) -> Double {
    gradient[0] = -Double(termCount)
    return -Double(termCount) * x[0]
  }

  func gradient(of terms: ArraySlice<Int>, at x: [Double], into gradient: inout [Double]) {
    recorded.withLock { $0.append(Array(terms)) }
    gradient[0] = -Double(terms.count)
  }

  func value(of terms: ArraySlice<Int>, at x: [Double]) -> Double { -Double(terms.count) * x[0] }
}
