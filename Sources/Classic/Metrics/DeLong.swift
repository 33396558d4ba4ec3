import Learning
import LinearAlgebra

/// The areas under the ROC curves of several scores of the same rows, and how they vary together from sample to sample.
///
/// With m true rows and n false ones, a row's placement is the share of the other class's rows that it is on the right
/// side of, equal scores counting half. An area is the mean placement of the true rows and of the false ones alike, and
/// the covariance of two areas is that of the true rows' placements over m plus that of the false rows' over n.
/// Placements come from midranks, among all rows and among those of the row's class.
///
/// Source: DeLong, DeLong and Clarke-Pearson, Biometrics 44(3), 1988, doi:10.2307/2531595; the midranks: Sun and Xu,
/// IEEE Signal Processing Letters 21(11), 2014, doi:10.1109/LSP.2014.2337313.
struct DeLong {
  let areas: [Double]
  /// One row and one column for each score.
  let covariance: [[Double]]

  /// - Throws: what an ROC curve throws, and `.tooFewSamples` for fewer than two rows of a class.
  /// - Complexity: O(k n log n) for k scores.
  init(_ measure: String, of scores: [[Double]], labels: [Bool]) throws(LearningError) {
    for scores in scores { _ = try JudgedRows(measure, scores: scores, labels: labels, weights: nil) }
    let trues = labels.count { $0 }
    guard trues > 0, trues < labels.count else { throw .oneClassOnly(label: "\(trues > 0)") }
    for (label, count) in [(true, trues), (false, labels.count - trues)] where count < 2 {
      throw .tooFewSamples(found: count, needed: 2, purpose: "\(measure), of the label “\(label)”,")
    }
    let placements = scores.map { Placements(of: $0, labels: labels) }
    areas = placements.map { $0.trues.reduce(0, +) / Double(trues) }
    covariance = placements.map { first in
      placements.map { second in
        Self.covariance(first.trues, second.trues) / Double(first.trues.count)
          + Self.covariance(first.falses, second.falses) / Double(first.falses.count)
      }
    }
  }

  private static func covariance(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(x.count)
    let (xMean, yMean) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    return zip(x, y).reduce(0) { $0 + ($1.0 - xMean) * ($1.1 - yMean) } / (count - 1)
  }

  private struct Placements {
    let trues, falses: [Double]

    init(of scores: [Double], labels: [Bool]) {
      let trueScores = zip(scores, labels).filter(\.1).map(\.0)
      let falseScores = zip(scores, labels).filter { !$0.1 }.map(\.0)
      let ranks = midranks(of: trueScores + falseScores)
      trues = zip(ranks.prefix(trueScores.count), midranks(of: trueScores)).map {
        ($0 - $1) / Double(falseScores.count)
      }
      falses = zip(ranks.dropFirst(trueScores.count), midranks(of: falseScores)).map {
        1 - ($0 - $1) / Double(trueScores.count)
      }
    }
  }
}

/// The rank of each number, counted from 1; the mean of their ranks for equal ones.
private func midranks(of numbers: [Double]) -> [Double] {
  let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
  var ranks = [Double](repeating: 0, count: numbers.count)
  var first = 0
  while first < order.count {
    var end = first + 1
    while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
    for place in first..<end { ranks[order[place]] = Double(first + end + 1) / 2 }
    first = end
  }
  return ranks
}
