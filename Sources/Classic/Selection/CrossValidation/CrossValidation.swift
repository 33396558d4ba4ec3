public import Learning

/// How well the models of one configuration predict rows that they have not learned from; made by
/// ``crossValidate(_:_:labels:groups:weights:splitter:metrics:keepsModels:scoresTraining:using:)``.
public struct CrossValidation<Measure: Metric>: Sendable {
  /// One part of the rows learned from, another predicted.
  public struct Fold: Sendable {
    /// The rows, without those of weight zero.
    public let split: TrainTestSplit
    /// Of each metric, on the test part.
    public let scores: [Double]
    /// Of each metric, on the training part; nil where they were not asked for.
    public let trainingScores: [Double]?
    /// What the model said of the test part, in the order of ``TrainTestSplit/test``.
    public let predictions: Measure.Judged
    /// Where the fits of several folds shared work, an equal share of the whole.
    public let fitDuration: Duration
    /// That of predicting the test part.
    public let predictionDuration: Duration
    /// What the fit did.
    public let report: FitReport
    /// `as? LogisticRegression.Model<String>`, for instance; nil unless models were to be kept.
    public let model: (any FittedModel)?
  }

  public let metrics: [Measure]
  /// In the order of the splitter.
  public let folds: [Fold]
  /// The rows that were tested at all, ascending.
  public let testedRows: [Int]
  /// What was predicted of ``testedRows`` by models that had not learned from them, so that anything that can be asked
  /// of predictions can be asked of these: a confusion matrix, a calibration curve, an interval by bootstrap.
  ///
  /// Of a row that was tested several times, as in repeated k-fold cross-validation, the mean of the probabilities and
  /// the class that is highest in it, or the mean prediction of a regressor. That is the prediction of a committee,
  /// which tends to be better than each of its members: ``estimates``, which average scores instead, are those of a
  /// single model.
  public let outOfFold: Measure.Judged
  /// See ``ScoreEstimate/testToTrainingRatio``.
  let testToTrainingRatio: Double

  /// The rows of all test parts together, each once.
  public var rowCount: Int { testedRows.count }
}
