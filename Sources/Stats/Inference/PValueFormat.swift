internal import LinearAlgebra

extension Double {
  /// The p-value to three digits, as R's `format.pval` writes it: "0.0402", "4.65e-05", "<2e-16" below the spacing of
  /// numbers at 1.
  package var formattedPValue: String {
    self < .ulpOfOne ? "<2e-16" : formatted(digits: 3)
  }
}
