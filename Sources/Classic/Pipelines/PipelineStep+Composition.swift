public import Learning

extension PipelineStep {
  /// This step, and on what it makes another.
  ///
  ///     VarianceThreshold().then(PCA(components: .count(2)))
  public func then<Next: PipelineStep>(_ next: Next) -> StepChain<Self, Next> {
    StepChain(first: self, second: next)
  }

  /// This step on some of the columns only.
  ///
  ///     PCA(components: .count(2)).on(columns: 0..<6, remainder: .kept)
  ///
  /// - Parameters:
  ///   - columns: their places from 0, in the order in which the step gets them.
  ///   - remainder: what becomes of the other columns; `.dropped` by default.
  public func on(
    columns: some Sequence<Int>, remainder: ColumnStep<Self>.Remainder = .dropped
  ) -> ColumnStep<Self> {
    ColumnStep(self, columns: Array(columns), remainder: remainder)
  }

  /// This step and another on the same samples: the features that the one makes, and to their right the other's.
  ///
  ///     PCA().on(columns: 0..<4).beside(PassThrough().on(columns: [4]))
  public func beside<Other: PipelineStep>(_ other: Other) -> StepUnion<Self, Other> {
    StepUnion(first: self, second: other)
  }
}

extension ClassificationStep {
  /// A classifier that learns from what this step makes.
  ///
  ///     let model = try PCA().then(LogisticRegression()).fit(x, labels: species)
  public func then<Final: ClassifierEstimator>(_ final: Final) -> ClassifierPipeline<Self, Final> {
    ClassifierPipeline(step: self, final: final)
  }
}

extension RegressionStep {
  /// A regressor that learns from what this step makes.
  ///
  ///     let model = try PCA(components: .count(3)).then(LinearRegression()).fit(x, targets: y)
  public func then<Final: RegressorEstimator>(_ final: Final) -> RegressorPipeline<Self, Final> {
    RegressorPipeline(step: self, final: final)
  }
}
