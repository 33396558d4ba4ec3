import LinearAlgebra

/// What can go wrong in learning because of data, a file or an option. Each says what, where and what to do.
public enum LearningError: Error, Hashable, Sendable {
  /// What an error is about.
  public enum Input: String, Hashable, Sendable {
    case features, labels, targets, weights, offsets, observations, exposures, scores, predictions, groups
  }

  /// A feature is NaN or infinite.
  case notFinite(row: Int, column: Int, value: Double)
  /// A target, a weight, an observation, a score or a prediction is NaN or infinite.
  case valueNotFinite(Input, row: Int, value: Double)
  /// No rows or no columns.
  case empty(rowCount: Int, columnCount: Int)
  /// Labels, targets or weights that are not one for each row.
  case countMismatch(Input, count: Int, rowCount: Int)
  /// Samples to predict or transform with another number of features than the fitted ones.
  case featureCountMismatch(found: Int, expected: Int)
  /// Fewer samples than the method needs.
  case tooFewSamples(found: Int, needed: Int, purpose: String)
  /// Rows without groups, for what keeps groups together.
  case missingGroups(purpose: String)
  /// Fewer groups than the method needs.
  case tooFewGroups(found: Int, needed: Int, purpose: String)
  /// Training and test rows that cannot be used; splits count from 0, like rows. The reason says what to do.
  case invalidSplit(Int, reason: String)
  /// A weight below zero.
  case negativeWeight(row: Int, value: Double)
  /// No weight is above zero.
  case noPositiveWeight
  /// All labels are the same.
  case oneClassOnly(label: String)
  /// A class of which there is no row that counts, and which a measure needs.
  case classMissing(label: String, purpose: String)
  /// A label that was not there when the model was fitted.
  case unknownLabel(String, row: Int, known: [String])
  /// A category that was not there when the encoder was fitted.
  case unknownCategory(String, row: Int, column: Int, known: [String])
  /// A column that holds missing values only, in all rows that count.
  case columnWithoutValues(Int)
  /// More features than a transformer may make.
  case tooManyFeatures(count: Double, limit: Int, from: String)
  /// A number that is no probability; the column is nil where there is one probability for each row.
  case notProbability(row: Int, column: Int?, value: Double)
  /// The probabilities of a row's classes do not sum to 1.
  case probabilitySum(row: Int, sum: Double)
  /// Every column is constant.
  case noVariation
  /// A distribution that lies in fewer dimensions than the data have, and so has no density.
  case noDensity(dimensions: Int, of: Int)
  /// A parameter with which the distribution does not exist.
  case invalidParameter(distribution: String, name: String, value: Double, allowed: String)
  /// An observation that the distribution cannot give.
  case outsideSupport(distribution: String, row: Int, value: String, support: String)
  /// A quantity that the sample or the estimate does not have.
  case undefined(String, reason: String)
  /// A whole number that is too large, or too far below zero, to be counted.
  case observationOutOfRange(row: Int, value: String, allowed: String)
  /// A statistic given by the caller that is NaN on a part of the data that it is needed on.
  case undefinedStatistic(on: String)
  /// An option outside its allowed values.
  case invalidOption(name: String, value: String, allowed: String)
  /// A file or text that does not follow its format; line and column count from 1.
  case malformedFile(name: String, line: Int, column: Int, reason: String)
  /// A file that cannot be read or written.
  case fileAccess(path: String, reason: String)
  /// What went wrong in one of the folds of a cross-validation, counted from 0; rows are those of the whole sample.
  indirect case inFold(Int, of: Int, LearningError)
  /// The monitor or the task asked the work to stop.
  case cancelled
  /// A numerical method below failed.
  case linearAlgebra(LinearAlgebraError)

  /// Wraps an error of linear algebra; one that learning has its own words for becomes that.
  public init(_ error: LinearAlgebraError) {
    self =
      switch error {
      case .notFinite(let row, let column, let value): .notFinite(row: row, column: column, value: value)
      case .empty(let rowCount, let columnCount): .empty(rowCount: rowCount, columnCount: columnCount)
      case .invalidWeight(let row, let value):
        value < 0 && value.isFinite
          ? .negativeWeight(row: row, value: value) : .valueNotFinite(.weights, row: row, value: value)
      case .noPositiveWeight: .noPositiveWeight
      case .cancelled: .cancelled
      default: .linearAlgebra(error)
      }
  }

