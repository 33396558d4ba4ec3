import Classic
import Datasets
import Decomposition
import Learning
import LinearAlgebra
import Notebook

let notebook = Notebook("pca-components")

// %% [markdown]
// # How many principal components?
//
// Principal component analysis turns correlated columns into uncorrelated ones, ordered by how much of the variance
// each holds. The first few may then stand for all. This notebook shows on real data what the components are, how many
// of them are needed, and where the usual rules go wrong.
//
// ## The answer first
//
// Handwritten digits have 64 columns, the grey values of 8 x 8 pixels. How many directions hold most of what varies
// among them?

// %% Components for a share of the variance
let digits = try Datasets.digits()
let targets = [0.80, 0.90, 0.95, 0.99]
let digitModels = try targets.map { try PCA(components: .variance($0)).fit(digits.features) }
notebook.table(
  columns: ["target", "components", "of columns", "share they hold"],
  rows: zip(targets, digitModels).map { target, model in
    [
      .percent(target, digits: 0), .number(model.componentCount), .number(model.featureCount),
      .percent(model.cumulativeExplainedVarianceRatio.last ?? 0, digits: 2),
    ]
  },
  caption: "\(digits)")

let digitSpectrum = VarianceSpectrum(variances: digitModels[0].eigenvalues)
let chosenCount = Double(digitModels[2].componentCount)
notebook.figure(
  "Digits: the share of the variance that the first components hold",
  Figure(
    xLabel: "components", yLabel: "share of the variance", xRange: 0...64, yRange: 0...1.02,
    layers: [
      .bars(y: digitSpectrum.ratios, label: "each"),
      .line(y: digitSpectrum.cumulativeRatios, label: "together"),
      .line(x: [0, 64], y: [0.95, 0.95], label: "95 %"),
      .line(x: [chosenCount, chosenCount], y: [0, 1.02], label: "k = \(digitModels[2].componentCount)"),
    ]))

// %% [markdown]
// A fifth of the directions hold 80 % of the variance. What the numbers mean, step by step:
//
// ## What are the components? (C23)
//
// Let $S$ be the covariance matrix of the columns. The first component is the unit vector $v$ along which the samples
// vary most: it maximises $v^\top S v$. With a Lagrange multiplier for $v^\top v = 1$ that means $S v = \lambda v$, an
// eigenvector, and the variance along it is the eigenvalue $\lambda$. The others follow, each orthogonal to those
// before. Fitted on the four measurements of 150 irises:

// %% Four measurements of irises
let iris = try Datasets.iris()
let irisModel = try PCA().fit(iris.features)
notebook.show(irisModel.summary)
notebook.table(
  columns: ["measurement"] + (1...irisModel.componentCount).map { "PC\($0)" },
  rows: iris.featureNames.enumerated().map { j, name in
    [.text(name)] + irisModel.components.column(j).map { .number($0, digits: 4) }
  },
  caption: "The components, one a column")
let irisLoadings: [[Double]] = irisModel.loadings.rows.map(Array.init)
notebook.figure(
  "Irises: the loadings of the measurements on the components",
  Figure(
    layers: [
      .heatMap(
        irisLoadings, xNames: (1...4).map { "PC\($0)" }, yNames: iris.featureNames,
        labels: irisLoadings.map { row in row.map { "\((100 * $0).rounded() / 100)" } })
    ]))

// %% [markdown]
// Four things make these vectors what they are, and each can be computed.
//
// The matrix is rebuilt from its eigenvectors, $S = \sum_i \lambda_i v_i v_i^\top$:

// %% The spectral decomposition
let covariance = try iris.features.covariance()
let rebuilt = irisModel.components
  .transposeMultiplied(by: Matrix.diagonal(irisModel.explainedVariance))
  .multiplied(by: irisModel.components)
notebook.check("C23", "largest |S - V'ΛV|", measured: (covariance - rebuilt).maximumMagnitude, atMost: 1e-14)

// %% [markdown]
// The components are orthonormal, $v_i^\top v_j = \delta_{ij}$:

// %% Orthonormal
let products = irisModel.components.rowGram()
notebook.check(
  "C23", "largest |VV' - I|",
  measured: (products - .identity(irisModel.componentCount)).maximumMagnitude, atMost: 1e-14)

