import Classic
import Datasets
import Decomposition
import Learning
import LinearAlgebra
import Notebook
import RealModule
import Stats

let notebook = Notebook("golden-chain")

// %% [markdown]
// # From a binary classifier to principal components, in one chain
//
// A *binary classifier* that is any good is soon a *logistic regression*; it is fitted by *maximum likelihood*, which
// is the same as the least *cross-entropy*, found by *gradient descent*; it needs *regularisation*, because it
// *overfits*; how much of it, *cross-validation* tells; and columns that repeat each other ask for *principal
// components*, whose number one reads from the *cumulative explained variance*. These ten are usually told one by one.
// This notebook tells them as one story, on one data set, and each link uses what the last one made.
//
// ## The answer first
//
// 569 patients had a lump in the breast; 30 measurements of the nuclei of its cells say whether it was malignant. A
// third of the patients are put away until the end. This is the end of the chain, fitted on the others:

// %% The whole chain
var generator = SeededGenerator(seed: 28)
let cancer = try Datasets.breastCancer()
let split = try trainTestSplit(stratifiedBy: cancer.namedLabels, testShare: 1.0 / 3, using: &generator)
let x = cancer.features.selectingRows(split.training)
let y = split.training.map { cancer.namedLabels[$0] }
let sealedX = cancer.features.selectingRows(split.test)
let sealedY = split.test.map { cancer.namedLabels[$0] }

let chain = StandardScaler().then(PCA(components: .count(6))).then(LogisticRegression(penalty: .l2(1)))
let chainModel = try chain.fit(x, labels: y)
notebook.show(try ConfusionMatrix(of: chainModel.predict(sealedX), labels: sealedY))
let sealedAccuracy = try accuracy(of: chainModel.predict(sealedX), labels: sealedY)
notebook.check("C1", "accuracy on patients that nothing was learned from", measured: sealedAccuracy, atLeast: 0.94)

// %% [markdown]
// Three steps, two numbers: six components, and a penalty of strength 1. Where do they come from? Link by link.
//
// ## 1. A binary classifier (C1)
//
// Which class is a patient in: malignant, or benign? The least that one can do is to say "benign" to everybody, for
// most are. The next is a rule with one measurement: malignant from some value on. What is the best such rule among
// all thirty measurements and all values?

// %% Nothing, and one measurement
let isMalignant = y.map { $0 == "malignant" }
let benignShare = Double(isMalignant.count { !$0 }) / Double(y.count)
let stumps = cancer.featureNames.indices.map { Stump(bestFor: isMalignant, column: $0, of: x) }
let bestStump = stumps.max { $0.accuracy < $1.accuracy } ?? stumps[0]
let bestName = cancer.featureNames[bestStump.column]
notebook.table(
  columns: ["rule", "right on the patients at hand"],
  rows: [
    ["benign, always", .percent(benignShare)],
    [.text("malignant from \(bestName) = \(bestStump.cutOff.formatted(digits: 1)) on"), .percent(bestStump.accuracy)],
  ])
notebook.check("C1", "one measurement", measured: bestStump.accuracy, atLeast: 0.88)
notebook.check("C1", "less what saying benign has", measured: bestStump.accuracy - benignShare, atLeast: 0.25)

// %% [markdown]
// A rule says yes or no; it does not say how sure it is, and it cannot weigh one measurement against another. Both are
// asked of the next link.
//
// ## 2. Logistic regression (C2)
//
// It gives a probability, and lets several measurements vote: $\log \frac{p}{1-p} = b + w^\top x$. Three of them, which
// tell different things (how large the nuclei are, how they look, how dented they are):

