import Classic
import Datasets
import Learning
import LinearAlgebra
import Notebook
import Stats

let notebook = Notebook("cross-validation")

// %% [markdown]
// # How good is a model, and who may say so?
//
// A model is judged by rows that it has not learned from. *Cross-validation* makes the most of few rows: it deals them
// into $k$ parts, predicts each part by a model of all the others, and averages. This notebook measures what that
// average is worth, and four ways to spoil it.
//
// Losses are *log losses*, in nats a row: zero is certain and right, $\log 2 = 0.693$ is what a coin gets.
//
// ## The answer first
//
// 462 men in South Africa, of whom 160 had a heart attack; nine things are known of each. How well does a logistic
// regression tell who is ill? Ten folds, five times:

// %% One call
var generator = SeededGenerator(seed: 19)
let heart = try Datasets.saHeart()
let verdict = try crossValidate(
  LogisticRegression(), heart.features, labels: heart.namedLabels,
  splitter: RepeatedKFold(foldCount: 10, repeatCount: 5), metrics: [.logLoss, .accuracy, .rocAUC()],
  scoresTraining: true, using: &generator)
notebook.show(verdict)
let heartLoss = verdict.estimates[0]
notebook.check(
  "C19", "loss on rows that were not learned from, over that on those that were",
  measured: heartLoss.mean / (verdict.trainingEstimates?[0].mean ?? .nan), atLeast: 1.02)

// %% [markdown]
// On its own rows the model looks better than it is; the folds say how good it is on others, and how sure that is. What
// exactly do they say?
//
// ## What k folds estimate (C19)
//
// To find out, one must know the truth. So let rows come from two normal classes, 60 in a sample, and the truth be the
// loss on 4000 other rows. A hundred samples, each of which is cross-validated in three ways:

// %% Estimate and truth
let population = Population(columnCount: 8, informativeCount: 3, distance: 1)
let study = try EstimateStudy(population, size: 60, count: 100, using: &generator)
let truth = try SampleMoments(of: study.truths)
let ways = try EstimateStudy.Way.allCases.map { way in
  let estimates = study.estimates[way] ?? []
  return (
    way: way, moments: try SampleMoments(of: estimates),
    correlation: try correlation(of: estimates, and: study.truths))
}
notebook.table(
  columns: ["", "mean loss", "standard deviation over samples", "correlation with the truth"],
  rows: [["the truth", .number(truth.mean, digits: 3), .number(truth.standardDeviation(), digits: 3), .number(1)]]
    + ways.map { way, moments, correlation in
      [
        .text(way.rawValue), .number(moments.mean, digits: 3), .number(moments.standardDeviation(), digits: 3),
        .number(correlation, digits: 2),
      ]
    }, caption: "Linear discriminant analysis on 60 rows of 8 columns; 100 samples")
notebook.check(
  "C19", "10 folds, mean over samples, less the truth",
  measured: ways[1].moments.mean - truth.mean, expected: 0, tolerance: 0.03)
notebook.check(
  "C19", "2 folds, mean over samples, less the truth: models of half the rows are worse",
  measured: ways[0].moments.mean - truth.mean, atLeast: 0.05)
notebook.check(
  "C19", "10 folds: correlation with the truth about the same sample's model", measured: ways[1].correlation,
  atMost: 0)
notebook.check(
  "C19", "standard deviation, leave one out over 10 folds",
  measured: ways[2].moments.standardDeviation() / ways[1].moments.standardDeviation(), expected: 1, tolerance: 0.15)

// %% [markdown]
// Three things, two of which are often told otherwise:
//
// - On average the estimate is right, but for models that learn from a share $1 - 1/k$ of the rows. With two folds
//   that is half, and shows; with ten it does not.
// - Whether *this* sample's model is better or worse than the average, the folds do not tell. Here they even point the
//   wrong way: where the classes happen to lie far apart in a sample, the folds report a low loss, and the model
//   becomes surer of itself than it should be. Cross-validation judges a *way to make models* of samples of this size
//   more than the one model in hand (Bates, Hastie and Tibshirani, 2024).
// - *"Leaving one out has a high variance"*: here its spread is that of ten folds. The saying is about models that jump
//   when a row is left out; a stable one does not. The price of leaving one out is its $n$ fits.
//
// How sure is a mean over folds? The folds' scores are not independent, since they share the rows that they learn from.
// The usual $s / \sqrt J$ does not know that. Nadeau and Bengio multiply the variance by $1/J + n_2 / n_1$ instead of
// $1/J$, $n_1$ and $n_2$ being the sizes of the two parts. In 95 % of samples a 95 % interval should hold the truth:

