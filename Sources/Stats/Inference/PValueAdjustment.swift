public import Learning

/// What is done to p-values of several tests, so that they keep their meaning together.
///
///     try PValueAdjustment.holm.adjusted([0.01, 0.04, 0.03])    // 0.03, 0.06, 0.06
///
/// As `p.adjust` in R.
public enum PValueAdjustment: String, Hashable, Sendable, Codable, CaseIterable {
  /// m p: the probability of even one false finding, whatever depends on what.
  case bonferroni
  /// The same probability, and never larger p-values than Bonferroni's: (m - i + 1) p of the i-th smallest.
  ///
  /// Source: Holm, Scandinavian Journal of Statistics 6(2), 1979.
  case holm
  /// The expected share of false findings among all, for tests that are independent or positively dependent: m p / i.
  ///
  /// Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57(1), 1995,
  /// doi:10.1111/j.2517-6161.1995.tb02031.x.
  case benjaminiHochberg
  /// The same share whatever depends on what: Σ 1/k times as large.
  ///
  /// Source: Benjamini and Yekutieli, Annals of Statistics 29(4), 2001, doi:10.1214/aos/1013699998.
  case benjaminiYekutieli

  /// The adjusted p-values in the order of `pValues`, none above 1.
  ///
  /// - Throws: `.invalidOption` with the first that is not from 0 to 1.
  /// - Complexity: O(m log m).
  public func adjusted(_ pValues: [Double]) throws(LearningError) -> [Double] {
    if let index = pValues.firstIndex(where: { !($0 >= 0 && $0 <= 1) }) {
      throw .invalidOption(name: "pValues", value: "\(pValues[index]) at \(index)", allowed: "from 0 to 1")
    }
    let ascending = pValues.indices.sorted { pValues[$0] < pValues[$1] }
    let count = Double(pValues.count)
    var adjusted = pValues
    switch self {
    case .bonferroni:
      for index in pValues.indices { adjusted[index] = min(1, count * pValues[index]) }
    case .holm:
      // A larger p-value never gets a smaller adjusted one.
      var largest = 0.0
      for (rank, index) in ascending.enumerated() {
        largest = max(largest, min(1, (count - Double(rank)) * pValues[index]))
        adjusted[index] = largest
      }
    case .benjaminiHochberg, .benjaminiYekutieli:
      let harmonic = pValues.indices.reduce(0) { $0 + 1 / Double($1 + 1) }
      let factor = self == .benjaminiHochberg ? count : count * harmonic
      var smallest = 1.0
      for (rank, index) in ascending.enumerated().reversed() {
        smallest = min(smallest, factor / Double(rank + 1) * pValues[index])
        adjusted[index] = smallest
      }
    }
    return adjusted
  }
}
