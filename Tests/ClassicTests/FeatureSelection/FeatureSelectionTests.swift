import Classic
import Datasets
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("Selections of columns")
struct FeatureSelectionTests {
  @Test("by F tests keep what scikit-learn's keep")
  func univariate() throws {
    let reference = try FeatureSelectionFixture.read()
    let (cancer, diabetes) = (try Datasets.breastCancer(), try Datasets.diabetes())
    let rules: [(UnivariateSelection.Rule, KeyPath<FeatureSelectionFixture.Tests, [Int]?>)] = [
      (.count(5), \.best5), (.share(0.4), \.share40), (.pValue(atMost: 2.5e-4), \.unadjusted),
      (.pValue(atMost: 2.5e-4, adjustment: .benjaminiHochberg), \.benjaminiHochberg),
      (.pValue(atMost: 2.5e-4, adjustment: .bonferroni), \.bonferroni),
    ]
    for (rule, expected) in rules {
      let selection = UnivariateSelection(rule)
      let classes = try selection.fit(cancer.features, labels: cancer.labels)
      #expect(classes.selectedColumns == reference.cancer[keyPath: expected], "\(rule)")
      let targets = try selection.fit(diabetes.features, targets: diabetes.targets)
      #expect(targets.selectedColumns == reference.diabetes[keyPath: expected], "\(rule)")
      #expect(try targets.transform(diabetes.features)
        == diabetes.features.selectingColumns(targets.selectedColumns))
    }
  }

  @Test("by a model keep what scikit-learn's SelectFromModel keeps")
  func byModel() throws {
    let reference = try FeatureSelectionFixture.read().fromModel
    let (cancer, diabetes) = (try Datasets.breastCancer(), try Datasets.diabetes())
    let x = try LogisticFixture.standardized(cancer.features)
    // Of scikit-learn's Lasso, whose losses are a mean, the penalty is a 442nd.
    let lasso = try SelectionByModel(LinearRegression.lasso(4420)).fit(diabetes.features, targets: diabetes.targets)
    #expect(lasso.selectedColumns == reference["lasso"])
    #expect(lasso.isSelected == (0..<10).map { reference["lasso"]?.contains($0) == true })
    func keeps(_ base: LogisticRegression, _ rule: SelectionByModel<LogisticRegression>.Rule) throws -> [Int] {
      try SelectionByModel(base, rule: rule).fit(x, labels: cancer.labels).selectedColumns
    }
    #expect(try keeps(LogisticRegression(), .timesMean(1)) == reference["mean"])
    #expect(try keeps(LogisticRegression(), .count(4)) == reference["best4"])
    #expect(try keeps(LogisticRegression(penalty: .l1(10)), .nonzero) == reference["l1"])
    let best = try SelectionByModel(LogisticRegression(), rule: .count(4)).fit(x, labels: cancer.labels)
    let fourth = best.featureWeights.sorted(by: >)[3]
    #expect(try keeps(LogisticRegression(), .atLeast(fourth)) == reference["best4"])
  }

  @Test("by recursive elimination keep and rank as scikit-learn's RFE")
  func elimination() throws {
    let reference = try FeatureSelectionFixture.read().rfe
    let (cancer, diabetes) = (try Datasets.breastCancer(), try Datasets.diabetes())
    let x = try LogisticFixture.standardized(cancer.features)
    for (name, count, perRound) in [("cancer5", 5, 1), ("cancer6By4", 6, 4)] {
      let model = try RecursiveElimination(LogisticRegression(), count: count, columnsPerRound: perRound)
        .fit(x, labels: cancer.labels)
      #expect(model.selectedColumns == reference[name]?.columns && model.ranking == reference[name]?.ranking)
      let last = try LogisticRegression().fit(x.selectingColumns(model.selectedColumns), labels: cancer.labels)
      #expect(model.selectedWeights == last.featureWeights)
    }
    let model = try RecursiveElimination(LinearRegression(), count: 4)
      .fit(diabetes.features, targets: diabetes.targets)
    #expect(model.selectedColumns == reference["diabetes4"]?.columns)
    #expect(model.ranking == reference["diabetes4"]?.ranking)
  }

  @Test("weigh a feature of several classes by the length of its coefficients")
  func severalClasses() throws {
    let iris = try Datasets.iris()
    let model = try LogisticRegression().fit(iris.features, labels: iris.labels)
    for (weight, column) in zip(model.featureWeights, model.coefficients.columns) {
      #expect(abs(weight - column.map { $0 * $0 }.reduce(0, +).squareRoot()) <= 1e-14)
    }
  }

  @Test("by variance drop constant columns exactly, and those below a threshold")
  func variance() throws {
    // A mean of 0.1 is not exact: the computed variance of the first column need not be zero.
    let x: Matrix = [[0.1, 1, 1e-9, 0], [0.1, 2, 2e-9, 2], [0.1, 4, 3e-9, 4]]
    let model = try VarianceThreshold().fit(x)
    #expect(model.selectedColumns == [1, 2, 3] && model.variances[0] == 0)
    #expect(abs(model.variances[3] - 8.0 / 3) <= 1e-15)
    // The variances of the columns are 14 / 9 and 8 / 3.
    #expect(try VarianceThreshold(threshold: 1.6).fit(x).selectedColumns == [3])
    #expect(try VarianceThreshold(threshold: 1.5).fit(x).selectedColumns == [1, 3])
    // Without the last row 1, 2 and 0, 2: 1 / 4 and 1.
    #expect(try VarianceThreshold(threshold: 0.5).fit(x, weights: [1, 1, 0]).selectedColumns == [3])
    #expect(throws: LearningError.noVariation) { try VarianceThreshold().fit([[1, 2], [1, 2]]) }
    #expect(throws: LearningError.self) { try VarianceThreshold(threshold: 3).fit(x) }
  }

  @Test("take equal columns from the left, and drop them from the right")
  func ties() throws {
    let x: Matrix = [[1, 1, 1], [2, 2, 2], [3, 3, 3], [5, 5, 5]]
    let targets = [1.0, 2, 2, 4]
    #expect(try UnivariateSelection(.count(2)).fit(x, targets: targets).selectedColumns == [0, 1])
    let base = SpreadRegressor()
    let model = try RecursiveElimination(base, count: 1).fit(x, targets: targets)
    #expect(model.selectedColumns == [0] && model.ranking == [1, 2, 3])
    #expect(try SelectionByModel(base, rule: .count(2)).fit(x, targets: targets).selectedColumns == [0, 1])
  }

  @Test("say that nothing is left")
  func nothingLeft() {
    let x: Matrix = [[0, 1], [1, 0], [0, 0], [1, 1]]
    let none = #expect(throws: LearningError.self) {
      try UnivariateSelection(.pValue(atMost: 0.5, adjustment: .holm)).fit(x, labels: [0, 0, 1, 1])
    }
    #expect(none.map { "\($0)" } == "There is no column with a p-value of at most 0.5: the smallest, adjusted, is 1; "
      + "raise the level, or keep a count of columns.")
    let zero = #expect(throws: LearningError.self) {
      try SelectionByModel(LinearRegression.lasso(100)).fit(x, targets: [1, 2, 3, 5])
    }
    #expect(zero.map { "\($0)" } == "There is no column that the rule of this selection keeps: the largest weight is "
      + "0; lower the bound, or penalise less.")
  }

  @Test("are refused from a file with columns that are not there or out of order", arguments: ["[5]", "[1,0]", "[-1]"])
  func files(columns: String) throws {
    let model = try VarianceThreshold().fit([[1, 2, 3], [1, 3, 5]])
    let text = String(decoding: try JSONEncoder().encode(model), as: UTF8.self)
    #expect(try JSONDecoder().decode(VarianceThreshold.Model.self, from: Data(text.utf8)) == model)
    let spoilt = text.replacingOccurrences(of: "[1,2]", with: columns)
    #expect(spoilt != text)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(VarianceThreshold.Model.self, from: Data(spoilt.utf8))
    }
  }

  @Test("inside a pipeline name the columns of the coefficients")
  func names() throws {
    let diabetes = try Datasets.diabetes()
    let model = try UnivariateSelection(.count(3)).then(LinearRegression())
      .fit(diabetes.features, targets: diabetes.targets)
    let names = try model.step.outputNames(for: diabetes.featureNames)
    #expect(names == ["bmi", "bp", "s5"])
    #expect(try model.final.inference(names: names).rows.map(\.name) == ["(Intercept)"] + names)
    let constant = try UnivariateSelection(.count(1)).fit([[1, 0], [1, 1], [1, 5]], targets: [1, 2, 4])
    #expect(constant.report.warnings.map(\.columns) == [[0]])
  }
}