// %% Two intervals
notebook.table(
  columns: ["10 folds, 5 times: 95 % interval", "holds the truth in"],
  rows: [
    ["as if folds were independent", .percent(Double(study.plainHits) / 100, digits: 0)],
    ["corrected", .percent(Double(study.correctedHits) / 100, digits: 0)],
  ])
notebook.check("C19", "samples of 100 whose plain interval holds the truth", measured: study.plainHits, atMost: 75)
notebook.check(
  "C19", "samples of 100 whose corrected interval holds the truth", measured: study.correctedHits, atLeast: 85)

// %% [markdown]
// More repeats make the plain interval as narrow as one likes, and less and less true. The corrected one stays.
//
// What repeats are for: another order of the rows gives another estimate. The heart patients, in five folds by forty
// different shuffles, and in as many means of ten shuffles each:

// %% The same rows, other folds
let shuffles = try (0..<40).map { _ in
  try crossValidate(
    LogisticRegression(), heart.features, labels: heart.labels, metrics: [.logLoss], using: &generator
  ).estimates[0].mean
}
let means = try (0..<10).map { _ in
  try crossValidate(
    LogisticRegression(), heart.features, labels: heart.labels, splitter: RepeatedKFold(), metrics: [.logLoss],
    using: &generator
  ).estimates[0].mean
}
let (spreadOfOne, spreadOfTen) = (
  try SampleMoments(of: shuffles).standardDeviation(), try SampleMoments(of: means).standardDeviation())
notebook.table(
  columns: ["five folds", "standard deviation over shuffles"],
  rows: [["once", .number(spreadOfOne, digits: 5)], ["mean of ten times", .number(spreadOfTen, digits: 5)]])
notebook.figure(
  "What the order of the rows does to the estimate",
  Figure(
    xLabel: "log loss", yLabel: "shuffles",
    layers: [
      .histogram(shuffles, bins: 10, label: "five folds, once"),
      .verticalLine(heartLoss.mean, label: "ten folds, five times"),
    ]))
notebook.check("C19", "spread of ten repeats, over that of one", measured: spreadOfTen / spreadOfOne, atMost: 0.6)
notebook.check(
  "C19", "spread over shuffles, over the corrected standard error",
  measured: spreadOfOne / heartLoss.correctedStandardError, atMost: 0.3)

// %% [markdown]
// Repeats take away the luck of the shuffle. That luck is small beside what is not known for want of rows, and no
// number of repeats takes that away.
//
// ### Rare classes: stratify
//
// Of 300 holders of a credit card ten defaulted. Dealt at random, some of ten folds have two or three of them and
// others none. *Stratified* folds give each its share.

// %% Ten folds, ten defaults
let credit = try Datasets.creditDefault()
let defaulters = credit.labels.indices.filter { credit.labels[$0] == 1 }.prefix(10)
let payers = credit.labels.indices.filter { credit.labels[$0] == 0 }.prefix(290)
let rareLabels = (defaulters + payers).map { credit.labels[$0] }
let byChance = try KFold(foldCount: 10).folds(sampleCount: 300, using: &generator)
let stratified = try KFold(foldCount: 10).folds(stratifiedBy: rareLabels, using: &generator)
let defaultCounts = [byChance, stratified].map { folds in
  folds.map { fold in fold.test.count { rareLabels[$0] == 1 } }
}
notebook.table(
  columns: ["folds", "defaults in each of the ten", "folds without any"],
  rows: zip(["at random", "stratified"], defaultCounts).map { name, counts in
    [
      .text(name), .text(counts.map(String.init).joined(separator: ", ")), .number(counts.count { $0 == 0 }),
    ]
  })
notebook.check("C19", "random folds without a default", measured: defaultCounts[0].count { $0 == 0 }, atLeast: 1)
notebook.check("C19", "stratified folds without a default", measured: defaultCounts[1].count { $0 == 0 }, expected: 0)

