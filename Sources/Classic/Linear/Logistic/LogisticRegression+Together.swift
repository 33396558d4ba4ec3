public import Learning
public import LinearAlgebra

extension LogisticRegression {
  /// Fits ridge regressions of two classes together: each pass over the rows is one product for all of them. What
  /// differs in more than the penalty makes groups of its own.
  ///
  /// The results agree with those of single fits to within the tolerance; the certificate is the same, in units of the
  /// features' standard deviations in all parts. Nil for what is not such a regression, for solvers that were chosen
  /// other than `.preconditionedLBFGS`, and where single fits have less to do.
  public static func fitTogether(
    _ configurations: [LogisticRegression], _ x: Matrix, classIndices: [Int], classCount: Int, weights: [Double]?,
    trainingParts: [[Int]]
  ) throws(LearningError) -> [[Core]]? {
    for configuration in configurations { try configuration.requireOptions(classCount: classCount) }
    guard
      classCount == 2, configurations.allSatisfy(\.sharesPasses),
      sharingPays(x, parts: trainingParts, configurationCount: configurations.count)
    else { return nil }
    let sample = LogisticSample(x: x, classIndices: classIndices, classCount: classCount, weights: weights)
    var cores = [[Core?]](
      repeating: [Core?](repeating: nil, count: configurations.count), count: trainingParts.count)
    for group in groups(of: configurations) {
      let configuration = configurations[group[0]]
      let parts = LogisticParts(sample: sample, classWeights: configuration.classWeights, rows: trainingParts)
      let fits = try SharedLogisticFits(
        configuration, penalties: group.map { configurations[$0].penalty }, parts: parts)
      guard let found = try fits?.cores() else { return nil }
      for part in found.indices {
        for (index, core) in zip(group, found[part]) { cores[part][index] = core }
      }
    }
    return cores.map { $0.compactMap(\.self) }
  }

  private var sharesPasses: Bool {
    penalty.l1 == 0 && penalty.l2 > 0 && !reducesBias && [.automatic, .preconditionedLBFGS].contains(solver)
  }

  /// The indices of configurations that differ in their penalties alone, from strong to weak.
  private static func groups(of configurations: [LogisticRegression]) -> [[Int]] {
    let groups = Dictionary(grouping: configurations.indices) { index in
      var plain = configurations[index]
      plain.penalty = .none
      return plain
    }
    return groups.values.sorted { $0[0] < $1[0] }.map { group in
      group.sorted { (-configurations[$0].penalty.l2, $0) < (-configurations[$1].penalty.l2, $1) }
    }
  }

  /// Whether there is something to share: several fits, whose parts are most of the rows, and more rows than columns.
  private static func sharingPays(_ x: Matrix, parts: [[Int]], configurationCount: Int) -> Bool {
    let fits = parts.count * configurationCount
    let rowsRead = parts.reduce(0) { $0 + $1.count }
    return fits > 2 && x.rowCount >= x.columnCount && x.columnCount <= 2000
      && 2 * rowsRead >= parts.count * x.rowCount
  }
}