// %% Three measurements
let threeNames = ["mean radius", "mean texture", "mean concave points"]
let threeColumns = threeNames.compactMap { cancer.featureNames.firstIndex(of: $0) }
let scaler = try StandardScaler().fit(x)
let three = try scaler.transform(x).selectingColumns(threeColumns)
let threeModel = try LogisticRegression(penalty: .none).fit(three, labels: y)
notebook.show(try threeModel.core.inference(names: threeNames))
let threeProbabilities = Array(try threeModel.probabilities(for: three).column(1))
let byHand = VectorMath.sigmoid(
  three.multiplied(by: Array(threeModel.core.coefficients.row(0))).map { $0 + threeModel.core.intercepts[0] })
notebook.check(
  "C2", "the probabilities are the sigmoid of b + wᵀx: largest difference",
  measured: largestDifference(threeProbabilities, byHand), atMost: 1e-14)
notebook.check(
  "C2", "accuracy with three measurements", measured: try accuracy(of: threeModel.predict(three), labels: y),
  atLeast: bestStump.accuracy)

// %% [markdown]
// The columns are standardised, so a weight is the change of the log-odds over one standard deviation. Where do these
// weights come from?
//
// ## 3. Maximum likelihood (C4)
//
// Each patient's outcome is a coin with the patient's own probability $p_i$ of being malignant. The *likelihood* of
// some weights is the probability of what happened, all coins together; the best weights are those that make it
// largest. Its logarithm is a sum over patients, of $\log p_i$ for the malignant and of $\log(1 - p_i)$ for the benign.

// %% The likelihood, coin by coin
let coins = try zip(threeProbabilities, isMalignant).map { p, ill in
  try Bernoulli(probability: p).logDensity(ill ? 1 : 0)
}
let logLikelihood = coins.reduce(0, +)
let offsets = stride(from: -1.0, through: 1.0, by: 0.05).map(\.self)
let profiles = threeNames.indices.map { j in
  offsets.map { offset in
    var weights = Array(threeModel.core.coefficients.row(0))
    weights[j] += offset
    return bernoulliLogLikelihood(three, isMalignant, weights: weights, intercept: threeModel.core.intercepts[0])
  }
}
notebook.figure(
  "The log-likelihood around its maximum",
  Figure(
    xLabel: "weight, less the fitted one", yLabel: "log-likelihood",
    layers: threeNames.indices.map { .line(x: offsets, y: profiles[$0], label: threeNames[$0]) }))
notebook.check(
  "C4", "the model's log-likelihood, less the sum over coins",
  measured: threeModel.core.logLikelihood - logLikelihood, expected: 0, tolerance: 1e-9)
notebook.check(
  "C4", "best log-likelihood at other weights, less that of the fit",
  measured: (profiles.flatMap { zip(offsets, $0) }.filter { abs($0.0) > 0.01 }.map(\.1).max() ?? .nan) - logLikelihood,
  atMost: -1e-4)
notebook.check(
  "C4", "sum of the probabilities: the number of the malignant", measured: threeProbabilities.reduce(0, +),
  expected: Double(isMalignant.count { $0 }), tolerance: 1e-6)

// %% [markdown]
// ## 4. Cross-entropy (C4)
//
// Who minimises a *loss* does the same. The *cross-entropy*, or log loss, is the mean of $-\log$ of the probability
// that each patient's outcome was given: the log-likelihood with the sign turned, divided by the number of patients.

// %% One number with two names
let crossEntropy = try logLoss(of: threeProbabilities, labels: isMalignant)
let coinEntropy = try Bernoulli(probability: 1 - benignShare).entropy
notebook.table(
  columns: ["what", "nats a patient"],
  rows: [
    ["cross-entropy of the model", .number(crossEntropy, digits: 4)],
    ["-log-likelihood / patients", .number(-logLikelihood / Double(y.count), digits: 4)],
    ["the share of the malignant as everyone's probability", .number(coinEntropy, digits: 4)],
  ])
notebook.check(
  "C4", "cross-entropy, less -log-likelihood / n", measured: crossEntropy + logLikelihood / Double(y.count),
  expected: 0, tolerance: 1e-12)
notebook.check("C4", "cross-entropy, of that without measurements", measured: crossEntropy / coinEntropy, atMost: 0.4)