// %% [markdown]
// The scores, which are the samples in the new coordinates, are uncorrelated, and their variances are the eigenvalues:

// %% Decorrelated scores
let irisScores = try irisModel.transform(iris.features)
let scoreCovariance = try irisScores.covariance()
notebook.show(scoreCovariance)
notebook.figure(
  "Irises in the plane of the first two components",
  Figure(
    xLabel: "score on PC1 (cm)", yLabel: "score on PC2 (cm)",
    layers: [
      .scatter(x: Array(irisScores.column(0)), y: Array(irisScores.column(1)), classes: iris.namedLabels)
    ]))
notebook.check(
  "C23", "largest |cov(scores) - Λ|",
  measured: (scoreCovariance - .diagonal(irisModel.explainedVariance)).maximumMagnitude, atMost: 1e-13)

// %% [markdown]
// No other direction has more variance than the first component. Ten thousand random directions try:

// %% No direction beats the first component
var generator = SeededGenerator(seed: 23)
let challengers = Matrix.standardNormal(rowCount: 10_000, columnCount: 4, using: &generator)
let challengerVariances = challengers.rows.map { direction in
  let image = covariance.multiplied(by: Array(direction))
  return zip(direction, image).reduce(0) { $0 + $1.0 * $1.1 } / direction.reduce(0) { $0 + $1 * $1 }
}
let bestChallenger = challengerVariances.max() ?? 0
notebook.show(
  "variance along the first component \(irisModel.explainedVariance[0]), best of the random ones \(bestChallenger)")
notebook.check(
  "C23", "best random direction, as a share of λ₁",
  measured: bestChallenger / irisModel.explainedVariance[0], atMost: 1)
notebook.check(
  "C23", "and it comes near", measured: bestChallenger / irisModel.explainedVariance[0], atLeast: 0.99)

// %% [markdown]
// The singular value decomposition of the centred data gives the same without forming $S$: if $X - \bar x = U D
// V^\top$, then $\lambda_i = d_i^2 / (n - 1)$ and the rows of $V^\top$ are the components, up to sign.

// %% The same by singular values
let centered = iris.features.centered(at: try iris.features.columnMeans())
let svd = try centered.singularValueDecomposition()
let fromSingularValues = svd.values.map { $0 * $0 / Double(iris.features.rowCount - 1) }
let byCovariance = try PCA(solver: .covariance).fit(iris.features)
notebook.table(
  columns: ["component", "λ by covariance", "d²/(n-1) by SVD", "|cosine| between the vectors"],
  rows: (0..<4).map { i in
    let cosine = zip(svd.right.row(i), byCovariance.components.row(i)).reduce(0) { $0 + $1.0 * $1.1 }
    return [
      .number(i + 1), .number(byCovariance.explainedVariance[i], digits: 12),
      .number(fromSingularValues[i], digits: 12), .number(abs(cosine), digits: 12),
    ]
  })
let largestDifference = zip(fromSingularValues, byCovariance.explainedVariance).map { abs($0 - $1) }.max() ?? .nan
notebook.check("C23", "largest difference of the eigenvalues", measured: largestDifference, atMost: 1e-13)

// %% [markdown]
// ## How many are enough? (C24)
//
// Each eigenvalue's share of the total is the explained variance ratio; their running sum is the cumulative ratio. Take
// as few components as reach a target. With ratios 0.50, 0.30, 0.10, 0.05, 0.05 that can be done by hand:

// %% The worked example
let worked = VarianceSpectrum(variances: [0.50, 0.30, 0.10, 0.05, 0.05])
notebook.table(
  columns: ["k", "ratio", "cumulative"],
  rows: zip(worked.ratios, worked.cumulativeRatios).enumerated().map { i, ratio in
    [.number(i + 1), .number(ratio.0, digits: 2), .number(ratio.1, digits: 2)]
  })
notebook.check("C24", "components for 80 %", measured: worked.count(reaching: 0.80), expected: 2)
notebook.check("C24", "components for 90 %", measured: worked.count(reaching: 0.90), expected: 3)
notebook.check("C24", "components for 95 %", measured: worked.count(reaching: 0.95), expected: 4)

