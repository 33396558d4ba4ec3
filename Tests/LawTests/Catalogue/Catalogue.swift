import Classic
import Decomposition
import Learning
import TestSupport

extension CatalogueEntry {
  /// Every estimator of the project, one line a configuration. A new estimator that is missing here fails the tests.
  static let all: [CatalogueEntry] = models + steps + pipelines

  private static let models: [CatalogueEntry] = [
    .classifier(NearestCentroid()),
    // Distances between rows of more than sixteen columns are computed in another way.
    .classifier(NearestCentroid(), options: LawOptions(columnCount: 20)),

    .classifier(
      GaussianNaiveBayes(),
      brokenConfigurations: [
        GaussianNaiveBayes(varianceSmoothing: -1), GaussianNaiveBayes(varianceSmoothing: .nan),
        GaussianNaiveBayes(varianceSmoothing: .infinity), GaussianNaiveBayes(priors: .given([0.5, 0.5])),
        GaussianNaiveBayes(priors: .given([0.5, 0.5, 0])), GaussianNaiveBayes(priors: .given([0.5, 0.5, 0.5])),
        GaussianNaiveBayes(priors: .given([.nan, 0.5, 0.5])),
      ]),
    .classifier(GaussianNaiveBayes(priors: .uniform, varianceSmoothing: 0)),

    .classifier(
      LinearDiscriminantAnalysis(),
      brokenConfigurations: [
        LinearDiscriminantAnalysis(priors: .given([])), LinearDiscriminantAnalysis(shrinkage: .fixed(-0.1)),
        LinearDiscriminantAnalysis(shrinkage: .fixed(1.1)), LinearDiscriminantAnalysis(shrinkage: .fixed(.nan)),
      ]),
    .classifier(LinearDiscriminantAnalysis(priors: .uniform, shrinkage: .fixed(0.1))),
    .classifier(LinearDiscriminantAnalysis(shrinkage: .ledoitWolf), options: LawOptions(columnCount: 20)),

    .classifier(
      LogisticRegression(),
      brokenConfigurations: [
        LogisticRegression(penalty: .l2(-1)), LogisticRegression(penalty: .l1(.nan)),
        LogisticRegression(penalty: .l1(1), solver: .newton), LogisticRegression(tolerance: -1),
        LogisticRegression(classWeights: .given([1])), LogisticRegression(classWeights: .given([1, 1, 0])),
        LogisticRegression(reducesBias: true), LogisticRegression(penalty: .none, reducesBias: true),
        LogisticRegression(penalty: .none, solver: .lbfgs, multiclass: .oneVsRest, reducesBias: true),
      ]),
    .classifier(LogisticRegression(classWeights: .balanced)),
    .classifier(LogisticRegression(classWeights: .balanced, multiclass: .oneVsRest)),
    .classifier(
      LogisticRegression(penalty: .none, multiclass: .oneVsRest, reducesBias: true),
      options: LawOptions(threadedRowCount: 9000)),
    // The laws ask for nine digits, which takes a gradient of more.
    .classifier(LogisticRegression(solver: .lbfgs, tolerance: 1e-12)),
    .classifier(LogisticRegression(solver: .newtonCG, tolerance: 1e-12)),
    .classifier(LogisticRegression(solver: .preconditionedLBFGS, tolerance: 1e-12)),
    .classifier(
      LogisticRegression(penalty: .elasticNet(l1: 0.5, l2: 0.5), tolerance: 1e-12),
      options: LawOptions(threadedRowCount: 9000)),
    // Coordinate descent is for two classes.
    .classifier(
      LogisticRegression(penalty: .l1(0.5), solver: .coordinateDescent, tolerance: 1e-12),
      options: LawOptions(classCount: 2)),

    .classifier(
      TunedClassifier(ParameterGrid(NearestCentroid()).candidates, splitter: KFold(foldCount: 2)),
      brokenConfigurations: [
        TunedClassifier([]),
        TunedClassifier(ParameterGrid(NearestCentroid()).candidates, splitter: KFold(foldCount: 1)),
      ]),
    .classifier(
      TunedClassifier(
        ParameterGrid(LogisticRegression(tolerance: 1e-12))
          .varying(\.penalty, "penalty", over: [.l2(100), .l2(1)]).candidates,
        splitter: KFold(foldCount: 2), rule: .oneStandardError),
      exempting: [],
      brokenConfigurations: [
        TunedClassifier(ParameterGrid(LogisticRegression(penalty: .l2(-1))).candidates)
      ],
      options: LawOptions(threadedRowCount: 3000)),

    .classifier(
      TunedThreshold(
        LogisticRegression(tolerance: 1e-12), costs: MisclassificationCosts(falsePositive: 1, falseNegative: 2),
        splitter: KFold(foldCount: 2)),
      exempting: [.predictionIsTheMostProbable, .labelOrderDoesNotMatter, .trainingOrderDoesNotMatter],
      brokenConfigurations: [
        TunedThreshold(
          LogisticRegression(), costs: MisclassificationCosts(falsePositive: 1, falseNegative: 0)),
        TunedThreshold(
          LogisticRegression(), costs: MisclassificationCosts(falsePositive: .nan, falseNegative: 1)),
        TunedThreshold(
          LogisticRegression(penalty: .l2(-1)), costs: MisclassificationCosts(falsePositive: 1, falseNegative: 1)),
        TunedThreshold(
          LogisticRegression(), costs: MisclassificationCosts(falsePositive: 1, falseNegative: 1),
          splitter: KFold(foldCount: 1)),
      ],
      options: LawOptions(classCount: 2, threadedRowCount: 3000)),

    .regressor(
      LinearRegression(),
      brokenConfigurations: [
        .ridge(-1), .ridge(.nan), .lasso(-0.1), .lasso(.infinity), .elasticNet(l1: 1, l2: -1),
        LinearRegression(tolerance: .nan),
      ]),
    .regressor(LinearRegression(fitsIntercept: false)),
    .regressor(LinearRegression.ridge(0.5)),
    // More columns than rows.
    .regressor(LinearRegression.ridge(2), options: LawOptions(rowCount: 22, columnCount: 30, threadedRowCount: 25)),
    .regressor(LinearRegression(penalty: .elasticNet(l1: 2, l2: 0.5), tolerance: 1e-12)),

    .regressor(
      PoissonRegression(),
      brokenConfigurations: [
        PoissonRegression(penalty: .l2(-1)), PoissonRegression(penalty: .l1(.nan)), PoissonRegression(tolerance: -1),
      ],
      options: LawOptions(countTargets: true)),
    .regressor(PoissonRegression(fitsIntercept: false), options: LawOptions(countTargets: true)),
    .regressor(PoissonRegression(penalty: .l2(1)), options: LawOptions(countTargets: true)),
    .regressor(
      PoissonRegression(penalty: .elasticNet(l1: 2, l2: 0.5), tolerance: 1e-12),
      options: LawOptions(countTargets: true)),
  ]

