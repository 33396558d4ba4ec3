import Classic
import Decomposition
import Learning
import LinearAlgebra
import Stats

/// What can be done about a model that has too many columns for its rows, each on the same rows.
enum Remedy: String, CaseIterable {
  case none = "none: maximum likelihood"
  case l2 = "L2, strength by cross-validation"
  case l1 = "L1, strength by cross-validation"
  case earlyStopping = "early stopping on a quarter of the rows"
  case components = "PCA: five components"
  case simpler = "a simpler model: no products"
  case moreData = "3.5 times the rows, nothing else"
  case moreDataAndL2 = "3.5 times the rows, and L2"

  var shortName: String {
    switch self {
    case .none: "none"
    case .l2: "L2"
    case .l1: "L1"
    case .earlyStopping: "early stop"
    case .components: "PCA"
    case .simpler: "simpler"
    case .moreData: "more rows"
    case .moreDataAndL2: "rows and L2"
    }
  }
}

/// The losses of the remedies on rows that none of them has seen, over random splits.
struct RemedyTrial {
  private(set) var training: [Remedy: [Double]] = [:]
  private(set) var test: [Remedy: [Double]] = [:]
  /// Of the share of the ill among the training rows as everyone's probability.
  private(set) var constant: [Double] = []

  /// - Parameters:
  ///   - all: the rows, the features before their products first.
  ///   - simpleCount: the number of features.
  ///   - few: the number of rows that the remedies learn from.
  init(
    _ all: BinarySample, simpleCount: Int, few: Int, repeats: Int, using generator: inout some RandomNumberGenerator
  ) throws {
    for _ in 0..<repeats {
      let split = try trainTestSplit(stratifiedBy: all.labels, testShare: 0.25, using: &generator)
      let many = all.selecting(split.training)
      let rows = many.selecting(0..<few)
      let unseen = all.selecting(split.test)
      for remedy in Remedy.allCases {
        let source = remedy == .moreData || remedy == .moreDataAndL2 ? many : rows
        let columns = remedy == .simpler ? 0..<simpleCount : 0..<all.features.columnCount
        let losses = try Self.losses(
          remedy, source.selecting(columns: columns), unseen.selecting(columns: columns), using: &generator)
        training[remedy, default: []].append(losses.training)
        test[remedy, default: []].append(losses.test)
      }
      let share = Double(rows.labels.count { $0 == 1 }) / Double(few)
      constant.append(
        try logLoss(
          of: [Double](repeating: share, count: unseen.count), labels: unseen.labels.map { $0 == 1 }))
    }
  }

  private static func losses(
    _ remedy: Remedy, _ rows: BinarySample, _ unseen: BinarySample,
    using generator: inout some RandomNumberGenerator
  ) throws -> (training: Double, test: Double) {
    var (training, test) = (try rows.standardized(as: rows), try unseen.standardized(as: rows))
    var penalty = CoefficientPenalty.none
    switch remedy {
    case .none, .simpler, .moreData:
      break
    case .l2, .moreDataAndL2:
      penalty = try best(of: [1, 3, 10, 30, 100].map { .l2($0) }, rows, using: &generator)
    case .l1:
      penalty = try best(of: [2, 4, 6, 8, 10].map { .l1($0) }, rows, using: &generator)
    case .components:
      let components = try PCA(components: .count(5)).fit(training.features, using: &generator)
      training.features = try components.transform(training.features)
      test.features = try components.transform(test.features)
    case .earlyStopping:
      let split = try trainTestSplit(stratifiedBy: training.labels, testShare: 0.25, using: &generator)
      let (learning, heldOut) = (training.selecting(split.training), training.selecting(split.test))
      let stopped = try EarlyStopping(training: learning, heldOut: heldOut, patience: 10, using: &generator)
      return (try stopped.loss(of: learning), try stopped.loss(of: test))
    }
    let model = try LogisticRegression(penalty: penalty, tolerance: 1e-6).fit(training)
    return (try model.loss(of: training), try model.loss(of: test))
  }

  /// The penalty of the lowest mean loss in five folds. Each fold is standardised by its own training rows.
  private static func best(
    of penalties: [CoefficientPenalty], _ rows: BinarySample, using generator: inout some RandomNumberGenerator
  ) throws -> CoefficientPenalty {
    let folds = try KFold(foldCount: 5).folds(stratifiedBy: rows.labels, using: &generator).map { fold in
      let training = rows.selecting(fold.training)
      return (try training.standardized(as: training), try rows.selecting(fold.test).standardized(as: training))
    }
    let losses = try penalties.map { penalty in
      let method = LogisticRegression(penalty: penalty, tolerance: 1e-6)
      return mean(try folds.map { try method.fit($0).loss(of: $1) })
    }
    return penalties[losses.indices.min { losses[$0] < losses[$1] } ?? 0]
  }
}

extension BinarySample {
  /// The columns, and after them the product of every two, and each one's square unless it has only two values.
  func withProducts() throws -> BinarySample {
    let d = features.columnCount
    let hasSquare = features.columns.map { Set($0).count > 2 }
    let pairs = (0..<d).flatMap { j in (j..<d).filter { $0 > j || hasSquare[j] }.map { (j, $0) } }
    let width = d + pairs.count
    let products = Matrix(rowCount: count, columnCount: width) { elements in
      for i in 0..<count {
        for j in 0..<d { elements[i * width + j] = features[i, j] }
        for (k, (a, b)) in pairs.enumerated() { elements[i * width + d + k] = features[i, a] * features[i, b] }
      }
    }
    return BinarySample(features: products, labels: labels)
  }
}