// %% [markdown]
// ## 5. Gradient descent (C9)
//
// No formula gives the weights of the least loss, but its slope has one: $\frac{1}{n} X^\top (p - y)$. Go downhill,
// again and again. How far in a step? Up to $2 / L$ the method converges, $L$ being the largest curvature of the loss,
// which for this loss is nowhere above that of $\frac{1}{4n} X^\top X$. How long it takes depends on how much flatter
// the flattest direction is than the steepest.

// %% Downhill by hand
let descents = try [
  ("three measurements, as they are", threeColumns, false), ("three measurements, standardised", threeColumns, true),
  ("all thirty, standardised", Array(0..<30), true),
].map { name, columns, standardizes in
  let source = standardizes ? try scaler.transform(x) : x
  return (name, try GradientSteps(source.selectingColumns(columns), isMalignant, l2: 1, limit: 20_000))
}
notebook.table(
  columns: ["columns", "steepest over flattest direction", "steps", "loss above the least"],
  rows: descents.map { name, descent in
    [
      .text(name), .number(descent.conditionNumber, digits: 0), .number(descent.steps),
      .number(descent.gap, digits: 9),
    ]
  }, caption: "Steps of 1/L until the gap is below one in a million, 20,000 at most; an L2 penalty of strength 1")
notebook.check("C9", "three standardised columns: steps", measured: descents[1].1.steps, atMost: 2000)
notebook.check("C9", "gap after them", measured: descents[1].1.gap, atMost: 1e-6)
notebook.check(
  "C9", "columns as they are: gap after 20,000 steps", measured: descents[0].1.gap, atLeast: 1e-3)
notebook.check(
  "C9", "thirty columns: steps, over those of three",
  measured: Double(descents[2].1.steps) / Double(descents[1].1.steps), atLeast: 3)

// %% [markdown]
// Two lessons. Units matter to the method, not to the model: in the units of the file one direction is steep and
// another flat, and twenty thousand steps are not enough. And columns that repeat each other do the same in any units:
// radius, perimeter and area of a nucleus are nearly one measurement, and which of them gets the weight is a flat
// direction. (The toolkit fits by Newton's method or L-BFGS instead, which know the curvature.)
//
// ## 6. Overfitting (C14)
//
// Thirty measurements are more than three. Are they better? A model must be judged by patients that it was not fitted
// on. So the patients at hand are dealt into ten parts, and each part is predicted by a model of the other nine: that
// is *cross-validation*, to which link 8 comes back. Everything is fitted anew in each part, the scaling too.

// %% Three measurements, thirty, and thirty with a penalty
let tenFolds = RepeatedKFold(foldCount: 10, repeatCount: 3)
let contenders: [(name: String, columns: [Int], penalty: CoefficientPenalty)] = [
  ("three measurements", threeColumns, .none), ("thirty", Array(0..<30), .none),
  ("thirty, L2 of strength 1", Array(0..<30), .l2(1)),
]
let foldSeed = generator.next()
let contests = try contenders.map { contender in
  var folds = SeededGenerator(seed: foldSeed)
  return try crossValidate(
    StandardScaler().then(LogisticRegression(penalty: contender.penalty)), x.selectingColumns(contender.columns),
    labels: y, splitter: tenFolds, metrics: [.logLoss, .accuracy], scoresTraining: true, using: &folds)
}
notebook.table(
  columns: ["logistic regression on", "loss on its own patients", "loss on the others", "right about the others"],
  rows: zip(contenders, contests).map { contender, contest in
    [
      .text(contender.name), .number(contest.trainingEstimates?[0].mean ?? .nan, digits: 3),
      .number(contest.estimates[0].mean, digits: 3), .percent(contest.estimates[1].mean),
    ]
  }, caption: "Means over ten folds, three times; losses in nats a patient")