// %% [markdown]
// Here 0.50 + 0.30 *is* 0.80. In binary arithmetic such a sum may fall short by the last bit, so a ratio counts as
// reached from $10^{-12}$ below. (scikit-learn asks for strictly more than the target, and takes one component more
// when a ratio hits it exactly.)
//
// On the digits:

// %% The digits
for (k, (target, expected)) in zip(digitModels.map(\.componentCount), zip(targets, [13, 21, 29, 41])) {
  notebook.check("C24", "digits, components for \(Int(100 * target)) %", measured: k, expected: expected)
}

// %% [markdown]
// The ratio never falls, because no eigenvalue is negative, and with every component it is 1. Every component here
// means 61, not 64: three pixels are blank in all 1797 digits, and what never varies has no direction of variance.

// %% The whole curve
let allOfDigits = try PCA(components: .variance(1)).fit(digits.features)
let cumulative = allOfDigits.cumulativeExplainedVarianceRatio
notebook.table(
  columns: ["components", "cumulative ratio"],
  rows: [1, 2, 5, 10, 20, 30, 40, 50, 61].map { [.number($0), .number(cumulative[$0 - 1], digits: 6)] })
notebook.show(allOfDigits.report)
let smallestStep = zip(cumulative, cumulative.dropFirst()).map { $1 - $0 }.min() ?? .nan
notebook.check("C24", "smallest step of the cumulative ratio", measured: smallestStep, atLeast: 0)
notebook.check(
  "C24", "the ratio of all components", measured: cumulative.last ?? .nan, expected: 1, tolerance: 1e-12)
notebook.check("C24", "components of non-zero variance", measured: allOfDigits.componentCount, expected: 61)

// %% [markdown]
// What is left out can be measured, too: the mean squared distance between the digits and their reconstructions from
// $k$ components is the sum of the eigenvalues that were dropped (times $(n - 1) / n$, the eigenvalues being unbiased).

// %% What is lost
let digitModel = digitModels[2]
let lost = try digitModel.reconstructionError(of: digits.features)
let n = Double(digits.features.rowCount)
let dropped = digitModel.eigenvalues.dropFirst(digitModel.componentCount).reduce(0, +) * (n - 1) / n
notebook.check("C24", "mean squared error at 95 %", measured: lost, expected: dropped, tolerance: 1e-10)

// %% [markdown]
// ## Standardise first? (C26)
//
// The covariance matrix has the units of the columns. Wines were measured in thirteen ways, and one of them, proline,
// is given in milligrams per litre and runs to 1680; most others are below 10.

// %% Wine as measured
let wine = try Datasets.wine()
let wineCovariance = try PCA().fit(wine.features)
let wineCorrelation = try PCA(on: .correlation).fit(wine.features)
let proline = wine.featureNames.firstIndex(of: "proline") ?? 0
notebook.table(
  columns: ["matrix", "share of PC1", "proline's loading on PC1", "components for 95 %"],
  rows: [("covariance", wineCovariance), ("correlation", wineCorrelation)].map { name, model in
    [
      .text(name), .percent(model.explainedVarianceRatio[0], digits: 2),
      .number(model.components[0, proline], digits: 4), .number(model.explained.count(reaching: 0.95)),
    ]
  })
notebook.check(
  "C26", "covariance: share of the first component", measured: wineCovariance.explainedVarianceRatio[0],
  atLeast: 0.998)
notebook.check(
  "C26", "covariance: its loading on proline", measured: wineCovariance.components[0, proline], atLeast: 0.9998)
notebook.check(
  "C26", "correlation: components for 95 %", measured: wineCorrelation.explained.count(reaching: 0.95), expected: 10)

// %% [markdown]
// On the covariance matrix "the first component of wine" is proline, and one component seems to hold 99.8 % of it all.
// That is a statement about milligrams. Give proline in grams per litre, as one might, and everything changes; the
// correlation matrix, which divides each column by its standard deviation, does not notice.

