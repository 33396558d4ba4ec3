public import Learning
public import Stats

/// A metric of some rows, and how exactly they tell it; see
/// ``bootstrapInterval(of:on:strata:resampleCount:level:method:using:)``.
public struct MetricInterval: Hashable, Sendable {
  /// The metric's name.
  public let name: String
  /// The interval.
  public let interval: IntervalEstimate
  /// The values that the interval is made of.
  public let distribution: BootstrapDistribution

  /// The metric of the rows themselves.
  public var estimate: Double { distribution.estimate }
  /// The standard deviation of the metric of the resamples.
  public var standardError: Double { distribution.standardError }
  /// In how many resamples the metric does not exist, as an area without a row of one class. They are left out: the
  /// interval is that of samples in which it exists, and not to be trusted where these are more than a few. Give
  /// `strata` then.
  public var undefinedCount: Int { distribution.undefinedCount }
}

/// The interval of a metric by the bootstrap: the rows are drawn again with replacement, each with its weight, and the
/// metric is computed of each such sample.
///
///     let judged = try ClassifierPredictions(of: model, x, labels: y)
///     let area = try bootstrapInterval(of: ClassificationMetric.rocAUC(), on: judged, using: &generator)
///     area.estimate, area.interval
///
/// It says how the metric of **this model** varies from sample to sample of judged rows, not how models vary that other
/// rows were learned from. The rows must be drawn independently: not those of a few patients, several of each.
///
/// By default the numbers of rows of each class vary from resample to resample, as they do from sample to sample. With
/// `strata`, such as `SplitRows(labels: y).classOfRow`, each resample has as many of each stratum as there are: right
/// where rows were sampled so, and what keeps a rare class in every resample.
///
/// - Parameters:
///   - metric: any metric.
///   - predictions: n rows; two at least.
///   - strata: a number for each row that is the same for rows of one stratum; nil, the default, for one stratum.
///   - resampleCount: how many samples are drawn; 1000 by default, which puts the ends of a 95 % interval within about
///     an eighth of a standard error of their own.
///   - level: 0.95 by default.
///   - method: `.percentile` by default. `.bca` is more accurate for few rows and values near the end of their range,
///     such as an area of 0.98, and takes n evaluations more.
///   - generator: where the rows come from. Each resample has a generator of its own, so that the same seed gives the
///     same numbers on any number of threads.
/// - Throws: what the metric throws of these rows; `.tooFewSamples` for one row, or where fewer than two resamples have
///   a value; `.countMismatch` for the strata; `.invalidOption` for fewer than 2 resamples or a level outside (0, 1);
///   `.undefined` where the metric is not finite, and where BCa does not exist; `.cancelled`.
/// - Complexity: `resampleCount` evaluations, in parallel.
///
/// Source: Efron and Tibshirani, An Introduction to the Bootstrap, Chapman & Hall, 1993.
public func bootstrapInterval<Measure: Metric>(
  of metric: Measure, on predictions: Measure.Judged, strata: [Int]? = nil, resampleCount: Int = 1000,
  level: Double = 0.95, method: BootstrapDistribution.Interval = .percentile,
  using generator: inout some RandomNumberGenerator
) throws(LearningError) -> MetricInterval {
  let count = predictions.count
  if let strata, strata.count != count {
    throw .countMismatch(.groups, count: strata.count, rowCount: count)
  }
  let value = try metric.value(of: predictions)
  guard value.isFinite else {
    throw .undefined("bootstrap interval", reason: "the \(metric.name) of all rows is \(value)")
  }
  guard resampleCount >= 2 else {
    throw .invalidOption(name: "resampleCount", value: "\(resampleCount)", allowed: "at least 2")
  }
  let groups = SplitRows(groups: strata ?? [Int](repeating: 0, count: count))
  let distribution = try Bootstrap(replicates: resampleCount, accelerates: method == .bca).run(
    onStrata: groups.rowsOfGroup ?? [], using: &generator
  ) { rows in
    // Whatever is wrong with the options would have been thrown above: the rows have no such metric.
    (try? metric.value(of: predictions.selecting(rows))) ?? .nan
  }
  return MetricInterval(
    name: metric.name, interval: try distribution.interval(method, level: level), distribution: distribution)
}

/// ``bootstrapInterval(of:on:strata:resampleCount:level:method:using:)`` with the system's generator.
public func bootstrapInterval<Measure: Metric>(
  of metric: Measure, on predictions: Measure.Judged, strata: [Int]? = nil, resampleCount: Int = 1000,
  level: Double = 0.95, method: BootstrapDistribution.Interval = .percentile
) throws(LearningError) -> MetricInterval {
  var generator = SystemRandomNumberGenerator()
  return try bootstrapInterval(
    of: metric, on: predictions, strata: strata, resampleCount: resampleCount, level: level, method: method,
    using: &generator)
}
