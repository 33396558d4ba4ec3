import Classic
import Datasets
import Learning
import LinearAlgebra
import Notebook
import RealModule
import Stats

let notebook = Notebook("regularization")

// %% [markdown]
// # What helps against overfitting?
//
// A model that fits the rows at hand too well does badly on new ones. This notebook shows that happening, and measures
// what helps: penalties on the coefficients (L1 and L2), stopping early, fewer columns, more rows.
//
// Losses are *log losses*, in nats a row: the mean of $-\log p$, with $p$ the probability that the model gave to what
// the row is. Zero is certain and right; $\log 2 = 0.693$ is what a coin gets.
//
// ## The answer first
//
// Is a breast tumour malignant? Thirty measurements of cells tell. A hundred patients to learn from, the other 469 to
// be judged by, and three ways to fit a logistic regression: plain maximum likelihood, and with each of the penalties.

// %% A hundred patients, thirty columns
var generator = SeededGenerator(seed: 14)
let cancer = try Datasets.breastCancer()
let cancerSplit = try trainTestSplit(stratifiedBy: cancer.labels, testShare: 469.0 / 569, using: &generator)
let cancerRows = BinarySample(features: cancer.features, labels: cancer.labels)
let fewPatients = cancerRows.selecting(cancerSplit.training)
let cancerTraining = try fewPatients.standardized(as: fewPatients)
let cancerTest = try cancerRows.selecting(cancerSplit.test).standardized(as: fewPatients)
let cancerPenalties: [(name: String, penalty: CoefficientPenalty)] = [
  ("none", .none), ("L2, strength 1", .l2(1)), ("L1, strength 1", .l1(1)),
]
let cancerModels = try cancerPenalties.map { try LogisticRegression(penalty: $0.penalty).fit(cancerTraining) }
let cancerLosses = try cancerModels.map { try $0.loss(of: cancerTest) }
notebook.table(
  columns: [
    "penalty", "training loss", "test loss", "test accuracy", "largest coefficient", "coefficients that are not 0",
  ],
  rows: try cancerModels.indices.map { k in
    let model = cancerModels[k]
    return [
      .text(cancerPenalties[k].name), .number(try model.loss(of: cancerTraining), digits: 3),
      .number(cancerLosses[k], digits: 3), .percent(try model.accuracy(on: cancerTest)),
      .number(model.coefficients.maximumMagnitude, digits: 1), .number(model.nonzeroCount),
    ]
  })
notebook.show(cancerModels[0].report)
notebook.check(
  "C14", "training loss without a penalty", measured: try cancerModels[0].loss(of: cancerTraining), atMost: 1e-6)
notebook.check(
  "C14", "test loss without a penalty, over that with L2", measured: cancerLosses[0] / cancerLosses[1], atLeast: 4)
notebook.check("C15", "L2: coefficients that are not 0", measured: cancerModels[1].nonzeroCount, expected: 30)
notebook.check("C15", "L1: coefficients that are not 0", measured: cancerModels[2].nonzeroCount, atMost: 15)

// %% [markdown]
// Without a penalty the hundred patients are told apart without an error, the coefficients grow without end, and the
// model is certain of everything. On new patients it errs more often, and its loss is far above a coin's, for it is as
// certain where it errs. A small price on the coefficients mends both. Step by step:
//
// ## Overfitting, seen (C14)
//
// One feature $x$, and a class whose log-odds are a wave. A hundred rows, and polynomials of growing degree in $x$ for
// the log-odds, fitted by maximum likelihood:

// %% Training and validation loss as capacity grows
let degrees = Array(1...14)
let trainings = try (0..<20).map { _ in try Wave.sample(100, using: &generator) }
let validation = try Wave.sample(2000, using: &generator)
let plainCurve = try CapacityCurve(
  degrees: degrees, penalty: .none, trainings: trainings, validation: validation)
let ridgeCurve = try CapacityCurve(
  degrees: degrees, penalty: .l2(0.3), trainings: trainings, validation: validation)
let (plainTraining, plainValidation) = (try plainCurve.medianTraining, try plainCurve.medianValidation)
let (ridgeTraining, ridgeValidation) = (try ridgeCurve.medianTraining, try ridgeCurve.medianValidation)
let bestDegree = degrees.indices.min { plainValidation[$0] < plainValidation[$1] } ?? 0
notebook.table(
  columns: ["degree", "training loss", "validation loss", "gap", "training, L2 0.3", "validation, L2 0.3"],
  rows: degrees.indices.filter { $0 % 2 == 0 || $0 == 13 }.map { k in
    [
      .number(degrees[k]), .number(plainTraining[k], digits: 3), .number(plainValidation[k], digits: 3),
      .number(plainValidation[k] - plainTraining[k], digits: 3), .number(ridgeTraining[k], digits: 3),
      .number(ridgeValidation[k], digits: 3),
    ]
  }, caption: "Medians over 20 samples of 100 rows; the validation sample has 2000 rows")
