import LinearAlgebra
import Optimization
internal import RealModule

/// The logistic loss of two classes as a function of the linear predictors, Σᵢ wᵢ log(1 + e^mᵢ), with the margin on
/// the wrong side m = z for class 0 and -z for class 1.
struct BinaryLogisticLoss: SeparableLoss {
  /// 1 for class 0, -1 for class 1.
  private let signs: [Double]
  private let weights: [Double]?

  init(classIndices: [Int], weights: [Double]?) {
    signs = classIndices.map { $0 == 0 ? 1 : -1 }
    self.weights = weights
  }

  var count: Int { signs.count }
  var isQuadratic: Bool { false }

  func value(at predictors: [Double]) -> Double {
    sum { row, margins, losses in
      for i in margins.indices { margins[i] = signs[row + i] * predictors[row + i] }
      VectorMath.softplus(UnsafeBufferPointer(margins), into: losses)
    }
  }

  func evaluate(at predictors: [Double], slopes: inout [Double], curvatures: inout [Double]) -> Double {
    slopes.withUnsafeMutableBufferPointer { slopes in
      curvatures.withUnsafeMutableBufferPointer { curvatures in
        sum { row, margins, losses in
          for i in margins.indices { margins[i] = signs[row + i] * predictors[row + i] }
          VectorMath.softplus(UnsafeBufferPointer(margins), into: losses)
          VectorMath.sigmoid(UnsafeBufferPointer(margins), into: margins)
          for i in margins.indices {
            let (wrong, weight) = (margins[i], weights?[row + i] ?? 1)
            slopes[row + i] = weight * signs[row + i] * wrong
            curvatures[row + i] = weight * wrong * (1 - wrong)
          }
        }
      }
    }
  }

  /// The divergence of Kullback and Leibler from the probability p of the predictor to that of the share: with π that
  /// of the wrong class, s π log s + (1 - s π) log((1 - s π) / (1 - π)).
  func conjugateGap(at predictors: [Double], share: Double) -> Double {
    let logShare = share > 0 ? Double.log(share) : 0
    let logRest = Double.log(1 - share)
    return sum { row, margins, losses in
      for i in margins.indices {
        margins[i] = signs[row + i] * predictors[row + i]
        losses[i] = margins[i] + logRest
      }
      VectorMath.sigmoid(UnsafeBufferPointer(margins), into: margins)
      VectorMath.softplus(UnsafeBufferPointer(losses), into: losses)
      for i in margins.indices {
        let wrong = share * margins[i]
        losses[i] = wrong * logShare + (1 - wrong) * losses[i]
      }
    }
  }

  /// Adds up the weighted losses that `body` writes for blocks of rows, beside scratch for their margins.
  private func sum(
    _ body: (Int, UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Double {
    let length = 4096
    var totals = [Double](repeating: 0, count: (count + length - 1) / length)
    totals.withUnsafeMutableBufferPointer { totals in
      forBlocks(of: count, length: length) { rows in
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * rows.count) { scratch in
          scratch.initialize(repeating: 0)
          let losses = UnsafeMutableBufferPointer(rebasing: scratch[rows.count...])
          body(rows.lowerBound, UnsafeMutableBufferPointer(rebasing: scratch[..<rows.count]), losses)
          var total = 0.0
          for i in losses.indices { total += (weights?[rows.lowerBound + i] ?? 1) * losses[i] }
          totals[rows.lowerBound / length] = total
        }
      }
    }
    return totals.reduce(0, +)
  }
}