  private static let steps: [CatalogueEntry] = [
    .transformer(StandardScaler()),
    .transformer(StandardScaler(centers: false)),
    .transformer(StandardScaler(scales: false)),
    .transformer(
      MinMaxScaler(),
      brokenConfigurations: [MinMaxScaler(to: 1...1), MinMaxScaler(to: 0...(.infinity))]),
    .transformer(MinMaxScaler(to: -1...2, clips: true)),
    .transformer(
      RobustScaler(),
      brokenConfigurations: [
        RobustScaler(lower: -0.1), RobustScaler(lower: .nan), RobustScaler(lower: 0.5, upper: 0.5),
        RobustScaler(upper: 1.1), RobustScaler(upper: .nan),
      ]),
    .transformer(RobustScaler(lower: 0, upper: 1, centers: false)),
    .transformer(MaxAbsScaler()),

    .regressor(
      TunedRegressor(
        ParameterGrid(LinearRegression()).varying(\.penalty, "penalty", over: [.l2(100), .l2(1)]).candidates,
        splitter: KFold(foldCount: 2)),
      brokenConfigurations: [
        TunedRegressor([]), TunedRegressor(ParameterGrid(LinearRegression.ridge(-1)).candidates),
      ]),

    .transformer(
      Imputer(), brokenConfigurations: [Imputer(.constant(.nan)), Imputer(.constant(.infinity))]),
    .transformer(Imputer(.median, indicators: .forColumnsWithMissing)),
    .transformer(Imputer(.mostFrequent, indicators: .forAllColumns)),
    .transformer(Imputer(.constant(-1))),

    .transformer(
      OneHotEncoder(),
      brokenConfigurations: [
        OneHotEncoder(minimumCount: -1), OneHotEncoder(minimumCount: .nan), OneHotEncoder(minimumCount: .infinity),
      ],
      options: LawOptions(categories: true)),
    .transformer(
      OneHotEncoder(unknown: .infrequent, drop: .first, minimumCount: 8), options: LawOptions(categories: true)),
    // Every value a category of its own.
    .transformer(OneHotEncoder(unknown: .allZeros, drop: .ifBinary), options: LawOptions(threadedRowCount: 100)),

    .transformer(
      PolynomialFeatures(), brokenConfigurations: [PolynomialFeatures(degree: 0), PolynomialFeatures(degree: -1)]),
    .transformer(PolynomialFeatures(degree: 3, interactionOnly: true, includesBias: true)),

    .transformer(
      PCA(),
      brokenConfigurations: [
        PCA(components: .count(0)), PCA(components: .variance(0)), PCA(components: .variance(.nan)),
        PCA(components: .kaiser), PCA(components: .count(5)), PCA(solver: .randomized()),
        PCA(components: .count(1), solver: .randomized(iterations: 0)),
      ]),
    .transformer(PCA(solver: .covariance)),
    .transformer(PCA(solver: .gram), options: LawOptions(threadedRowCount: 400)),
    .transformer(PCA(solver: .svd)),
    .transformer(PCA(components: .count(2), solver: .randomized())),
    .transformer(PCA(components: .variance(0.9), on: .correlation, whiten: true, denominator: .maximumLikelihood)),
  ]

