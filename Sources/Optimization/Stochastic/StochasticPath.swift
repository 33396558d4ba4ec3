/// The point of a stochastic method while it runs through batches, and the mean of the points where one is asked for.
struct StochasticPath<Function: FiniteSum> {
  private let function: Function
  private let order: BatchOrder
  private let rate: LearningRate
  private var state: UpdateState
  private var current: [Double]
  private var gradient: [Double]
  private var mean: [Double]
  private var meanCount = 0
  /// The batches that are done.
  private var step = 0

  init(_ function: Function, from start: [Double], method: StochasticGradientDescent) {
    self.function = function
    order = BatchOrder(termCount: function.termCount, method: method)
    rate = method.rate
    state = UpdateState(method.rule, dimension: start.count)
    current = start
    gradient = start
    mean = start
  }

  /// Where the method is: the mean, once there is one.
  var point: [Double] { meanCount > 0 ? mean : current }

  /// Goes through all terms once. No batch allocates.
  mutating func runEpoch(averages: Bool, using generator: inout some RandomNumberGenerator) {
    let order = order
    order.forEachBatch(using: &generator) { batch in
      function.gradient(of: batch, at: current, into: &gradient)
      state.move(&current, gradient: gradient, scale: 1 / Double(batch.count), rate: rate.value(at: step))
      if averages { addToMean() }
      step += 1
    }
  }

  private mutating func addToMean() {
    meanCount += 1
    let share = 1 / Double(meanCount)
    mean.withUnsafeMutableBufferPointer { mean in
      current.withUnsafeBufferPointer { current in
        for i in mean.indices { mean[i] += share * (current[i] - mean[i]) }
      }
    }
  }
}