// %% The same wine in other units
let grams = wine.featureNames.indices.map { $0 == proline ? 1000.0 : 1.0 }
let wineInGrams = wine.features.standardized(center: grams.map { _ in 0 }, scale: grams)
let gramsCovariance = try PCA().fit(wineInGrams)
let gramsCorrelation = try PCA(on: .correlation).fit(wineInGrams)
notebook.table(
  columns: ["matrix", "proline in", "share of PC1", "proline's loading on PC1"],
  rows: [
    ("covariance", "mg/l", wineCovariance), ("covariance", "g/l", gramsCovariance),
    ("correlation", "mg/l", wineCorrelation), ("correlation", "g/l", gramsCorrelation),
  ].map { matrix, unit, model in
    [
      .text(matrix), .text(unit), .percent(model.explainedVarianceRatio[0], digits: 2),
      .number(model.components[0, proline], digits: 4),
    ]
  })
notebook.check(
  "C26", "covariance: proline's loading in grams", measured: abs(gramsCovariance.components[0, proline]), atMost: 0.05)
let correlationChange = (wineCorrelation.components - gramsCorrelation.components).maximumMagnitude
notebook.check("C26", "correlation: largest change of any component", measured: correlationChange, atMost: 1e-12)

// %% [markdown]
// So: standardise when the columns have different units, or when a large spread is an accident of measurement. Do not
// when the columns share a unit and their spread means something, as the grey values of pixels do: standardising would
// raise pixels that are nearly always blank to the rank of the others.
//
// ## The Kaiser rule (C25)
//
// A standardised column has variance 1. So keep the components that hold more than one column does: eigenvalue above 1.
// On the correlation matrix that is a rule.

// %% Kaiser on the correlation matrix
let kaiser = PCA(components: .kaiser, on: .correlation)
let irisInMillimetres = 10 * iris.features
let kaiserCounts = try [iris.features, irisInMillimetres, wine.features, wineInGrams].map {
  try kaiser.fit($0).componentCount
}
notebook.table(
  columns: ["data", "components by Kaiser's rule"],
  rows: zip(
    ["iris in centimetres", "iris in millimetres", "wine, proline in mg/l", "wine, proline in g/l"], kaiserCounts
  ).map { [.text($0), .number($1)] })
notebook.check("C25", "iris", measured: kaiserCounts[0], expected: 1)
notebook.check("C25", "iris in other units", measured: kaiserCounts[1], expected: 1)
notebook.check("C25", "wine", measured: kaiserCounts[2], expected: 3)
notebook.check("C25", "wine in other units", measured: kaiserCounts[3], expected: 3)

// %% [markdown]
// On the covariance matrix it is none: 1 is then one square centimetre, or one square millimetre. The same flowers,
// counted by the same rule on the covariance matrix:

// %% Kaiser on the covariance matrix
let covarianceCounts = try [iris.features, irisInMillimetres].map { x in
  try PCA().fit(x).eigenvalues.count { $0 > 1 }
}
notebook.table(
  columns: ["iris in", "eigenvalues above 1 of the covariance matrix"],
  rows: [
    ["centimetres", .number(covarianceCounts[0])],
    ["millimetres", .number(covarianceCounts[1])],
  ])
notebook.check("C25", "covariance, centimetres", measured: covarianceCounts[0], expected: 1)
notebook.check("C25", "covariance, millimetres", measured: covarianceCounts[1], expected: 4)

// %% [markdown]
// One component or all four, by a change of ruler. The toolkit therefore refuses the rule there, and says why:

// %% The refusal
let refused = [PCA.AnalysedMatrix.correlation, .covariance].filter { matrix in
  do throws(LearningError) {
    _ = try PCA(components: .kaiser, on: matrix).fit(iris.features)
    return false
  } catch {
    notebook.show(error)
    return true
  }
}
notebook.check("C25", "matrices on which the rule is refused", measured: refused.count, expected: 1)

// %% [markdown]
// ## The other rules, side by side (C25)
//
// More rules have been thought of, and each answers a question of its own:
//
// - the **elbow**: where does the scree plot bend? Here, where it is farthest below the line between its ends.
// - the **broken stick**: does a component hold more than the $k$-th longest piece of a stick broken at random,
//   $b_k = \frac{1}{p} \sum_{i=k}^{p} \frac{1}{i}$?
// - **parallel analysis**: is an eigenvalue larger than 95 % of those that as many rows of *uncorrelated* columns give?
// - **Minka's evidence**: with how many components is the data most probable under $x = W z + \varepsilon$, with noise
//   of one variance in all columns?
// - a **reconstruction error**: how many keep the mean squared error below a target?