// %% [markdown]
// In a fold without a default there is no ROC curve, and no answer is wrong that says "pays". `crossValidate`
// stratifies by the labels unless it is told otherwise.
//
// ### Rows that belong together: group
//
// Forty patients, five visits each, thirty measurements that are nearly the same at each visit; and a diagnosis by the
// toss of a coin. There is nothing to learn. Folds that deal visits put the same patient on both sides:

// %% Visits dealt one by one, and by patient
let visits = Visits(patientCount: 40, visitCount: 5, columnCount: 30, using: &generator)
let byVisit = try crossValidate(
  LogisticRegression(), visits.sample.features, labels: visits.sample.labels, metrics: [.accuracy], using: &generator)
let byPatient = try crossValidate(
  LogisticRegression(), visits.sample.features, labels: visits.sample.labels, groups: visits.patients,
  splitter: GroupedKFold(), metrics: [.accuracy], using: &generator)
notebook.table(
  columns: ["dealt", "accuracy"],
  rows: [
    ["visit by visit", .percent(byVisit.estimates[0].mean)],
    ["patient by patient", .percent(byPatient.estimates[0].mean)],
  ], caption: "The truth is 50 %")
notebook.check("C19", "accuracy, dealt by visit", measured: byVisit.estimates[0].mean, atLeast: 0.8)
notebook.check(
  "C19", "accuracy, dealt by patient",
  measured: byPatient.estimates[0].mean, expected: 0.5, tolerance: 0.15)

// %% [markdown]
// The first number is that of a model for *known* patients, which is another question. The folds must ask the question
// that the model will be asked.
//
// ### Rows in order of time: look forward only
//
// A series that goes up or down by chance, 200 days, and a polynomial of degree 12 in time. Folds in random order put
// yesterday and tomorrow among the training rows, and today lies in between:

// %% Interpolation is not a forecast
let walk = RandomWalk(length: 200, degree: 12, using: &generator)
let trend = LinearRegression.ridge(1e-3)
let inBetween = try crossValidate(
  trend, walk.features, targets: walk.values, splitter: KFold(foldCount: 5), metrics: [.rootMeanSquaredError],
  using: &generator)
let forward = try crossValidate(
  trend, walk.features, targets: walk.values, splitter: TimeSeriesSplit(splitCount: 5),
  metrics: [.rootMeanSquaredError], using: &generator)
let spreadOfWalk = try SampleMoments(of: walk.values).standardDeviation()
notebook.table(
  columns: ["folds", "root mean squared error", "of the series' standard deviation"],
  rows: [("in random order", inBetween), ("later from earlier", forward)].map { name, result in
    let error = result.estimates[0].mean
    return [.text(name), .number(error, digits: 2), .number(error / spreadOfWalk, digits: 2)]
  })
notebook.check(
  "C19", "random order: error over the standard deviation", measured: inBetween.estimates[0].mean / spreadOfWalk,
  atMost: 0.5)
notebook.check(
  "C19", "later from earlier: error over the standard deviation",
  measured: forward.estimates[0].mean / spreadOfWalk, atLeast: 1)

// %% [markdown]
// ## Tuning on the test set (C20)
//
// The labels of these rows are coin flips, as many of each side; fifty columns of noise. Two hundred classifiers, each
// on five columns picked at random, are compared by cross-validation, and the best is reported with its score. The
// truth of every one of them is 50 %.

// %% The best of two hundred coins
let flips = Population.noise(100, columnCount: 50, using: &generator)
let settings = (0..<200).map { k in
  let columns = Array((0..<50).shuffled(using: &generator).prefix(5))
  return Candidate(
    "columns \(columns.sorted().map(String.init).joined(separator: " "))",
    PassThrough().on(columns: columns).then(LinearDiscriminantAnalysis()))
}
let hunt = try search(among: settings, flips.features, labels: flips.labels, metric: .accuracy, using: &generator)
let honest = try crossValidate(
  TunedClassifier(settings, metric: .accuracy), flips.features, labels: flips.labels, metrics: [.accuracy],
  using: &generator)