let unpenalized = try StandardScaler().then(LogisticRegression(penalty: .none)).fit(x, labels: y)
notebook.show(unpenalized.core.report)
let losses = contests.map { $0.estimates[0].mean }
let ownLosses = contests.map { $0.trainingEstimates?[0].mean ?? .nan }
notebook.check("C14", "thirty without a penalty: loss on its own patients", measured: ownLosses[1], atMost: 1e-6)
notebook.check("C14", "its loss on the others, over that of three", measured: losses[1] / losses[0], atLeast: 2)
notebook.check(
  "C14", "its loss on the others, over what saying nothing costs",
  measured: losses[1] / coinEntropy, atLeast: 0.5)

// %% [markdown]
// Without a penalty, thirty measurements tell the patients at hand apart without an error. Then the likelihood has no
// maximum: every weight made larger makes it larger, the fit stops somewhere on the way to infinity, and says so. The
// model is certain of everything, and on patients that it does not know it is certain and wrong. Its own loss is zero;
// it was never in doubt, and it has overfitted.
//
// ## 7. Regularisation (C14)
//
// A price on weights, $\frac{l_2}{2} \|w\|^2$, keeps them finite. A small one changes little; a large one says little
// of the patients. In between the loss on others is least:

// %% The strength of the penalty
let strengths: [Double] = [300, 100, 30, 10, 3, 1, 0.3, 0.1, 0.03, 0.01]
let ridge = ParameterGrid(StandardScaler().then(LogisticRegression()))
  .varying(\.final.penalty, "penalty", over: strengths.map { .l2($0) })
let strengthSearch = try search(
  among: ridge.candidates, x, labels: y, splitter: tenFolds, scoresTraining: true, using: &generator)
notebook.show(strengthSearch)
let strengthScores = strengthSearch.entries.compactMap(\.scores)
notebook.figure(
  "The loss against the strength of the penalty",
  Figure(
    xLabel: "l2", yLabel: "log loss, nats a patient", yRange: 0...0.3, xScale: .logarithmic,
    layers: [
      .line(x: strengths, y: strengthScores.compactMap { $0.training?.mean }, showsPoints: true, label: "own patients"),
      .line(x: strengths, y: strengthScores.map(\.test.mean), showsPoints: true, label: "others"),
      .verticalLine(strengths[strengthSearch.bestIndex], label: "least"),
    ]))
let leastLoss = strengthSearch.bestScores.test.mean
notebook.check(
  "C14", "own loss: largest rise from a stronger to a weaker penalty",
  measured: largestRise(strengthScores.compactMap { $0.training?.mean }), atMost: 0)
notebook.check(
  "C14", "loss at the strongest, over the least",
  measured: strengthScores[0].test.mean / leastLoss, atLeast: 2)
notebook.check(
  "C14", "loss at the weakest, over the least", measured: strengthScores[9].test.mean / leastLoss, atLeast: 1.3)

// %% [markdown]
// The loss on one's own patients falls and falls as the price goes down; the loss on others falls and then rises. That
// is all there is to see of overfitting, and the bottom of the second curve is where to be.
//
// ## 8. Cross-validation (C19, C22)
//
// How far can that curve be believed? Each point is a mean over thirty parts, and has an error. The parts are not
// independent, so the naive error is too small; the corrected interval knows that. And the least of ten losses is a
// little too good, for it was chosen by the same parts. Cross-validating the *choosing* is honest: the search is made
// again inside each training part.

// %% How sure is that?
let chosenStrength = strengths[strengthSearch.bestIndex]
let simplest = strengthSearch.simplestWithinOneStandardError()
let nested = try crossValidate(
  TunedClassifier(ridge.candidates), x, labels: y, splitter: KFold(foldCount: 10), metrics: [.logLoss],
  using: &generator)
