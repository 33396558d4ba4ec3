import Learning
import LinearAlgebra

extension FitWarning.Kind {
  /// Hyperplanes separate the classes, or some of their rows: there are no finite maximum likelihood estimates.
  public static let separation = FitWarning.Kind(rawValue: "separation")
}

extension LogisticObjective {
  /// The warning of classes that are separated, which an unpenalised fit that ended at `point` may have met.
  ///
  /// A fit that converged with every row in doubt has proved that nothing separates: the weights that its rows then
  /// have are a positive combination that is zero. Only where a row is certain, or the fit did not converge, is a
  /// separating direction sought.
  func separationWarning(at point: [Double], hasConverged: Bool) -> FitWarning? {
    guard !hasConverged || hasCertainRow(at: point) else { return nil }
    guard let rows = signedRows else {
      return hasConverged ? nil : Self.separationWarning("some fitted probabilities may be 0 or 1")
    }
    let features = (0..<(outputs == 1 ? 1 : outputs - 1)).flatMap { _ in
      x.columns.indices.map { Optional($0) } + (hasIntercept ? [nil] : [])
    }
    guard let separation = Separation(rows: rows, features: features) else { return nil }
    return Self.separationWarning(separation.sentence, columns: separation.columns)
  }

  private static func separationWarning(_ finding: String, columns: [Int] = []) -> FitWarning {
    FitWarning(
      .separation, columns: columns,
      message: finding + ": without a penalty the coefficients grow without bound. Use .l2 or Firth's penalty "
        + "(reducesBias), or drop what gives the answer away.")
  }

  /// Whether the probability of some row's own class is within 1e-4 of 1.
  private func hasCertainRow(at point: [Double]) -> Bool {
    var gradient = [Double](repeating: 0, count: dimension)
    let probabilities = curvature(at: point, gradient: &gradient).curvature
    return classIndices.enumerated().contains { row, index in
      let own = outputs == 1
        ? (index == 1 ? probabilities[row, 0] : 1 - probabilities[row, 0]) : probabilities[row, index]
      return own > 1 - 1e-4
    }
  }

  /// The rows that a separating direction has no negative product with: ±(x̃, 1) for two classes. For more, one row for
  /// each class that a sample is not of, with the standardised features and 1 in the block of its own class and their
  /// negative in that of the other; the first class has no block. Nil where that is too much to hold.
  private var signedRows: Matrix? {
    let p = x.columnCount + (hasIntercept ? 1 : 0)
    let others = outputs == 1 ? 1 : outputs - 1
    let (rowCount, columnCount) = (x.rowCount * others, p * others)
    guard Double(rowCount) * Double(columnCount) <= 2e7 else { return nil }
    var rows = Matrix.zeros(rowCount, columnCount)
    rows.withUnsafeMutableBufferPointer { elements in
      var start = 0
      for (i, own) in classIndices.enumerated() {
        let row = x.row(i)
        let add = { (block: Int, sign: Double) in
          guard block >= 0 else { return }
          for j in 0..<p {
            let element = j < row.count ? (row[j] - scaling.center[j]) * scaling.inverseScale[j] : 1
            elements[start + block * p + j] = sign * element
          }
        }
        if outputs == 1 {
          add(0, own == 1 ? 1 : -1)
          start += columnCount
          continue
        }
        for other in 0..<outputs where other != own {
          add(own - 1, 1)
          add(other - 1, -1)
          start += columnCount
        }
      }
    }
    return rows
  }
}

extension Separation {
  /// "column 2, and columns 0, 3 together, separate the classes completely".
  fileprivate var sentence: String {
    let sets = columnSets.map { set in
      set.count == 1
        ? "column \(set[0])" : "columns \(set.map(String.init).joined(separator: ", ")) together"
    }
    let subject = sets.isEmpty ? "the features" : sets.joined(separator: ", and ")
    let verb = sets.count == 1 ? (columnSets[0].count == 1 ? "separates" : "separate") : "each separate"
    return isComplete ? "\(subject) \(verb) the classes" : "\(subject) \(verb) some rows by class (quasi-completely)"
  }
}