let places = grid(-1, 1, count: 201)
let curves = try [1, 3, 14].map { degree in
  let rows = BinarySample(features: legendre(trainings[0].x, degree: degree), labels: trainings[0].labels)
  let model = try LogisticRegression(penalty: .none).fit(rows)
  return try model.probabilities(for: legendre(places, degree: degree)).column(1)
}
notebook.figure(
  "Overfitting: losses against the degree, and three fits of one sample",
  Figure(
    title: "median losses", xLabel: "degree of the polynomial", yLabel: "log loss, nats a row", yRange: 0.2...0.8,
    layers: [
      .line(x: degrees.map(Double.init), y: plainTraining, showsPoints: true, label: "training"),
      .line(x: degrees.map(Double.init), y: plainValidation, showsPoints: true, label: "validation"),
      .line(x: degrees.map(Double.init), y: ridgeValidation, showsPoints: true, label: "validation, L2"),
    ]),
  Figure(
    title: "one sample of 100", xLabel: "x", yLabel: "probability of class 1", yRange: -0.05...1.05,
    layers: [
      .points(x: trainings[0].x, y: trainings[0].labels.map(Double.init), label: "rows"),
      .line(x: places, y: places.map(Wave.probability), label: "truth"),
      .line(x: places, y: Array(curves[0]), label: "degree 1"),
      .line(x: places, y: Array(curves[1]), label: "degree 3"),
      .line(x: places, y: Array(curves[2]), label: "degree 14"),
    ]),
  width: 960)
notebook.check(
  "C14", "largest rise of any training loss by one more degree", measured: plainCurve.largestRise, atMost: 1e-8)
notebook.check(
  "C14", "validation loss, degree 1 over the best",
  measured: plainValidation[0] / plainValidation[bestDegree], atLeast: 1.1)
notebook.check(
  "C14", "validation loss, degree 14 over the best",
  measured: plainValidation[13] / plainValidation[bestDegree], atLeast: 1.2)
notebook.check("C14", "degree of the lowest validation loss", measured: degrees[bestDegree], expected: 3)

// %% [markdown]
// More columns never raise the training loss; the validation loss falls, and then rises. Two popular sentences are
// loose, and the table says so:
//
// - *"A gap between training and validation loss means overfitting."* The best degree has a gap, too: a model always
//   does better on the rows that made it, by about the number of its coefficients over the number of rows. What counts
//   is whether the validation loss could be lower.
// - *"Many parameters overfit."* The same fourteen columns, with a penalty, do nearly as well as the best degree. What
//   counts is how free the coefficients are. The *effective degrees of freedom* measure that: the trace of
//   $(H + l_2 D)^{-1} H$, with $H$ the curvature of the loss and $D$ the diagonal that spares the intercept.

// %% What the two sentences miss
let gap = mean(
  trainings.indices.map { plainCurve.validation[$0][bestDegree] - plainCurve.training[$0][bestDegree] })
let ridgeFeatures = legendre(trainings[0].x, degree: 14)
let ridgeModel = try LogisticRegression(penalty: .l2(0.3)).fit(ridgeFeatures, labels: trainings[0].labels)
let ridgeProbabilities = Array(try ridgeModel.probabilities(for: ridgeFeatures).column(1))
let ridgeCurvature = information(ridgeFeatures, probabilities: ridgeProbabilities)
let freedoms = try [0, 0.3, 3, 30].map { ($0, try effectiveDegreesOfFreedom(ridgeCurvature, l2: $0)) }
notebook.table(
  columns: ["L2 strength", "effective degrees of freedom"],
  rows: freedoms.map { [.number($0.0), .number($0.1, digits: 2)] }, 
  caption: "Fourteen columns and an intercept, 100 rows")
notebook.check(
  "C14", "mean gap at the best degree", measured: gap, expected: Double(degrees[bestDegree] + 1) / 100, tolerance: 0.03)
notebook.check(
  "C14", "effective degrees of freedom, strength 0", measured: freedoms[0].1, expected: 15, tolerance: 1e-6)