let huntScores = hunt.entries.compactMap { $0.scores?.test.mean }
let coin = try Binomial(trials: 100, probability: 0.5)
notebook.figure(
  "Two hundred classifiers of coin flips, by cross-validation",
  Figure(
    xLabel: "accuracy", yLabel: "classifiers",
    layers: [
      .histogram(huntScores, bins: 16), .verticalLine(0.5, label: "truth"),
      .verticalLine(hunt.bestScores.test.mean, label: "the one that is reported"),
    ]))
notebook.table(
  columns: ["accuracy", ""],
  rows: [
    ["mean of all settings", .percent(huntScores.reduce(0, +) / 200)],
    ["the best of them, by the folds that chose it", .percent(hunt.bestScores.test.mean)],
    ["the choosing, by folds that it has not seen (nested)", .percent(honest.estimates[0].mean)],
  ])
notebook.check(
  "C20", "the best setting's score, where the truth is 0.5",
  measured: hunt.bestScores.test.mean, atLeast: 0.58)
notebook.check(
  "C20", "probability that one coin does as well in 100 tosses",
  measured: coin.survival(Int((100 * hunt.bestScores.test.mean).rounded()) - 1), atMost: 0.01)
notebook.check(
  "C20", "nested: score of the choosing",
  measured: honest.estimates[0].mean, expected: 0.5, tolerance: 0.12)

// %% [markdown]
// Nobody looked at a test row while fitting. But the folds were asked two hundred times, and the answer that was liked
// best was kept: that is fitting, too. A score that a choice was made by is no estimate of what was chosen. In *nested*
// cross-validation the choice is made again inside each training part, and judged by a part that had no say in it. (A
// test set wears out in the same way, each time that somebody looks at it and decides.)
//
// How much too good is the best? It grows with the number of settings, roughly as the largest of that many numbers:

// %% The more one tries
let counts = [1, 2, 5, 10, 20, 50, 100, 200]
let expectedBest = counts.map { expectedMaximum(of: $0, from: huntScores) }
notebook.figure(
  "The best of so many settings, on average",
  Figure(
    xLabel: "settings tried", yLabel: "accuracy that is reported", xScale: .logarithmic,
    layers: [
      .line(
        x: counts.map(Double.init), y: expectedBest, showsPoints: true, label: "the best, by the folds that chose it"),
      .horizontalLine(0.5, label: "truth"),
    ]))
notebook.check(
  "C20", "least step of the mean best from one count to the next", 
  measured: zip(expectedBest.dropFirst(), expectedBest).map { $0 - $1 }.min() ?? .nan, atLeast: 0)

// %% [markdown]
// ## Leakage (C21)
//
// Fifty rows, a thousand columns of noise, coin flips for labels again. First the twenty columns are selected that go
// best with the labels, then a classifier is cross-validated on them. Where the selection has seen all rows, it has
// seen the test rows of every fold:

// %% Selecting outside and inside the folds
let wide = Population.noise(50, columnCount: 1000, using: &generator)
let selection = UnivariateSelection(.count(20))
let selectedColumns = try selection.fit(wide.features, labels: wide.labels).transform(wide.features)
let tenFold = KFold(foldCount: 10)
let outside = try crossValidate(
  NearestCentroid(), selectedColumns, labels: wide.labels, splitter: tenFold, metrics: [.accuracy], using: &generator)
let inside = try crossValidate(
  selection.then(NearestCentroid()), wide.features, labels: wide.labels, splitter: tenFold, metrics: [.accuracy],
  using: &generator)
let scalingOutside = try crossValidate(
  LogisticRegression(), StandardScaler().fit(heart.features).transform(heart.features), labels: heart.labels,
  splitter: KFold(foldCount: 10, shuffles: false), metrics: [.logLoss])
let scalingInside = try crossValidate(
  StandardScaler().then(LogisticRegression()), heart.features, labels: heart.labels,
  splitter: KFold(foldCount: 10, shuffles: false), metrics: [.logLoss])
let scalingDifference = scalingOutside.estimates[0].mean - scalingInside.estimates[0].mean
notebook.table(
  columns: ["step", "outside the folds", "inside, as a pipeline", "measured by"],
  rows: [
    [
      "20 of 1000 columns of noise selected", .percent(outside.estimates[0].mean), .percent(inside.estimates[0].mean),
      "accuracy",
    ],
    [
      "heart patients scaled", .number(scalingOutside.estimates[0].mean, digits: 5),
      .number(scalingInside.estimates[0].mean, digits: 5), "log loss",
    ],
  ])
