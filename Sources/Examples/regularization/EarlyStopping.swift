import Classic
import Learning
import Optimization

/// Gradient descent on the loss without a penalty, ended where the loss of rows set aside is lowest.
struct EarlyStopping {
  /// Mean losses at the start and after each epoch, in nats a row.
  let training: [Double]
  let heldOut: [Double]
  /// Intercept and coefficients where the loss held out was lowest.
  let point: [Double]

  /// - Parameter patience: how many epochs it goes on without a lower loss.
  init(
    training: BinarySample, heldOut: BinarySample, patience: Int, using generator: inout some RandomNumberGenerator
  ) throws {
    let rest = LogisticSum(sample: heldOut)
    var losses: [Double] = []
    let method = StochasticGradientDescent(
      rate: .constant(0.02), epochs: 1000, batchSize: 16, gradientTolerance: 0, patience: patience)
    let minimum = try method.minimize(
      LogisticSum(sample: training), from: [Double](repeating: 0, count: training.features.columnCount + 1),
      heldOutLoss: { point in
        let loss = rest.value(at: point) / Double(heldOut.count)
        losses.append(loss)
        return loss
      }, using: &generator)
    self.training = minimum.report.objectiveTrace.map { $0 / Double(training.count) }
    self.heldOut = losses
    point = minimum.point
  }

  /// The epochs until the result.
  var epochs: Int { heldOut.indices.min { heldOut[$0] < heldOut[$1] } ?? 0 }

  func loss(of sample: BinarySample) throws -> Double {
    LogisticSum(sample: sample).value(at: point) / Double(sample.count)
  }
}
