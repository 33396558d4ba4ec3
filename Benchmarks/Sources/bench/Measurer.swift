import Learning
import LinearAlgebra

/// Loads, warms up, times and writes.
struct Measurer {
  let data, output: Folder
  let repetitions, warmups: Int
  let budget: ThreadBudget

  func measure<W: Workload>(_: W.Type) throws -> Measurement {
    try output.createIfMissing()
    let workload = try W(data: data)
    let loaded = ProcessMemory.resident
    for _ in 0..<warmups { _ = try budget.run(workload.run) }
    let (outcome, seconds) = try time(workload)
    let peak = ProcessMemory.peak
    try workload.write(outcome, to: output)
    return Measurement(
      workload: W.name, seconds: seconds, median: median(of: seconds), peakMB: peak, dataMB: loaded,
      mode: "\(budget.mode)", threads: budget.threadCount, instructionSet: VectorMath.instructionSet.rawValue,
      blas: BLASKernels.name, method: workload.report(of: outcome).method)
  }

  /// The outcome of the last repetition, and what each took.
  private func time<W: Workload>(_ workload: W) throws(LearningError) -> (W.Outcome, [Double]) {
    let clock = ContinuousClock()
    var seconds: [Double] = []
    while true {
      let start = clock.now
      let outcome = try budget.run(workload.run)
      seconds.append((clock.now - start) / .seconds(1))
      if seconds.count >= repetitions { return (outcome, seconds) }
    }
  }

  private func median(of values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
