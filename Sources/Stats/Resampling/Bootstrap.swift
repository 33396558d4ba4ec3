public import Learning
internal import LinearAlgebra

/// The bootstrap: how a statistic varies among samples, found by drawing from the sample itself with replacement.
///
///     let medians = try Bootstrap().run(on: incomes, using: &generator) { $0.sorted()[$0.count / 2] }
///     medians.standardError
///     try medians.interval(.bca)
///
/// Of several columns draw rows:
///
///     let correlations = try Bootstrap().run(onRows: x.count, using: &generator) { rows in
///       correlation(rows.map { x[$0] }, rows.map { y[$0] })
///     }
///
/// Each replicate has a generator of its own, so that the same seed gives the same replicates on any number of threads.
///
/// Source: Efron and Tibshirani, An Introduction to the Bootstrap, Chapman & Hall, 1993.
public struct Bootstrap: Hashable, Sendable, Codable {
  /// How many samples are drawn; 2000 by default, which puts the ends of a 95 % interval within about a tenth of a
  /// standard error of their own.
  public var replicates: Int
  /// Whether the statistic is also computed without each row, for ``BootstrapDistribution/Interval/bca``. True by
  /// default; it takes n further evaluations.
  public var accelerates: Bool

  public init(replicates: Int = 2000, accelerates: Bool = true) {
    self.replicates = replicates
    self.accelerates = accelerates
  }

  /// The distribution of a statistic of one variable.
  ///
  /// - Parameter statistic: is called from several threads at once. Where it gives NaN, the replicate is left out and
  ///   counted.
  /// - Throws: `.tooFewSamples` for fewer than 2 values, `.valueNotFinite`, `.invalidOption` for fewer than 2
  ///   replicates, `.undefinedStatistic` where it is NaN for the sample itself, `.cancelled`.
  public func run(
    on sample: [Double], using generator: inout some RandomNumberGenerator,
    statistic: @Sendable ([Double]) -> Double
  ) throws(LearningError) -> BootstrapDistribution {
    try requireObservations(sample, atLeast: 2, for: "the bootstrap")
    return try run(onRows: sample.count, using: &generator) { rows in statistic(rows.map { sample[$0] }) }
  }

  /// The distribution of a statistic of `rowCount` rows, which gets the indices that are drawn.
  ///
  /// - Throws: as ``run(on:using:statistic:)``.
  public func run(
    onRows rowCount: Int, using generator: inout some RandomNumberGenerator,
    statistic: @Sendable (_ rows: [Int]) -> Double
  ) throws(LearningError) -> BootstrapDistribution {
    try run(onStrata: [Array(0..<max(0, rowCount))], using: &generator, statistic: statistic)
  }

  /// The distribution of a statistic of rows that were sampled stratum by stratum: each sample has as many rows of each
  /// stratum as there are.
  ///
  /// - Parameter strata: the rows of each; together all from 0 to one below their number, each once.
  /// - Throws: as ``run(on:using:statistic:)``.
  ///
  /// Source: Davison and Hinkley, Bootstrap Methods and their Application, Cambridge University Press, 1997, sections
  /// 3.2 and 5.3.2.
  public func run(
    onStrata strata: [[Int]], using generator: inout some RandomNumberGenerator,
    statistic: @Sendable (_ rows: [Int]) -> Double
  ) throws(LearningError) -> BootstrapDistribution {
    let rowCount = strata.reduce(0) { $0 + $1.count }
    precondition(
      strata.joined().sorted().elementsEqual(0..<rowCount),
      "The strata hold \(rowCount) rows, which are not 0..<\(rowCount), each once")
    guard replicates >= 2 else {
      throw .invalidOption(name: "replicates", value: "\(replicates)", allowed: "at least 2")
    }
    let estimate = try Jackknife.estimate(rowCount: rowCount, method: "the bootstrap", statistic)
    let generators = generator.children(replicates)
    let values = try monitoredParallelMap(replicates) { index throws(LearningError) in
      try Monitor.poll(Monitor.Progress(stage: "bootstrap", iteration: index, iterationLimit: replicates))
      var generator = generators[index]
      return statistic(
        strata.flatMap { stratum in stratum.indices.map { _ in stratum[generator.nextIndex(below: stratum.count)] } })
    }
    let acceleration =
      accelerates ? Jackknife.acceleration(try Jackknife.leaveOneOut(rowCount: rowCount, statistic), strata) : nil
    return BootstrapDistribution(estimate: estimate, values: values, acceleration: acceleration)
  }
}

extension Bootstrap {
  /// ``run(on:using:statistic:)`` with the system's generator.
  public func run(
    on sample: [Double], statistic: @Sendable ([Double]) -> Double
  ) throws(LearningError) -> BootstrapDistribution {
    var generator = SystemRandomNumberGenerator()
    return try run(on: sample, using: &generator, statistic: statistic)
  }

  /// ``run(onRows:using:statistic:)`` with the system's generator.
  public func run(
    onRows rowCount: Int, statistic: @Sendable (_ rows: [Int]) -> Double
  ) throws(LearningError) -> BootstrapDistribution {
    var generator = SystemRandomNumberGenerator()
    return try run(onRows: rowCount, using: &generator, statistic: statistic)
  }

  /// ``run(onStrata:using:statistic:)`` with the system's generator.
  public func run(
    onStrata strata: [[Int]], statistic: @Sendable (_ rows: [Int]) -> Double
  ) throws(LearningError) -> BootstrapDistribution {
    var generator = SystemRandomNumberGenerator()
    return try run(onStrata: strata, using: &generator, statistic: statistic)
  }
}
