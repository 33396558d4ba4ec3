/// What must be true of every estimator of a kind. The raw value is the law as a sentence.
package enum Law: String, CaseIterable, Sendable {
  // MARK: Input
  case featuresNotFiniteAreRefused =
    "Infinite features, and NaN unless declared a missing value, are refused, with the first one's row and column"
  case missingValuesAreAccepted = "An estimator declared to accept missing values takes features that are NaN"
  case wrongWeightsAreRefused = "Weights that are not finite, negative, all zero or not one for each row are refused"
  case wrongTargetsAreRefused = "Labels or targets that are not one for each row, or not finite, are refused"
  case emptyDataAreRefused = "Training data without rows or without columns are refused"
  case smallDataAreHandled = "One row, one column, one row a class: a model with finite results, or an error"
  case otherFeatureCountIsRefused = "Samples with another number of features than the fitted ones are refused"
  case noRowsGiveNoResults = "No rows to predict give no results"
  case hugeValuesAreHandled = "Finite values as large as 1e200 give finite results or an error"
  case invalidOptionsAreRefused = "A configuration with an invalid option is refused at fit, as such"

  // MARK: Fit
  case inputsStayAsTheyWere = "Fit and prediction leave their inputs as they were"
  case generatorIsOptional = "A fit without a generator works"
  case iterationsAreCounted = "The report counts at least one iteration"
  case iterativeFitsStopWhenAsked = "A fit that iterates throws .cancelled when the monitor asks it to stop"

  // MARK: Reproducibility
  case equalSeedsGiveEqualModels = "A second fit with the same seed gives the same model, byte for byte"
  case determinismIsDeclaredTruly = "An estimator declared deterministic never asks the generator and ignores the seed"
  case threadsDoNotMatter = "The model and its results have the same bits on one thread and on two"
  case codingKeepsTheModel = "A model that was written to JSON and read again gives the same bits"

  // MARK: Invariance
  case rowsArePredictedAlone = "Prediction row by row equals prediction at once"
  case predictionFollowsTheRows = "Rows in another order give the same results in that order"
  case trainingOrderDoesNotMatter = "Training rows in another order give the same results"
  case constantColumnDoesNoHarm = "A constant column gives finite results or an error"
  case duplicatedColumnDoesNoHarm = "A duplicated column gives finite results or an error"
  case resultsHaveTheirShape = "Results are finite, one row for each sample, with the columns that the model declares"

  // MARK: Weights
  case weightsEqualRepetition = "Integer weights equal repeated rows"
  case zeroWeightEqualsRemoval = "A row of weight zero equals a row that is not there"
  case unitWeightsEqualNone = "Weights of one equal no weights"

  // MARK: Classifiers
  case anyLabelsWork = "Strings and scattered integers as labels give the results of 0, 1, 2, ..."
  case labelOrderDoesNotMatter = "Labels in the opposite order give the probabilities in the opposite order"
  case classesAreSorted = "The classes are the labels of the training rows that count, each once, in ascending order"
  case oneClassIsRefused = "Training rows of one class only are refused, with its label"
  case probabilitiesAreDistributions = "Probabilities are n x K numbers from 0 to 1, and each row sums to 1"
  case predictionIsTheMostProbable = "The predicted label is the first of the most probable"
  case blobsAreLearned = "Well-separated classes are told apart: more than 95 of 100 held-out rows"

  // MARK: Regressors
  case linearTrendIsLearned =
    "A linear trend is learned: a squared error on held-out rows at least a tenth below the mean's"

  // MARK: Exemptions
  case exemptionsAreDeclared = "Only a law that the estimator's traits excuse is exempted"
  case exemptionsAreNeeded = "A law that holds, or that the kind does not know, is not exempted"
}

extension Law: CustomStringConvertible {
  package var description: String { rawValue }
}