  /// Runs linear algebra whose errors become learning's.
  package static func wrapping<Result>(
    _ body: () throws(LinearAlgebraError) -> Result
  ) throws(LearningError) -> Result {
    do { return try body() } catch { throw LearningError(error) }
  }
}

extension LearningError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFinite(let row, let column, let value):
      "The feature at row \(row), column \(column) is \(value); remove the row or impute the value first."
    case .valueNotFinite(let input, let row, let value):
      "The \(input.rawValue) hold \(value) at row \(row); every one must be a finite number."
    case .empty(let rowCount, let columnCount):
      "The data are \(rowCount) x \(columnCount); at least one row and one column are needed."
    case .countMismatch(let input, let count, let rowCount):
      "There are \(count) \(input.rawValue) for \(rowCount) rows; give one for each row."
    case .featureCountMismatch(let found, let expected):
      "The samples have \(found) features; the model was fitted on \(expected). "
        + "Give the same columns in the same order."
    case .tooFewSamples(let found, let needed, let purpose):
      (found == 1 ? "There is 1 sample" : "There are \(found) samples") + "; \(purpose) needs at least \(needed)."
    case .missingGroups(let purpose):
      "The rows have no groups; \(purpose) needs one for each row."
    case .tooFewGroups(let found, let needed, let purpose):
      (found == 1 ? "There is 1 group" : "There are \(found) groups") + "; \(purpose) needs at least \(needed)."
    case .invalidSplit(let split, let reason):
      "Split \(split) cannot be used: \(reason)."
    case .negativeWeight(let row, let value):
      "The weight at row \(row) is \(value); weights must be zero or positive."
    case .noPositiveWeight:
      "Every weight is zero; at least one row must count."
    case .oneClassOnly(let label):
      "Every row has the label “\(label)”; at least two classes are needed."
    case .classMissing(let label, let purpose):
      "No row that counts has the label “\(label)”; \(purpose) needs rows of it. Stratify the rows, or judge without "
        + "this class."
    case .unknownLabel(let label, let row, let known):
      "The label “\(label)” at row \(row) is none of the fitted ones: \(known.joined(separator: ", "))."
    case .unknownCategory(let category, let row, let column, let known):
      "The category “\(category)” at row \(row), column \(column) is none of the fitted ones: "
        + known.prefix(20).joined(separator: ", ") + (known.count > 20 ? " and \(known.count - 20) more" : "")
        + ". Correct it, fit on rows that hold it, or choose another treatment of unknown categories."
    case .columnWithoutValues(let column):
      "Column \(column) has no value in any row that counts; drop the column, or impute a constant."
    case .tooManyFeatures(let count, let limit, let source):
      "\(source) make \(count.formatted(digits: 7)) features; at most \(limit) can be made. Give fewer columns, or ask "
        + "for less of them."
    case .notProbability(let row, let column, let value):
      "The probability at row \(row)" + (column.map { ", column \($0)" } ?? "")
        + " is \(value); it must be from 0 to 1."
    case .probabilitySum(let row, let sum):
      "The probabilities of row \(row) sum to \(sum); those of all classes must sum to 1."
    case .noVariation:
      "Every column holds one value only; there is no variance to learn from."
    case .noDensity(let dimensions, let count):
      "The fitted distribution has variance in \(dimensions) of \(count) dimensions only, and so no density; keep "
        + "fewer components, or drop constant and dependent columns."
    case .invalidParameter(let distribution, let name, let value, let allowed):
      "The \(name) of the \(distribution) distribution is \(value); it must be \(allowed)."
    case .outsideSupport(let distribution, let row, let value, let support):
      "The observation at row \(row) is \(value); the \(distribution) distribution gives \(support)."
    case .undefined(let quantity, let reason):
      "There is no \(quantity): \(reason)."
    case .observationOutOfRange(let row, let value, let allowed):
      "The observation at row \(row) is \(value); it must be \(allowed)."
    case .undefinedStatistic(let part):
      "The statistic is NaN on \(part); give one that is a number there, or leave out what makes it so."
    case .invalidOption(let name, let value, let allowed):
      "The option \(name) is \(value); it must be \(allowed)."
    case .malformedFile(let name, let line, let column, let reason):
      "\(name), line \(line), column \(column): \(reason)"
    case .fileAccess(let path, let reason):
      "\(path): \(reason)"
    case .inFold(let fold, let count, let error):
      "In fold \(fold + 1) of \(count): \(error)"
    case .cancelled:
      "The work was cancelled before it was finished; there is no result."
    case .linearAlgebra(let error):
      error.description
    }
  }
}
