internal import RealModule

/// Measures of information: how much does one grouping tell of the other?
extension ClusterAgreement {
  /// The mutual information of both, in nats: Σ nᵢⱼ/n log(n nᵢⱼ / (nᵢ nⱼ)).
  public var mutualInformation: Double {
    max(0, cells.reduce(0) { sum, cell in
      sum + information(cell.count, label: labelCounts[cell.label], cluster: clusterCounts[cell.cluster])
    })
  }

  /// The mutual information divided by a mean of the two entropies: from 0 to 1.
  ///
  /// 0 where one of them is a single group and the other is not.
  ///
  /// - Parameter mean: arithmetic by default, as in scikit-learn.
  public func normalizedMutualInformation(_ mean: EntropyMean = .arithmetic) -> Double {
    guard !isIdentical else { return 1 }
    let norm = mean(labelEntropy, clusterEntropy)
    return norm > 0 ? mutualInformation / norm : 0
  }

  /// The mutual information beyond that of chance, divided by the most that there could be: 1 where both are the same,
  /// 0 on average for groups of these sizes drawn at random.
  ///
  /// 0 where one of them is a single group, or a group for each row, and the other is not.
  ///
  /// - Parameter mean: arithmetic by default, as in scikit-learn.
  /// - Complexity: O(R C √n) at most for R labels and C clusters.
  ///
  /// Source: Vinh, Epps and Bailey, Journal of Machine Learning Research 11, 2010.
  public func adjustedMutualInformation(_ mean: EntropyMean = .arithmetic) -> Double {
    guard !isIdentical else { return 1 }
    let (norm, chance) = (mean(labelEntropy, clusterEntropy), expectedMutualInformation)
    // What is left by rounding is nothing to divide by.
    guard norm - chance > 1e-12 * norm else { return 0 }
    return (mutualInformation - chance) / (norm - chance)
  }

  /// How much of the labels' entropy the clusters tell: 1 where no cluster has rows of two labels.
  public var homogeneity: Double {
    labelCounts.count == 1 ? 1 : min(1, mutualInformation / labelEntropy)
  }

  /// How much of the clusters' entropy the labels tell: 1 where no label has rows of two clusters.
  public var completeness: Double {
    clusterCounts.count == 1 ? 1 : min(1, mutualInformation / clusterEntropy)
  }

  /// The weighted harmonic mean of homogeneity h and completeness c, (1 + β) h c / (β h + c); 0 where both are.
  ///
  /// With β = 1 it is the normalized mutual information by the arithmetic mean.
  ///
  /// - Parameter beta: zero or positive: above 1, completeness counts more. 1 by default.
  ///
  /// Source: Rosenberg and Hirschberg, V-measure: a conditional entropy-based external cluster evaluation measure,
  /// EMNLP-CoNLL 2007.
  public func vMeasure(beta: Double = 1) -> Double {
    precondition(beta >= 0, "A V-measure with β = \(beta); it is zero or positive")
    let (homogeneity, completeness) = (homogeneity, completeness)
    let norm = beta * homogeneity + completeness
    return norm > 0 ? (1 + beta) * homogeneity * completeness / norm : 0
  }

  private var labelEntropy: Double { entropy(labelCounts) }
  private var clusterEntropy: Double { entropy(clusterCounts) }

  private func entropy(_ counts: [Int]) -> Double {
    counts.reduce(0) { $0 - Double($1) / Double(rowCount) * .log(Double($1) / Double(rowCount)) }
  }

  /// What a cell of this count adds to the mutual information.
  private func information(_ count: Int, label: Int, cluster: Int) -> Double {
    let n = Double(rowCount)
    return Double(count) / n * .log(Double(count) / Double(label) * (n / Double(cluster)))
  }

  /// The mean mutual information of all groupings of these sizes. Groups of the same size have the same terms.
  private var expectedMutualInformation: Double {
    var sum = 0.0
    let (labels, clusters) = (Groups(labelCounts), Groups(clusterCounts))
    for (labelRow, labelTimes) in zip(labels.firstRows, labels.counts) {
      for (clusterRow, clusterTimes) in zip(clusters.firstRows, clusters.counts) {
        let expected = expectedInformation(label: labelCounts[labelRow], cluster: clusterCounts[clusterRow])
        sum += Double(labelTimes) * Double(clusterTimes) * expected
      }
    }
    return sum
  }

  /// The mean of what a cell adds, its count being hypergeometric.
  ///
  /// The probabilities are found from one another, outwards from the largest, and divided by their sum: no factorial
  /// loses digits. Where they no longer count, it stops.
  private func expectedInformation(label: Int, cluster: Int) -> Double {
    let counts = max(0, label + cluster - rowCount)...min(label, cluster)
    let largest = Int(Double(label + 1) * Double(cluster + 1) / Double(rowCount + 2))
    let mode = min(max(largest, counts.lowerBound), counts.upperBound)
    var (total, sum) = (0.0, 0.0)
    func add(_ count: Int, _ probability: Double) {
      total += probability
      if count > 0 { sum += probability * information(count, label: label, cluster: cluster) }
    }
    /// The probability of `count` + 1 over that of `count`.
    func ratio(after count: Int) -> Double {
      Double(label - count) * Double(cluster - count)
        / (Double(count + 1) * Double(rowCount - label - cluster + count + 1))
    }
    add(mode, 1)
    var (probability, count) = (1.0, mode)
    while count < counts.upperBound, probability > 1e-20 {
      probability *= ratio(after: count)
      count += 1
      add(count, probability)
    }
    (probability, count) = (1, mode)
    while count > counts.lowerBound, probability > 1e-20 {
      count -= 1
      probability /= ratio(after: count)
      add(count, probability)
    }
    return sum / total
  }
}
