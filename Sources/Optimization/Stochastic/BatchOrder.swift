internal import LinearAlgebra

/// In which order the terms of a sum are gone through, epoch by epoch.
struct BatchOrder {
  private let termCount: Int
  private let batchSize: Int
  private let shuffling: StochasticGradientDescent.Shuffling

  init(termCount: Int, method: StochasticGradientDescent) {
    self.termCount = termCount
    batchSize = min(method.batchSize, max(1, termCount))
    shuffling = method.shuffling
  }

  /// Runs `body` on the batches of an epoch.
  func forEachBatch(using generator: inout some RandomNumberGenerator, _ body: (ArraySlice<Int>) -> Void) {
    switch shuffling {
    case .terms:
      let order = generator.permutation(of: termCount)
      for start in stride(from: 0, to: termCount, by: batchSize) {
        body(order[start..<min(start + batchSize, termCount)])
      }
    case .blocks:
      // One batch's terms at a time: a list of all would have to be fetched from memory, too.
      var terms = [Int](repeating: 0, count: batchSize)
      for block in generator.permutation(of: (termCount + batchSize - 1) / batchSize) {
        let start = block * batchSize
        let count = min(batchSize, termCount - start)
        for i in 0..<count { terms[i] = start + i }
        body(terms[..<count])
      }
    }
  }
}
