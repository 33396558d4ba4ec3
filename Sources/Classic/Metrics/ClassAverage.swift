/// How the values of several classes become one.
public enum ClassAverage: String, Hashable, Sendable, CaseIterable {
  /// The mean over classes, each counting the same: a rare class is as important as a common one.
  case macro
  /// The value of the counts summed over classes: each row counts the same. Precision, recall and F-score are all the
  /// accuracy then.
  case micro
  /// The mean over classes, each counting as often as it is the label.
  case weighted
}