// %% Every rule's answer for the wines
let wineSelection = try wineCorrelation.componentSelection(using: &generator)
notebook.show(wineSelection)
let thresholds = try ParallelAnalysis().thresholds(
  rowCount: wine.features.rowCount, columnCount: wine.features.columnCount, using: &generator)
let wineSpectrum = VarianceSpectrum(variances: wineCorrelation.eigenvalues)
notebook.figure(
  "Wine: the scree plot of the correlation matrix, and three rules",
  Figure(
    xLabel: "component", yLabel: "eigenvalue",
    layers: [
      .line(y: wineSpectrum.variances, showsPoints: true, label: "eigenvalue"),
      .line(y: thresholds, label: "parallel analysis, 95 %"),
      .line(y: wineSpectrum.brokenStickShares.map { $0 * wineSpectrum.total }, label: "broken stick"),
      .horizontalLine(1, label: "Kaiser"),
      .verticalLine(3, label: "k = 3"),
    ]))
for (rule, expected) in [
  (PCA.ComponentCount.kaiser, 3), (.elbow, 3), (.brokenStick, 2), (.parallelAnalysis(), 3), (.variance(0.95), 10),
] {
  notebook.check("C25", "wine, \(rule)", measured: wineSelection[rule]?.count ?? 0, expected: expected)
}

// %% [markdown]
// Kaiser, elbow and parallel analysis agree on three, and there are three growers. A share of 95 % takes ten: it asks
// how much is lost, not what is there. Minka's evidence does not apply to standardised columns, and says so; on them it
// would keep nearly everything.
//
// Who is right? Only data whose truth is known can tell. Here are 300 rows of 20 columns with three directions of
// variance 9, 4 and 1, under more and more noise:

// %% Rules on data of known rank
let noises = [0.1, 0.5, 1.0, 1.5]
let rulesOnTrial: [PCA.ComponentCount] = [.minka, .elbow, .brokenStick, .variance(0.95)]
let trials = try noises.map { noise in
  let made = try Datasets.lowRankPlusNoise(
    rowCount: 300, columnCount: 20, signalVariances: [9, 4, 1], noise: noise, using: &generator)
  return try PCA().fit(made.features).componentSelection(rulesOnTrial, using: &generator)
}
notebook.table(
  columns: ["standard deviation of the noise"] + rulesOnTrial.map(\.description),
  rows: zip(noises, trials).map { noise, selection in
    [.number(noise, digits: 1)] + selection.answers.map { $0.count.map { .number($0) } ?? "none" }
  },
  caption: "Components kept; the truth is 3")
notebook.check("C25", "Minka, noise 0.1", measured: trials[0][.minka]?.count ?? 0, expected: 3)
notebook.check("C25", "Minka, noise 0.5", measured: trials[1][.minka]?.count ?? 0, expected: 3)
notebook.check("C25", "95 % of the variance, noise 0.1", measured: trials[0][.variance(0.95)]?.count ?? 0, expected: 3)
notebook.check("C25", "95 % of the variance, noise 1.0", measured: trials[2][.variance(0.95)]?.count ?? 0, atLeast: 10)

// %% [markdown]
// Under its own model Minka's evidence finds the truth while the weakest direction stands out at all. The broken stick
// is cautious. A share of the variance is right only when the noise has none of it: from then on it counts noise.
//
// ## Much variance is not much use (C27)
//
// PCA knows nothing of the classes. It keeps what varies, and what varies need not be what matters. In these samples
// three directions vary a lot and mean nothing; the fourth varies least, and tells the classes apart:

// %% Where PCA destroys the classifier
let hidden = try TwoClasses.apartInTheLastDirection(count: 1000, using: &generator)
let split = try trainTestSplit(stratifiedBy: hidden.labels, testShare: 0.5, using: &generator)
let (training, test) = (hidden.selecting(split.training), hidden.selecting(split.test))
let keepingMost = try PCA(components: .variance(0.9)).fit(training.features)
let onAllColumns = try NearestCentroid().fit(training.features, labels: training.labels)
let onComponents = try NearestCentroid().fit(keepingMost.transform(training.features), labels: training.labels)
let accuracyBefore = accuracy(try onAllColumns.predict(test.features), test.labels)
let accuracyAfter = accuracy(try onComponents.predict(keepingMost.transform(test.features)), test.labels)
notebook.table(
  columns: ["nearest centroid on", "variance kept", "accuracy"],
  rows: [
    ["all 4 columns", .percent(1), .percent(accuracyBefore)],
    [
      "\(keepingMost.componentCount) components",
      .percent(keepingMost.cumulativeExplainedVarianceRatio.last ?? 0), .percent(accuracyAfter),
    ],
  ])
let allDirections = try PCA().fit(hidden.features).transform(hidden.features)
notebook.figure(
  "The same samples along the first and second, and along the first and last component",
  Figure(
    xLabel: "PC1", yLabel: "PC2",
    layers: [.scatter(x: Array(allDirections.column(0)), y: Array(allDirections.column(1)), classes: hidden.labels)]),
  Figure(
    xLabel: "PC1", yLabel: "PC4",
    layers: [.scatter(x: Array(allDirections.column(0)), y: Array(allDirections.column(3)), classes: hidden.labels)]),
  width: 960)
notebook.check("C27", "accuracy before", measured: accuracyBefore, atLeast: 0.95)
notebook.check("C27", "accuracy after, near a coin's", measured: accuracyAfter, atMost: 0.6)

// %% [markdown]
// And the other way round: 400 columns, of which one direction tells the classes apart and all else is noise. A
// thousand samples are at hand, but only twenty have labels. The centroids of ten samples a class drown in 400 columns
// of noise; the direction itself can be found without a single label, because it varies more than the noise:

// %% Where dropping noise helps
let faint = TwoClasses.apartInOneOfMany(count: 2000, columnCount: 400, using: &generator)
let labelled = faint.selecting(Array(0..<20))
let unseen = faint.selecting(Array(1000..<2000))
let unlabelled = faint.features.selectingRows(0..<1000)
let onNoise = try NearestCentroid().fit(labelled.features, labels: labelled.labels)
let accuracyWithNoise = accuracy(try onNoise.predict(unseen.features), unseen.labels)
let countingRules: [PCA.ComponentCount] = [.parallelAnalysis(ParallelAnalysis(repetitions: 20)), .elbow]
let ruled = try countingRules.map { rule in
  let model = try PCA(components: rule, on: .correlation).fit(unlabelled, using: &generator)
  let classifier = try NearestCentroid().fit(model.transform(labelled.features), labels: labelled.labels)
  let predicted = try classifier.predict(model.transform(unseen.features))
  return (rule: rule, model: model, accuracy: accuracy(predicted, unseen.labels))
}
notebook.table(
  columns: ["nearest centroid on", "columns", "variance kept", "accuracy"],
  rows: [["all columns", 400, .percent(1), .percent(accuracyWithNoise)]]
    + ruled.map { rule, model, accuracy in
      [
        "components by \(rule)", .number(model.componentCount),
        .percent(model.cumulativeExplainedVarianceRatio.last ?? 0), .percent(accuracy),
      ]
    })
notebook.check("C27", "components by parallel analysis", measured: ruled[0].model.componentCount, expected: 1)
notebook.check("C27", "accuracy on all columns", measured: accuracyWithNoise, atMost: 0.9)
notebook.check("C27", "accuracy on that component", measured: ruled[0].accuracy, atLeast: 0.9)

// %% [markdown]
// One per cent of the variance, and a better classifier than with all of it. (The elbow is fooled here: the eigenvalues
// of 400 columns of noise make a curve that bends by itself. Parallel analysis knows that curve.)
//
// Neither result is a law: the variance of a direction and its use are two things. Where a classifier follows, choose
// the number of components by what the classifier makes of them on rows that it has not seen. That is done, beside the
// share of the variance and beside selections of columns, in [`golden-chain`](../golden-chain/main.swift), which leads to
// this notebook link by link.
notebook.finish()