notebook.check("C14", "effective degrees of freedom, strength 0.3", measured: freedoms[1].1, atMost: 11)
notebook.check(
  "C14", "validation loss of degree 14 with L2, over the best without",
  measured: ridgeValidation[13] / plainValidation[bestDegree], atMost: 1.05)

// %% [markdown]
// How many columns are too many? With labels that are coin flips and columns of noise there is nothing to learn, and
// yet a hyperplane tells 40 rows apart without an error as soon as there are columns enough. Cover counted in 1965:
// with $d$ columns and an intercept the probability is that of at most $d$ heads in $n - 1$ tosses of a coin, whatever
// the columns are, as long as no more rows than $d + 1$ lie on one hyperplane. At $n = 2(d + 1)$ it is one half.

// %% Cover's theorem
let columnCounts = [10, 16, 19, 22, 28]
let flips = try columnCounts.map { try CoinFlips(rows: 40, columns: $0, repeats: 100, using: &generator) }
let tosses = try Binomial(trials: 39, probability: 0.5)
notebook.table(
  columns: ["columns of noise", "samples of 40 rows fitted without an error", "Cover's probability"],
  rows: zip(columnCounts, flips).map { d, flips in
    [.number(d), .percent(flips.separatedShare, digits: 0), .percent(tosses.cumulative(d), digits: 1)]
  })
for (d, flips) in zip(columnCounts, flips) {
  notebook.check(
    "C14", "\(d) columns: share fitted without an error", measured: flips.separatedShare,
    expected: tosses.cumulative(d), tolerance: 0.15)
}

// %% [markdown]
// ## L1 against L2 (C15)
//
// Two prices on coefficients: $l_2/2 \sum_j \beta_j^2$, and $l_1 \sum_j |\beta_j|$. Of 462 men in South Africa 160 had
// a heart attack; nine features are known of each. All are standardised, so that the penalty means the same for each.
// From right to left the penalty grows weaker:

// %% The paths of the coefficients
let heart = try Datasets.saHeart()
let men = try heart.standardized()
let heartNames = heart.featureNames
let lassoStrengths = geometricGrid(0.5, 90, count: 40)
let ridgeStrengths = geometricGrid(0.5, 20_000, count: 40)
let lasso = try LogisticRegression().path(
  men.features, labels: men.labels, strengths: .given(lassoStrengths), mixing: 1)
let ridgePath = try LogisticRegression().path(
  men.features, labels: men.labels, strengths: .given(ridgeStrengths), mixing: 0)
notebook.figure(
  "South African heart disease: coefficients against the strength of the penalty",
  lasso.figure(title: "L1", xLabel: "l1", names: heartNames, legend: .below),
  ridgePath.figure(title: "L2", xLabel: "l2", names: heartNames, legend: .below),
  width: 960)
let plainHeart = try LogisticRegression(penalty: .none).fit(men)
let heartInference = try plainHeart.core.inference(names: heartNames)
notebook.show(heartInference)
notebook.show("L1 lets in, in this order: \(lasso.orderOfEntry.map { heartNames[$0] }.joined(separator: ", "))")

// %% [markdown]
// L1 starts with nothing, and lets in one feature after the other. L2 never leaves one out, however strong it is.
// Where the first comes in can be computed: without features every man has the probability $\bar p = 160/462$, and
// there the loss has the slope $g_j = |\sum_i x_{ij} (\bar p - y_i)|$ along feature $j$. A feature is worth its price
// when its slope exceeds $l_1$. The same rule holds on the whole path, and it is why zeros are exact: a zero
// coefficient stays zero as long as the slope is *below* the price, and every other one sits where both are equal.

// %% Why zeros are exact
let firstSlopes = men.features.transposeMultiplied(by: men.labels.map { 160 / 462.0 - Double($0) }).map { abs($0) }
let firstStrength = firstSlopes.max() ?? .nan
let justAbove = try LogisticRegression(penalty: .l1(1.0001 * firstStrength)).fit(men)
let justBelow = try LogisticRegression(penalty: .l1(0.999 * firstStrength)).fit(men)
let middle = try LogisticRegression(penalty: .l1(20)).fit(men)
let middleResiduals = zip(try middle.probabilities(for: men.features).column(1), men.labels).map { $0 - Double($1) }
let middleSlopes = men.features.transposeMultiplied(by: middleResiduals).map { abs($0) }
notebook.table(
  columns: ["feature", "coefficient at l1 = 20", "slope of the loss"],
  rows: heartNames.indices.map {
    [.text(heartNames[$0]), .number(middle.weights[$0], digits: 4), .number(middleSlopes[$0], digits: 4)]
  })
