import TestSupport

extension LawOptions {
  /// For the regressor that predicts a mean.
  static var constant: LawOptions { LawOptions(learns: false) }
}
