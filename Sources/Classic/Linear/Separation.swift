import LinearAlgebra

/// Whether hyperplanes separate the classes of a sample, all of their rows or some, so that no finite coefficients have
/// the largest likelihood.
///
/// With rows zᵢ = ±(xᵢ, 1), the sign that of the row's class, classes are separated where a direction δ has zᵢᵀδ >= 0
/// for all rows and > 0 for some: along it the likelihood never falls and never reaches its bound. Where directions
/// together have > 0 for every row the separation is complete, else quasi-complete. A direction is sought exactly, as
/// the shortest ``NonnegativeCombination`` of the rows, and then held against every row.
///
/// Source: A. Albert and J. A. Anderson, On the existence of maximum likelihood estimates in logistic regression
/// models, Biometrika 71(1), 1984, doi:10.1093/biomet/71.1.1. K. Konis, Linear programming algorithms for detecting
/// separated data in binary logistic regression models, thesis, Oxford, 2007, asks the same of a linear programme.
struct Separation {
  let isComplete: Bool
  /// Sets of features each of which separates, and no smaller part of which does; without a common member.
  let columnSets: [[Int]]

  var columns: [Int] { Array(Set(columnSets.joined())).sorted() }

  /// - Parameters:
  ///   - rows: zᵢ in standardised features.
  ///   - features: which feature a column belongs to; nil for intercepts.
  /// - Returns: nil where nothing separates.
  init?(rows: Matrix, features: [Int?]) {
    let design = SignedRows(rows, features: features)
    guard let first = design.direction(using: design.allFeatures) else { return nil }
    isComplete = design.separatesEveryRow(beginningWith: first)
    columnSets = design.separatingSets(beginningWith: first)
  }
}
