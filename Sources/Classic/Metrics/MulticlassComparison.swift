/// How an area of two classes becomes one of several.
public enum MulticlassComparison: String, Hashable, Sendable, CaseIterable {
  /// Each class against all others. It changes with how many rows each class has, even where the model does not.
  case oneVsRest
  /// Each class against each other one, among the rows of these two: Hand and Till's measure, which the classes'
  /// frequencies do not change where it is averaged by `.macro`.
  case oneVsOne

  /// “one vs. rest”.
  var name: String {
    switch self {
    case .oneVsRest: "one vs. rest"
    case .oneVsOne: "one vs. one"
    }
  }
}