let chosenInterval = try strengthSearch.bestScores.test.correctedInterval()
notebook.table(
  columns: ["what", "log loss", "95 % interval, corrected"],
  rows: [
    [
      .text("the best strength, \(chosenStrength)"), .number(leastLoss, digits: 3), .text(chosenInterval.description),
    ],
    [
      "the choosing, nested", .number(nested.estimates[0].mean, digits: 3),
      .text(try nested.estimates[0].correctedInterval().description),
    ],
    [
      .text("the strongest within a standard error of the best, \(strengths[simplest.index])"),
      .number(simplest.scores?.test.mean ?? .nan, digits: 3), "",
    ],
  ])
notebook.check(
  "C19", "corrected standard error, over the naive one",
  measured: strengthSearch.bestScores.test.correctedStandardError / strengthSearch.bestScores.test.standardError,
  expected: (1 + 30.0 / 9).squareRoot(), tolerance: 0.05)
notebook.check(
  "C20", "loss of the choosing, less that of the best",
  measured: nested.estimates[0].mean - leastLoss, atLeast: -0.01)
notebook.check(
  "C22", "strength by one standard error, over the best",
  measured: strengths[simplest.index] / chosenStrength, atLeast: 1)

// %% [markdown]
// ## 9. Principal components (C23)
//
// Thirty measurements, but not thirty different things. *Principal components* turn the (standardised) columns into
// others that do not correlate at all, in the order of how much varies along them:

// %% Thirty columns that repeat each other
let standardized = try scaler.transform(x)
let components = try PCA().fit(standardized)
let scores = try components.transform(standardized)
let correlations = try Moments(of: standardized).correlation()
let scoreCorrelations = try Moments(of: scores).correlation()
notebook.table(
  columns: ["pairs of columns", "largest correlation", "pairs above 0.9"],
  rows: [("measurements", correlations), ("components", scoreCorrelations)].map { name, matrix in
    let pairs = magnitudesOfPairs(matrix)
    return [.text(name), .number(pairs.max() ?? .nan, digits: 3), .number(pairs.count { $0 > 0.9 })]
  })
notebook.check(
  "C23", "measurements: pairs that correlate above 0.9", measured: magnitudesOfPairs(correlations).count { $0 > 0.9 },
  atLeast: 15)
notebook.check(
  "C23", "components: largest correlation", measured: magnitudesOfPairs(scoreCorrelations).max() ?? .nan, atMost: 1e-10)

// %% [markdown]
// ## 10. Cumulative explained variance, and what the classifier says (C24, C25)
//
// How many components? The usual answer: as many as hold 80, 90 or 95 % of the variance. Kaiser's: those whose variance
// is above that of one standardised column. But the components are for the classifier, and it can be asked: with $k$
// of them, how well are others' patients told apart? The whole chain is fitted anew in each part, components and all.

// %% k by the variance, and k by what it is for
let sizes = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30]
let shrunken = ParameterGrid(StandardScaler().then(PCA()).then(LogisticRegression()))
  .varying(\.step.second.components, "components", over: sizes.map { .count($0) })
let componentSeed = generator.next()
var componentFolds = SeededGenerator(seed: componentSeed)
let componentSearch = try search(
  among: shrunken.candidates, x, labels: y, splitter: tenFolds, using: &componentFolds)
let componentScores = componentSearch.entries.compactMap(\.scores?.test)
let fewest = componentSearch.simplestWithinOneStandardError()
let (bestSize, fewestSize) = (sizes[componentSearch.bestIndex], sizes[fewest.index])
let shares = components.cumulativeExplainedVarianceRatio
let rules: [(name: String, rule: PCA.ComponentCount)] = [
  ("80 % of the variance", .variance(0.8)), ("90 % of the variance", .variance(0.9)),
  ("95 % of the variance", .variance(0.95)),
]
var counts = try rules.map { (name: $0.name, count: try PCA(components: $0.rule).fit(standardized).componentCount) }
counts += [
  (name: "Kaiser", count: try PCA(components: .kaiser, on: .correlation).fit(x).componentCount),
  (name: "the classifier: least loss", count: bestSize),
  (name: "the classifier: fewest within a standard error", count: fewestSize),
]
notebook.table(
  columns: ["rule", "k", "share of the variance"],
  rows: counts.map { [.text($0.name), .number($0.count), .percent(shares[$0.count - 1])] })