let zeros = heartNames.indices.filter { middle.weights[$0] == 0 }
notebook.check("C15", "features in at 1.0001 times the largest slope", measured: justAbove.nonzeroCount, expected: 0)
notebook.check("C15", "features in at 0.999 times", measured: justBelow.nonzeroCount, expected: 1)
notebook.check("C15", "l1 = 20: features left out", measured: zeros.count, expected: 4)
notebook.check("C15", "largest slope of those", measured: zeros.map { middleSlopes[$0] }.max() ?? .nan, atMost: 20)
notebook.check(
  "C15", "largest distance from 20 of the others",
  measured: heartNames.indices.filter { middle.weights[$0] != 0 }.map { abs(middleSlopes[$0] - 20) }.max() ?? .nan,
  atMost: 1e-4)
notebook.check(
  "C15", "L2: coefficients that are zero anywhere on the path",
  measured: ridgePath.models.reduce(0) { $0 + $1.weights.count - $1.nonzeroCount }, expected: 0)
let heartRows = heartInference.rows.dropFirst()
let significant = zip(heartNames.indices, heartRows).filter { ($1.pValue ?? 1) < 0.05 }.map(\.0)
notebook.check(
  "C15", "of the first five that L1 lets in, significant at 5 % without a penalty",
  measured: lasso.orderOfEntry.prefix(5).count { significant.contains($0) }, expected: 5)

// %% [markdown]
// The five features that L1 lets in first are the five whose p-values are small; that is usual, and no theorem. Another
// loose sentence: *"a penalty shrinks every coefficient towards zero, so signs stay."* It shrinks the vector. `obesity`
// and `adiposity` measure nearly the same. Without a penalty obesity is *good* for the heart, given adiposity. With a
// strong L2 penalty, which spreads what correlated features share, its coefficient changes sign on its way; so it grows
// before it falls. (No path says which sign is true: the two ask different questions.)

// %% Signs need not stay
let obesity = heartNames.firstIndex(of: "obesity") ?? 0
let obesityPath = Array(ridgePath.coefficients.column(obesity))
// From the strongest penalty to the weakest.
let norms = ridgePath.models.map { dot($0.weights, $0.weights).squareRoot() }
notebook.check("C15", "obesity, l2 = 0.5", measured: obesityPath.last ?? .nan, atMost: -0.2)
notebook.check("C15", "obesity, largest on the path", measured: obesityPath.max() ?? .nan, atLeast: 0.01)
notebook.check(
  "C15", "norm of all coefficients: largest rise as l2 grows",
  measured: zip(norms, norms.dropFirst()).map { $0 - $1 }.max() ?? .nan, atMost: 0)

// %% [markdown]
// ### Correlated features
//
// What if a column is there twice? The sum of the two coefficients is what predictions depend on, so the question is
// how it is shared. L2 is cheapest when both are equal: it shares evenly. To L1 every split of the same sign costs the
// same, so that the optimum is a whole line of answers, and a solver returns one of them.

// %% A column twice
let tobacco = heartNames.firstIndex(of: "tobacco") ?? 0
let twice = men.selecting(columns: Array(heartNames.indices) + [tobacco])
let twins = [tobacco, heartNames.count]
let twiceRidge = try LogisticRegression(penalty: .l2(10)).fit(twice)
let twiceLasso = try LogisticRegression(penalty: .l1(10)).fit(twice)
let onceLasso = try LogisticRegression(penalty: .l1(10)).fit(men)
notebook.table(
  columns: ["penalty", "tobacco", "its copy", "sum"],
  rows: [("L2, strength 10", twiceRidge), ("L1, strength 10", twiceLasso)].map { name, model in
    let pair = twins.map { model.weights[$0] }
    return [.text(name)] + [pair[0], pair[1], pair[0] + pair[1]].map { .number($0, digits: 4) }
  })
let splits = [0, 0.25, 0.5, 1].map { share in
  var weights = onceLasso.weights + [0]
  weights[twins[1]] = share * weights[tobacco]
  weights[tobacco] *= 1 - share
  let loss = LogisticSum(sample: twice).value(at: onceLasso.intercepts + weights)
  return loss + 10 * weights.reduce(0) { $0 + abs($1) }
}
notebook.check(
  "C15", "L2: difference of the two", measured: abs(twiceRidge.weights[twins[0]] - twiceRidge.weights[twins[1]]),
  atMost: 1e-7)
