internal import Learning

extension Inference {
  /// What is known of one parameter.
  public struct Row: Hashable, Sendable {
    /// The parameter's name: "(Intercept)", "log(scale)".
    public let name: String
    public let estimate: Double
    /// The standard deviation of the estimator; nil where there is none.
    public let standardError: Double?
    /// How many standard errors the estimate is away from its null value; nil where nothing is tested.
    public let statistic: Double?
    /// The two-sided p-value; nil where nothing is tested.
    public let pValue: Double?
    public let interval: IntervalEstimate?

    public init(
      name: String, estimate: Double, standardError: Double? = nil, statistic: Double? = nil, pValue: Double? = nil,
      interval: IntervalEstimate? = nil
    ) {
      self.name = name
      self.estimate = estimate
      self.standardError = standardError
      self.statistic = statistic
      self.pValue = pValue
      self.interval = interval
    }
  }
}

extension Inference.Row {
  /// A row with Wald's test and interval.
  ///
  /// - Parameter margin: the quantile that the interval reaches on either side, in standard errors.
  init(
    name: String, estimate: Double, standardError: Double?, nullValue: Double?, statistic: Inference.Statistic,
    margin: Double, level: Double
  ) throws(LearningError) {
    var score: Double?, interval: IntervalEstimate?
    if let standardError {
      score = nullValue.map { (estimate - $0) / standardError }
      let reach = margin * standardError
      interval = IntervalEstimate(lower: estimate - reach, upper: estimate + reach, level: level)
    }
    var pValue: Double?
    if let score { pValue = try statistic.twoSidedPValue(score) }
    self.init(
      name: name, estimate: estimate, standardError: standardError, statistic: score, pValue: pValue,
      interval: interval)
  }
}
