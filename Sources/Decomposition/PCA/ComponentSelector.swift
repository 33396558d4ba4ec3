import Learning
import LinearAlgebra

/// Applies the rules for the number of components to the variances of one fit.
struct ComponentSelector {
  /// The variances: all of them, or those that the randomized solver found.
  let spectrum: VarianceSpectrum
  /// How many are not zero.
  let rank: Int
  let matrix: PCA.AnalysedMatrix
  /// The number of rows, or the sum of their weights.
  let sampleWeight: Double
  let divisor: Double
  /// The columns that are not constant.
  let variableCount: Int
  let isWholeSpectrum: Bool

  /// A number, an objection, or both.
  func answer(
    of rule: PCA.ComponentCount, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> ComponentSelection.Answer {
    let count: Int?
    let objection: String?
    switch rule {
    case .count(let asked):
      (count, objection) = (asked, asked <= rank ? nil : "the data have rank \(rank)")
    case .all:
      (count, objection) = (rank, wholeSpectrumObjection)
    case .variance(let target):
      count = target == 1 ? rank : min(rank, spectrum.count(reaching: target))
      objection = isWholeSpectrum || spectrum.cumulativeRatios.last ?? 0 >= target ? nil : wholeSpectrumObjection
    case .kaiser:
      count = max(1, min(rank, spectrum.countAboveOne))
      objection = rule.objection(on: matrix) ?? wholeSpectrumObjection
    case .elbow:
      count = isWholeSpectrum ? variables.countBeforeElbow : nil
      objection = wholeSpectrumObjection ?? (count == nil ? "the scree plot has no bend" : nil)
    case .brokenStick:
      count = isWholeSpectrum ? min(rank, variables.countAboveBrokenStick) : nil
      objection = wholeSpectrumObjection ?? noneObjection(count)
    case .parallelAnalysis(let analysis):
      count = try isWholeSpectrum && matrix == .correlation ? parallelCount(analysis, using: &generator) : nil
      objection = rule.objection(on: matrix) ?? wholeSpectrumObjection ?? noneObjection(count)
    case .minka:
      count = minkaObjection == nil
        ? MinkaEvidence(eigenvalues: spectrum.variances, sampleCount: sampleWeight).bestCount : nil
      objection = minkaObjection ?? rule.objection(on: matrix)
    case .reconstructionError(let target):
      // The variances divide by n - 1 where the mean of squared distances divides by n.
      count = max(1, min(rank, spectrum.count(leavingAtMost: target * sampleWeight / divisor)))
      objection = wholeSpectrumObjection
    }
    return ComponentSelection.Answer(rule: rule, count: count, objection: objection)
  }

  /// The variances of the columns that vary; a constant one is no piece of a stick and no point of a plot.
  private var variables: VarianceSpectrum {
    VarianceSpectrum(variances: Array(spectrum.variances.prefix(variableCount)), total: spectrum.total)
  }

  private var wholeSpectrumObjection: String? {
    isWholeSpectrum ? nil : "it needs every eigenvalue; the randomized solver found \(spectrum.variances.count)"
  }

  private func noneObjection(_ count: Int?) -> String? {
    count == 0 ? "no component stands out from chance" : nil
  }

  private func parallelCount(
    _ analysis: ParallelAnalysis, using generator: inout some RandomNumberGenerator
  ) throws(LearningError) -> Int {
    let thresholds = try analysis.thresholds(
      rowCount: Int(sampleWeight.rounded()), columnCount: variableCount, using: &generator)
    return min(rank, zip(spectrum.variances, thresholds).prefix { $0 > $1 }.count)
  }

  /// Why there is no evidence to compare; nil where there is.
  private var minkaObjection: String? {
    if let wholeSpectrumObjection { return wholeSpectrumObjection }
    if rank < spectrum.variances.count { return "directions without variance leave the noise no variance either" }
    if rank < 2 { return "one column leaves nothing to choose" }
    if sampleWeight <= Double(rank) { return "it needs more rows than columns" }
    return nil
  }
}