notebook.check(
  "C15", "L1: sum of the two less the coefficient without the copy",
  measured: twiceLasso.weights[twins[0]] + twiceLasso.weights[twins[1]] - onceLasso.weights[tobacco],
  expected: 0, tolerance: 1e-5)
notebook.check(
  "C15", "L1: objective of four splits, largest difference",
  measured: (splits.max() ?? .nan) - (splits.min() ?? .nan), atMost: 1e-9)

// %% [markdown]
// Real columns are seldom equal, and often nearly so. Radius, perimeter and area of a nucleus correlate with 0.98 and
// more. *"L1 finds the features that matter"*: it finds a set of features that predicts, and another one when the
// patients are drawn again (with replacement: a bootstrap). With some L2 beside it, the *elastic net*, correlated
// features come in together.

// %% Choices of 30 bootstrap samples
let patients = try cancer.standardized()
let sizes = ["worst radius", "worst perimeter", "worst area"].compactMap { cancer.featureNames.firstIndex(of: $0) }
let lassoChoices = try Stability(.l1(10), patients, resamples: 30, using: &generator)
let netChoices = try Stability(.elasticNet(l1: 10, l2: 10), patients, resamples: 30, using: &generator)
let unsteady = cancer.featureNames.indices.filter { (0.1...0.9).contains(lassoChoices.frequency(of: $0)) }
notebook.table(
  columns: ["how often chosen", "L1, 10", "elastic net, 10 and 10"],
  rows: Set(unsteady + sizes).sorted().map { feature in
    [.text(cancer.featureNames[feature])]
      + [lassoChoices, netChoices].map { .percent($0.frequency(of: feature), digits: 0) }
  } + [
    ["one of the three worst sizes, no more"]
      + [lassoChoices, netChoices].map { .percent($0.shareWithOneOf(sizes), digits: 0) },
    ["features chosen, mean"] + [lassoChoices, netChoices].map { .number($0.meanCount, digits: 1) },
    ["agreement of two choices"] + [lassoChoices, netChoices].map { .number($0.agreement, digits: 2) },
    ["correlation of two predictions"] + [lassoChoices, netChoices].map { .number($0.predictionAgreement, digits: 3) },
  ],
  caption: "Features on which L1 is of two minds, and the sizes; 30 bootstrap samples")
notebook.check("C15", "L1: agreement of two choices", measured: lassoChoices.agreement, atMost: 0.75)
notebook.check("C15", "elastic net: agreement of two choices", measured: netChoices.agreement, atLeast: 0.8)
notebook.check(
  "C15", "L1: one of the three worst sizes, no more", measured: lassoChoices.shareWithOneOf(sizes), atLeast: 0.6)
notebook.check(
  "C15", "elastic net: all three of them",
  measured: sizes.map { netChoices.frequency(of: $0) }.min() ?? .nan, atLeast: 0.9)
notebook.check("C15", "L1: correlation of two predictions", measured: lassoChoices.predictionAgreement, atLeast: 0.98)

// %% [markdown]
// (*Agreement* is the number of features that both samples choose over the number that either does.) The choices
// change, the predictions do not. So read a list of features from L1 as one of many that would do.
//
// ## Multicollinearity (C16)
//
// Two features with the correlation $\rho$, a third without, coefficients ½, ½ and -½, 400 rows. How well are the
// coefficients known? The curvature $H$ of the loss answers: its *condition number*, the ratio of its largest to its
// smallest eigenvalue, tells how much flatter one direction is than another, and $H^{-1}$ is the covariance of the
// estimates. With a penalty it is $(H + l_2 D)^{-1} H (H + l_2 D)^{-1}$. The simulation draws the labels 200 times.

// %% Spread of the coefficients, by formula and by simulation
let correlations = [0, 0.9, 0.99]
var spreads: [(correlation: Double, l2: Double, spread: CoefficientSpread, excess: Double, broken: Double)] = []
for correlation in correlations {
  let design = CorrelatedDesign(correlation: correlation, rows: 400, using: &generator)
  let alike = try CorrelatedDesign(correlation: correlation, rows: 4000, using: &generator).sample(using: &generator)
  let apart = try CorrelatedDesign(correlation: 0, rows: 4000, using: &generator).sample(using: &generator)
  for l2 in [0.0, 5] {
    let spread = try CoefficientSpread(design, l2: l2, repeats: 200, using: &generator)
    spreads.append((correlation, l2, spread, try spread.excessLoss(on: alike), try spread.excessLoss(on: apart)))
  }
}
notebook.table(
  columns: [
    "correlation", "l2", "condition number", "sd of β₁, formula", "simulated", "error of β₁", "sd of β₁ + β₂",
  ],
  rows: spreads.map { correlation, l2, spread, _, _ in
    [
      .number(correlation, digits: 2), .number(l2, digits: 0), .number(spread.conditionNumber, digits: 1),
      .number(spread.formula[0], digits: 3), .number(spread.simulated[0], digits: 3),
      .number(spread.error[0], digits: 3), .number(spread.spreadOfSum, digits: 3),
    ]
  }, caption: "sd: standard deviation; error: root mean square distance from the true ½")