  private static let pipelines: [CatalogueEntry] = [
    .transformer(PassThrough()),
    .transformer(
      VarianceThreshold(),
      brokenConfigurations: [
        VarianceThreshold(threshold: -1), VarianceThreshold(threshold: .nan), VarianceThreshold(threshold: 1e9),
      ]),
    .transformer(VarianceThreshold(threshold: 4)),
    .transformer(PCA().on(columns: [3, 0]), brokenConfigurations: [
      PCA().on(columns: []), PCA().on(columns: [0, 4]), PCA().on(columns: [-1]), PCA().on(columns: [1, 1]),
    ]),
    .transformer(VarianceThreshold().on(columns: [0, 3], remainder: .kept)),
    .transformer(VarianceThreshold().then(PCA(components: .count(2), solver: .covariance))),
    .transformer(PCA().on(columns: 0..<2).beside(VarianceThreshold().on(columns: [3, 2]))),
    .transformer(PCA(components: .count(2), solver: .randomized()).beside(PCA(components: .count(1)))),
    .classificationStep(UnivariateSelection(.count(3)).then(PCA())),
    .regressionStep(VarianceThreshold().then(UnivariateSelection(.count(2)))),
    .classificationStep(UnivariateSelection(.count(1)).on(columns: [3, 0], remainder: .kept)),
    .regressionStep(UnivariateSelection(.count(1)).on(columns: [3, 0])),
    .classificationStep(PCA().on(columns: [0, 1]).beside(UnivariateSelection(.count(1)).on(columns: [2, 3]))),
    .regressionStep(UnivariateSelection(.count(2)).beside(PCA(components: .count(1)))),

    .classificationStep(
      UnivariateSelection(.count(2)),
      brokenConfigurations: [
        UnivariateSelection(.count(0)), UnivariateSelection(.count(5)), UnivariateSelection(.share(0)),
        UnivariateSelection(.share(.nan)), UnivariateSelection(.pValue(atMost: 0)),
        UnivariateSelection(.pValue(atMost: 1.1)),
      ]),
    .classificationStep(UnivariateSelection(.pValue(atMost: 0.01, adjustment: .benjaminiHochberg))),
    .regressionStep(
      UnivariateSelection(.share(0.5)),
      brokenConfigurations: [UnivariateSelection(.count(5)), UnivariateSelection(.share(2))]),
    .classificationStep(
      SelectionByModel(LogisticRegression(penalty: .l1(5), tolerance: 1e-12)),
      brokenConfigurations: [
        SelectionByModel(LogisticRegression(), rule: .count(0)),
        SelectionByModel(LogisticRegression(), rule: .atLeast(.nan)),
        SelectionByModel(LogisticRegression(), rule: .timesMean(-1)),
        SelectionByModel(LogisticRegression(penalty: .l1(-1))),
      ],
      options: LawOptions(threadedRowCount: 9000)),
    .regressionStep(SelectionByModel(LinearRegression(), rule: .timesMean(1))),
    .regressionStep(
      SelectionByModel(PoissonRegression(), rule: .count(2)), options: LawOptions(countTargets: true)),
    .classificationStep(
      RecursiveElimination(LogisticRegression(), count: 2),
      brokenConfigurations: [
        RecursiveElimination(LogisticRegression(), count: 0), RecursiveElimination(LogisticRegression(), count: 5),
        RecursiveElimination(LogisticRegression(), count: 2, columnsPerRound: 0),
      ],
      options: LawOptions(threadedRowCount: 9000)),
    .regressionStep(RecursiveElimination(LinearRegression(), count: 1, columnsPerRound: 2)),

    .classifier(
      PCA(components: .variance(0.95)).then(LogisticRegression()),
      brokenConfigurations: [
        PCA(components: .count(0)).then(LogisticRegression()), PCA().then(LogisticRegression(penalty: .l2(-1))),
      ]),
    .classifier(PassThrough().beside(PCA(components: .variance(0.9))).then(NearestCentroid())),
    .classifier(UnivariateSelection(.count(3)).then(LogisticRegression())),
    .regressor(
      VarianceThreshold().then(PCA()).then(LinearRegression.ridge(0.5)),
      brokenConfigurations: [VarianceThreshold().then(PCA()).then(LinearRegression.ridge(-1))]),
  ]
}