notebook.figure(
  "Scree, cumulative share, and what the classifier makes of k components",
  Figure(
    title: "variance", xLabel: "component", yLabel: "share of the variance", yRange: 0...1,
    layers: [
      .bars(y: components.explainedVarianceRatio, label: "each (scree)"),
      .line(y: shares, showsPoints: true, label: "together"), .horizontalLine(0.95, label: "95 %"),
    ]),
  Figure(
    title: "the classifier", xLabel: "components", yLabel: "log loss, others' patients",
    layers: [
      .errorBars(
        x: sizes.map(Double.init), y: componentScores.map(\.mean),
        low: componentScores.map { $0.mean - $0.standardError },
        high: componentScores.map { $0.mean + $0.standardError },
        label: "± a standard error"),
      .line(x: sizes.map(Double.init), y: componentScores.map(\.mean), label: "loss"),
      .horizontalLine(leastLoss, label: "all thirty measurements"),
    ]),
  width: 960)
notebook.check("C24", "least step of the cumulative share", measured: -largestRise(shares.map { -$0 }), atLeast: 0)
notebook.check("C24", "its end", measured: shares.last ?? .nan, expected: 1, tolerance: 1e-12)
notebook.check("C25", "k by the classifier, fewest", measured: fewestSize, atMost: 8)
notebook.check("C25", "k for 95 % of the variance, less that", measured: counts[2].count - fewestSize, atLeast: 2)
notebook.check(
  "C25", "loss with one component, over the least",
  measured: componentScores[0].mean / componentScores[componentSearch.bestIndex].mean,
  atLeast: 2)
notebook.check(
  "C25", "loss of the fewest, less that of all thirty measurements",
  measured: componentScores[fewest.index].mean - leastLoss, atMost: 0.02)

// %% [markdown]
// The two answers are answers to two questions. The share of the variance asks how well the *measurements* can be
// restored; the classifier asks what tells malignant from benign, and stops when nothing more is gained. The first
// component alone holds much of the variance and does much worse than three or four. Neither rule knows of the other
// (a direction of little variance may be the one that matters: `pca-components` shows such data, and the other rules).
//
// ## 11. Components or a selection of measurements? (C28, C17)
//
// A selection keeps some of the thirty columns as they are: those that go best with the labels one by one (an F test),
// those that an L1 penalty leaves, or those that remain when the weakest is dropped again and again. All in the same
// folds, with as many columns each:

// %% The same number of columns, chosen in four ways
let penalized = LogisticRegression(penalty: .l2(1))
let widths = [2, 4, 6, 10]
let judge = Judge(x: x, labels: y, seed: componentSeed)
let contest: [(name: String, losses: [ScoreEstimate])] = try [
  ("components", widths.map { try judge.loss(of: StandardScaler().then(PCA(components: .count($0))).then(penalized)) }),
  (
    "F test",
    widths.map { try judge.loss(of: StandardScaler().then(UnivariateSelection(.count($0))).then(penalized)) }
  ),
  (
    "L1 penalty",
    widths.map { width in
      let lasso = SelectionByModel(LogisticRegression(penalty: .l1(2)), rule: .count(width))
      return try judge.loss(of: StandardScaler().then(lasso).then(penalized))
    }
  ),
  (
    "dropping the weakest",
    widths.map { width in
      let elimination = RecursiveElimination(penalized, count: width, columnsPerRound: 4)
      return try judge.loss(of: StandardScaler().then(elimination).then(penalized))
    }
  ),
]
notebook.table(
  columns: ["columns by"] + widths.map { "\($0) columns" },
  rows: contest.map { name, losses in [.text(name)] + losses.map { .number($0.mean, digits: 3) } },
  caption: "Log loss of others' patients, ten folds, three times")