notebook.figure(
  "Coefficients of two features whose correlation is 0.99, in 200 samples",
  spreads[4].spread.figure("maximum likelihood"), spreads[5].spread.figure("l2 = 5"), width: 800)
for spread in spreads {
  notebook.check(
    "C16", "correlation \(spread.correlation), l2 \(spread.l2): simulated sd over the formula",
    measured: spread.spread.simulated[0] / spread.spread.formula[0], expected: 1, tolerance: 0.2)
}
notebook.check(
  "C16", "sd at 0.99 over sd at 0: 1/√(1 - 0.99²) is 7.09",
  measured: spreads[4].spread.simulated[0] / spreads[0].spread.simulated[0],
  expected: 7.09, tolerance: 1.5)
notebook.check(
  "C16", "condition number at 0.99: without over with L2",
  measured: spreads[4].spread.conditionNumber / spreads[5].spread.conditionNumber, atLeast: 4)
notebook.check(
  "C16", "error at 0.99, with L2 over without",
  measured: spreads[5].spread.error[0] / spreads[4].spread.error[0], atMost: 0.4)
notebook.check(
  "C16", "error at 0, with L2 over without: nothing gained",
  measured: spreads[1].spread.error[0] / spreads[0].spread.error[0], expected: 1, tolerance: 0.1)

// %% [markdown]
// The variance of a coefficient grows by the *variance inflation factor* $1/(1 - \rho^2)$; what $\beta_1$ gains
// $\beta_2$ loses, and their sum is as well known as ever. L2 adds the same curvature to every direction, which is much
// for the flat one and little for the others.
//
// *"Multicollinearity harms predictions"* is loose: it harms coefficients. New rows that correlate as the old ones do
// are predicted as well as without; rows in which the features part are not.

// %% Predictions under multicollinearity
notebook.table(
  columns: ["correlation", "l2", "excess loss, rows alike", "excess loss, features apart"],
  rows: spreads.map { correlation, l2, _, excess, broken in
    [.number(correlation, digits: 2), .number(l2, digits: 0), .number(excess, digits: 4), .number(broken, digits: 4)]
  }, caption: "Mean loss above that of the true coefficients, in nats a row")
notebook.check(
  "C16", "excess loss at 0.99 over that at 0, rows alike",
  measured: spreads[4].excess / spreads[0].excess, expected: 1, tolerance: 0.5)
notebook.check(
  "C16", "excess loss at 0.99, features apart over alike", measured: spreads[4].broken / spreads[4].excess, atLeast: 5)
notebook.check("C16", "the same with L2, over without", measured: spreads[5].broken / spreads[4].broken, atMost: 0.4)

// %% [markdown]
// ## The other remedies (C17)
//
// The men again, with the products of every two features: 53 columns and 100 men, more than the data can bear. On the
// same rows each remedy is tried; the loss is that of 116 men whom none of them has seen, over 9 random splits.

// %% Eight remedies on the same rows
let products = try men.withProducts()
let trial = try RemedyTrial(products, simpleCount: 9, few: 100, repeats: 9, using: &generator)
let constantLoss = mean(trial.constant)
let remedyLosses = try Remedy.allCases.map { remedy in
  (training: try (trial.training[remedy] ?? []).median(), test: try (trial.test[remedy] ?? []).median())
}
notebook.table(
  columns: ["remedy", "training loss", "test loss"],
  rows: zip(Remedy.allCases, remedyLosses).map { remedy, loss in
    [.text(remedy.rawValue), .number(loss.training, digits: 3), .number(loss.test, digits: 3)]
  } + [["the same probability for everyone", "", .number(constantLoss, digits: 3)]],
  caption: "Medians over 9 splits, in nats a row")
notebook.figure(
  "Seven remedies: the loss of new men (dashed: the same probability for everyone)",
  Figure(
    yLabel: "test loss, nats a row", yRange: 0...0.8, xNames: Remedy.allCases.dropFirst().map(\.shortName),
    legend: .hidden,
    layers: [.bars(y: remedyLosses.dropFirst().map(\.test)), .horizontalLine(constantLoss)]))