notebook.check("C21", "selected outside: accuracy on coin flips", measured: outside.estimates[0].mean, atLeast: 0.85)
notebook.check(
  "C21", "selected inside: accuracy on coin flips", measured: inside.estimates[0].mean, expected: 0.5, tolerance: 0.2)
notebook.check(
  "C21", "scaled outside less inside: log loss", measured: scalingDifference, expected: 0, tolerance: 1e-4)

// %% [markdown]
// Selecting looks at labels, and turns coins into a near certainty. Scaling does not look at labels, and here the
// difference is in the sixth digit: *"scaling before splitting is leakage"* is true, and most often harmless. Nobody
// has to know which step is harmless: `selection.then(model)` is one configuration, everything in it is fitted anew in
// each fold, and it is as short to write.
//
// ## One standard error (C22)
//
// The best of many penalties is the best by luck as well as by merit. Breiman's rule: take the *simplest* candidate
// whose score is within one standard error of the best. Thirty columns, three of which matter, 100 rows, an L1 penalty:

// %% The best penalty, and the simplest as good
let sparse = Population(columnCount: 30, informativeCount: 3, distance: 1.2)
let lassos = ParameterGrid(LogisticRegression()).varying(
  \.penalty, "penalty", over: [20, 14, 10, 7, 5, 3.5, 2.5, 1.75, 1.2, 0.8, 0.5].map { .l1($0) })
let patients = sparse.sample(100, using: &generator)
let path = try search(
  among: lassos.candidates, patients.features, labels: patients.labels, splitter: KFold(foldCount: 10),
  scoresTraining: true, using: &generator)
notebook.show(path)
let simplest = path.simplestWithinOneStandardError()
notebook.figure(
  "Log loss along the penalties, from strong to weak",
  Figure(
    xLabel: "candidate", yLabel: "log loss",
    layers: [
      .errorBars(
        x: path.entries.map { Double($0.index + 1) }, y: path.entries.compactMap { $0.scores?.test.mean },
        low: path.entries.compactMap { $0.scores.map { $0.test.mean - $0.test.standardError } },
        high: path.entries.compactMap { $0.scores.map { $0.test.mean + $0.test.standardError } },
        label: "others' rows, ± a standard error"),
      .line(
        x: path.entries.map { Double($0.index + 1) }, y: path.entries.compactMap { $0.scores?.training?.mean },
        label: "own rows"),
      .verticalLine(Double(path.bestIndex + 1), label: "best"),
      .verticalLine(Double(simplest.index + 1), label: "one standard error"),
    ]))

// %% Forty samples, both rules
let rules = try LassoStudy(lassos.candidates, sparse, size: 100, count: 40, using: &generator)
let byRule = [("the best", rules.best), ("one standard error", rules.oneStandardError)].map { name, choices in
  (
    name: name, kept: mean(choices.map { Double($0.kept) }), noise: mean(choices.map { Double($0.keptOfNoise) }),
    truth: mean(choices.map(\.truth))
  )
}
notebook.table(
  columns: ["rule", "columns kept", "of them noise", "true loss"],
  rows: byRule.map { rule in
    [
      .text(rule.name), .number(rule.kept, digits: 1), .number(rule.noise, digits: 1), .number(rule.truth, digits: 3),
    ]
  }, caption: "Means over 40 samples of 100 rows; 3 of 30 columns matter")
notebook.check(
  "C22", "columns of noise, one standard error over the best", measured: byRule[1].noise / byRule[0].noise, atMost: 0.5)
notebook.check(
  "C22", "true loss, one standard error less the best", measured: byRule[1].truth - byRule[0].truth, atMost: 0.06)

// %% [markdown]
// The rule throws out most of the noise and pays for it with a little loss: an L1 penalty that is strong enough to set
// the noise to zero holds the true coefficients back, too. So it is a rule for those who want few columns; who wants
// the best predictions takes the best. What the standard error in it measures is the spread of one candidate over
// folds. That two candidates differ is measured by the same folds, and mostly much more exactly:

// %% Two candidates in the same folds
let comparison = try path.comparison(of: path.bestIndex, with: simplest.index)
notebook.show(comparison)
notebook.finish()