let fTest = try UnivariateSelection(.count(6)).fit(standardized, labels: y)
let fNames = fTest.selectedColumns.map { cancer.featureNames[$0] }
let lassoModel = try SelectionByModel(LogisticRegression(penalty: .l1(2)), rule: .count(6)).fit(standardized, labels: y)
let lassoNames = lassoModel.selectedColumns.map { cancer.featureNames[$0] }
notebook.table(
  columns: ["the six of the F test", "the six of the L1 penalty"],
  rows: zip(fNames, lassoNames).map { [.text($0), .text($1)] })
let sixth = widths.firstIndex(of: 6) ?? 0
let sixes = contest.map { $0.losses[sixth].mean }
let withoutPenalty = try judge.loss(
  of: StandardScaler().then(PCA(components: .count(fewestSize))).then(LogisticRegression(penalty: .none))).mean
notebook.check(
  "C28", "six columns: loss by the F test, over that of components",
  measured: sixes[1] / sixes[0], atLeast: 1.2)
notebook.check(
  "C28", "six columns: loss by the L1 penalty, over that of components",
  measured: sixes[2] / sixes[0], atMost: 1.3)
notebook.check(
  "C28", "largest correlation among the F test's six",
  measured: magnitudesOfPairs(correlations.selectingRows(fTest.selectedColumns).selectingColumns(fTest.selectedColumns))
    .max() ?? .nan,
  atLeast: 0.95)
notebook.check(
  "C17", "no penalty: loss with \(fewestSize) components, over that with all thirty columns",
  measured: withoutPenalty / losses[1], atMost: 0.2)

// %% [markdown]
// The F test looks at columns one at a time, and takes six that say the same thing: how large the nuclei are, and how
// dented. Ten of them are hardly better than four. The other three look at columns together. Components need the fewest
// *numbers*, and each of those is made of all thirty *measurements*; a selection needs a few measurements only, which
// is worth having where each has a price, and pays a little for it.
//
// Leaving columns or components out is a remedy for overfitting, too: six components without any penalty do
// far better than all thirty columns without one (and not as well as with both).
//
// ## 12. The envelope is opened
//
// Everything was decided on two thirds of the patients. The last third has not been looked at (but for the answer at
// the top, which did not change anything). The chain as it was chosen, fitted once on all patients at hand:

// %% The last third
let finalChain = StandardScaler().then(PCA(components: .count(fewestSize))).then(penalized)
let finalModel = try finalChain.fit(x, labels: y)
let probabilities = Array(try finalModel.probabilities(for: sealedX).column(1))
let sealedIsMalignant = sealedY.map { $0 == "malignant" }
let finalLoss = try logLoss(of: probabilities, labels: sealedIsMalignant)
let area = try ROCAreaEstimate(of: probabilities, labels: sealedIsMalignant)
let areaInterval = try area.interval()
let predicted = try finalModel.predict(sealedX)
let expected = componentScores[fewest.index]
let expectedInterval = try expected.correctedInterval()
notebook.show(try ConfusionMatrix(of: predicted, labels: sealedY).classificationReport)
notebook.table(
  columns: ["measure", "value"],
  rows: [
    ["log loss", .number(finalLoss, digits: 3)],
    ["log loss that the folds foretold", .text("\(expected.mean.formatted(digits: 3)), \(expectedInterval)")],
    ["area under the ROC curve", .text("\(area.area.formatted(digits: 4)), \(areaInterval)")],
  ])
notebook.check("C19", "log loss, less what the folds foretold", measured: abs(finalLoss - expected.mean), atMost: 0.04)
notebook.check(
  "C28", "area under the ROC curve, lower end of its interval",
  measured: areaInterval.lower, atLeast: 0.97)

// %% [markdown]
// What the folds foretold came true: that is what they are for. The number of components was not read off the variance
// but off the classifier, the penalty not off the training loss but off the folds, the weights off the likelihood; and
// each of the ten words had the next one for a reason.
notebook.finish()