notebook.check("C17", "without a remedy: test loss", measured: remedyLosses[0].test, atLeast: 5 * constantLoss)
for (remedy, loss) in zip(Remedy.allCases, remedyLosses).dropFirst() {
  switch remedy {
  case .none, .earlyStopping, .components, .moreData:
    notebook.check(
      "C17", "\(remedy.rawValue): test loss over that without a remedy", measured: loss.test / remedyLosses[0].test,
      atMost: 0.05)
  case .l2, .l1, .simpler, .moreDataAndL2:
    notebook.check("C17", "\(remedy.rawValue): test loss", measured: loss.test, atMost: constantLoss - 0.01)
  }
}
let moreRows = Remedy.allCases.firstIndex(of: .moreData) ?? 0
notebook.check("C17", "more rows alone: test loss", measured: remedyLosses[moreRows].test, atLeast: constantLoss)

// %% [markdown]
// Every remedy takes away the worst, by far. But a loss clearly below that of a model that says the same of everyone is
// reached here only by those that hold *each* coefficient back, or leave it out. Early stopping has the loss of 25 men
// to go by, a shaky judge; PCA keeps what varies, not what tells the ill from the healthy.
//
// *"More data cures overfitting"*: it does, if there are enough of them. Here 3.5 times the rows are not, and the model
// is still worse than saying the same of everyone. And the simplest remedy is among the best: somebody who knew that
// the products say little would have left them out.
//
// ### Early stopping, seen
//
// Gradient descent starts at zero and follows the loss downhill, the steep directions first. Stopped early it has not
// yet come to the flat ones, where the noise is. Which epoch is best, rows that were set aside must say:

// %% Losses against epochs
let stopSplit = try trainTestSplit(stratifiedBy: products.labels, testShare: 0.75, using: &generator)
let stopRows = products.selecting(stopSplit.training)
let stopTraining = try stopRows.standardized(as: stopRows)
let stopHeldOut = try products.selecting(stopSplit.test).standardized(as: stopRows)
let stopped = try EarlyStopping(training: stopTraining, heldOut: stopHeldOut, patience: 600, using: &generator)
let epochs = stopped.heldOut.indices.dropFirst().map(Double.init)
notebook.figure(
  "Early stopping: losses along gradient descent",
  Figure(
    xLabel: "epoch", yLabel: "log loss, nats a row", yRange: 0.2...0.8, xScale: .logarithmic,
    layers: [
      .line(x: epochs, y: Array(stopped.training.dropFirst()), label: "training, 116 men"),
      .line(x: epochs, y: Array(stopped.heldOut.dropFirst()), label: "set aside, 346 men"),
      .verticalLine(Double(stopped.epochs), label: "best epoch"),
    ]))
let stoppedWeights = Array(stopped.point.dropFirst())
let nearby = try geometricGrid(0.1, 1000, count: 41).map { strength in
  (strength: strength, weights: try LogisticRegression(penalty: .l2(strength)).fit(stopTraining).weights)
}
let alike = nearby.min { distance($0.weights, stoppedWeights) < distance($1.weights, stoppedWeights) }
let alikeWeights = alike?.weights ?? []
notebook.show("best epoch: \(stopped.epochs); the nearest L2 fit has l2 = \(alike?.strength ?? .nan)")
notebook.check("C17", "best epoch", measured: stopped.epochs, atLeast: 2)
notebook.check(
  "C17", "loss set aside, at the last epoch over the best",
  measured: (stopped.heldOut.last ?? .nan) / stopped.heldOut[stopped.epochs],
  atLeast: 1.2)
notebook.check(
  "C17", "cosine between the stopped coefficients and those of L2", measured: cosine(stoppedWeights, alikeWeights),
  atLeast: 0.9)
notebook.check(
  "C17", "their distance over their length: alike, not the same",
  measured: distance(stoppedWeights, alikeWeights) / dot(alikeWeights, alikeWeights).squareRoot(), atLeast: 0.01)

// %% [markdown]
// *"Early stopping is L2 in disguise"*: nearly. Both hold back the flat directions most, and there is an L2 penalty
// that gives nearly the same coefficients, but not quite the same.
//
// ## The Bayesian reading (C18)
//
// Let the coefficients be random, too. If each is normal beforehand with mean 0 and variance $\tau^2$, the logarithm of
// its density is $-\beta^2 / 2\tau^2$ and a constant: an L2 penalty with $l_2 = 1/\tau^2$. If each has the Laplace
// density with scale $b$, it is $-|\beta|/b$: an L1 penalty with $l_1 = 1/b$. So the penalised fit is the mode of the
// posterior, its *MAP* estimate. Here the posterior is written down with the distributions themselves, and its top
// found by a search that knows neither penalties nor derivatives. Eighty men, two features:

// %% Two priors, each by two ways
let age = heartNames.firstIndex(of: "age") ?? 0
let eighty = men.selecting(0..<80).selecting(columns: [age, obesity])
let (priorL2, priorL1) = (10.0, 8.0)
let normalPrior = try Normal(mean: 0, standardDeviation: (1 / priorL2).squareRoot())
let laplacePrior = try Laplace(location: 0, scale: 1 / priorL1)
let beliefs = [LogPosterior(sample: eighty, prior: normalPrior), LogPosterior(sample: eighty, prior: laplacePrior)]
let beliefPenalties: [CoefficientPenalty] = [.l2(priorL2), .l1(priorL1)]
let tops = try beliefs.map { try $0.maximum(from: [0, 0, 0]) }
let penalised = try beliefPenalties.map { penalty in
  let model = try LogisticRegression(penalty: penalty).fit(eighty)
  return model.intercepts + model.weights
}
notebook.table(
  columns: ["estimate", "intercept", "age", "obesity"],
  rows: [
    ("top of the posterior, \(normalPrior)", tops[0]), ("fit with l2 = 10", penalised[0]),
    ("top of the posterior, \(laplacePrior)", tops[1]), ("fit with l1 = 8", penalised[1]),
  ].map { name, point in [.text(name)] + point.map { .number($0, digits: 6) } })
notebook.check(
  "C18", "normal prior: largest difference of the two ways",
  measured: largestDifference(tops[0], penalised[0]), atMost: 1e-5)
notebook.check(
  "C18", "Laplace prior: largest difference", measured: largestDifference(tops[1], penalised[1]), atMost: 1e-5)
let mixedUp = try LogPosterior(sample: eighty, prior: Normal(mean: 0, standardDeviation: priorL2.squareRoot()))
notebook.check(
  "C18", "variance l2 taken for 1/l2: largest difference",
  measured: largestDifference(try mixedUp.maximum(from: [0, 0, 0]), penalised[0]), atLeast: 0.05)
let plainEighty = try LogisticRegression(penalty: .none).fit(eighty).weights
notebook.figure(
  "The posterior of two coefficients, in shares of its largest density",
  try posteriorFigure("normal prior", beliefs[0], top: tops[0], likelihoodTop: plainEighty),
  try posteriorFigure("Laplace prior", beliefs[1], top: tops[1], likelihoodTop: plainEighty), width: 960)

// %% [markdown]
// The Laplace prior puts a ridge along each axis, and the top can sit exactly on it. From that comes the loose sentence
// *"a Laplace prior believes that coefficients are zero"*. It does not: zero has no probability at all, before the data
// or after. Only the *highest point* of the posterior is zero; its mean is not.

// %% The mode is zero, the belief is not
let draws = laplacePrior.samples(10_000, using: &generator)
let axis = grid(-1.5, 1.5, count: 601)
let logDensities = try axis.map { try beliefs[1]([tops[1][0], tops[1][1], $0]) }
let highest = logDensities.max() ?? .nan
let densities = logDensities.map { Double.exp($0 - highest) }
let total = densities.reduce(0, +)
let posteriorMean = dot(axis, densities) / total
let aboveZero = zip(axis, densities).filter { $0.0 > 0 }.reduce(0) { $0 + $1.1 } / total
notebook.table(
  columns: ["obesity, given the others", "value"],
  rows: [
    ["mode of the posterior", .number(axis[densities.firstIndex(of: 1) ?? 0], digits: 4)],
    ["mean of the posterior", .number(posteriorMean, digits: 4)],
    ["probability of a positive coefficient", .percent(aboveZero)],
  ])
notebook.check("C18", "zeros among 10,000 draws from the Laplace prior", measured: draws.count { $0 == 0 }, expected: 0)
notebook.check(
  "C18", "mode of the posterior", measured: axis[densities.firstIndex(of: 1) ?? 0], expected: 0, tolerance: 1e-12)
notebook.check("C18", "distance of its mean from 0", measured: abs(posteriorMean), atLeast: 0.005)

// %% [markdown]
// So a penalty is a prior belief, and its strength says how large effects are expected to be. What it is not is a
// license to read zeros as findings: for that, ask how often they come back.
notebook.finish()
