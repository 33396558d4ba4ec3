import Classic
import Datasets
import Learning
import LinearAlgebra
import Notebook
import Optimization
import RealModule

let notebook = Notebook("multiclass")

// %% [markdown]
// # How does a logistic regression choose among many classes? (C35)
//
// Two answers are in use. The *softmax* is one model: each class $k$ has a score $s_k = b_k + \beta_k^\top x$, and the
// probability $e^{s_k} / \sum_m e^{s_m}$. *One-vs-rest* is one binary regression for each class against all others; the
// probabilities are the sigmoids $1 / (1 + e^{-s_k})$, divided by their sum. This notebook compares them, shows where
// one of them fails, and what the weights of a softmax mean.
//
// ## The answer first
//
// Three real data sets, three folds: each row is judged once by models that did not learn from it. The log loss is the
// mean of $-\log p$, in nats, where $p$ is the probability that a model gave to what the row is; the Brier score is the
// mean squared distance of the probabilities from 1 and 0. Of both, less is better. One strength of a penalty does not
// mean the same to both ways, as will be seen; so each has its best of three.

// %% Both ways on three data sets
var generator = SeededGenerator(seed: 35)
let datasets = [try Datasets.iris(), try Datasets.wine(), try Datasets.digits()]
let strengths = [0.03, 0.3, 3]
var judged: [(dataset: String, way: String, strength: Double, judgement: Judgement)] = []
for dataset in datasets {
  let sample = LabelledSample(features: dataset.features, labels: dataset.labels)
  let folds = try KFold(foldCount: 3).folds(stratifiedBy: dataset.labels, using: &generator)
  for way in ways {
    let judgements = try strengths.map { strength in
      let method = LogisticRegression(penalty: .l2(strength), multiclass: way.multiclass, tolerance: 1e-6)
      return try Judgement(method, sample, folds: folds)
    }
    let best = strengths.indices.min { judgements[$0].logLoss < judgements[$1].logLoss } ?? 0
    judged.append((dataset.name, way.name, strengths[best], judgements[best]))
  }
}
notebook.table(
  columns: ["data", "classes", "way", "l2", "accuracy", "log loss", "Brier score"],
  rows: judged.enumerated().map { index, row in
    [
      .text(row.dataset), .number(datasets[index / 2].labelNames.count), .text(row.way),
      .number(row.strength), .percent(row.judgement.accuracy), .number(row.judgement.logLoss, digits: 3),
      .number(row.judgement.brierScore, digits: 3),
    ]
  },
  caption: "Standardised features; of the L2 strengths 0.03, 0.3 and 3 the one of the lowest log loss, for each way")
for (index, dataset) in datasets.enumerated() {
  let (softmax, oneVsRest) = (judged[2 * index].judgement, judged[2 * index + 1].judgement)
  notebook.check(
    "C35", "\(dataset.name): difference of the accuracies", measured: softmax.accuracy - oneVsRest.accuracy,
    expected: 0, tolerance: 0.02)
  notebook.check(
    "C35", "\(dataset.name): log loss of one-vs-rest over that of softmax",
    measured: oneVsRest.logLoss / softmax.logLoss, atLeast: 1.05)
}

// %% [markdown]
// In accuracy they differ little, in probabilities more. *"One-vs-rest is as good as softmax"* is true of many data
// sets for the class that is named, and false for the probability that goes with it.
//
// ## What they look like
//
// Irises, by two measurements of the petals. The lines are where the decision changes:

// %% Regions of decision
let iris = datasets[0]
let petals = LabelledSample(features: iris.features.selectingColumns([2, 3]), labels: iris.labels)
let petalModels = try ways.map { try LogisticRegression(multiclass: $0.multiclass).fit(petals) }
let regions = try petalModels.map { try Regions($0, x: grid(0.5, 7.5, count: 141), y: grid(0, 2.8, count: 141)) }
notebook.figure(
  "Irises: where each way decides for which species",
  regions[0].figure(
    title: "softmax", petals, names: iris.labelNames, xLabel: "length of the petals, cm", yLabel: "width, cm"),
  regions[1].figure(
    title: "one-vs-rest", petals, names: iris.labelNames, xLabel: "length of the petals, cm", yLabel: "width, cm"),
  width: 960, height: 520)
let claims = try (0...3).map { try regions[1].shareClaimed(by: $0) }
notebook.table(
  columns: ["classes that claim a place", "share of the plane drawn"],
  rows: claims.indices.map { [.number($0), .percent(claims[$0])] },
  caption: "One-vs-rest: a class claims a place where it is more probable than all others together")
notebook.check("C35", "places that no class claims", measured: claims[0], atLeast: 0.05)

// %% [markdown]
// The softmax has straight borders between any two classes. Each of the binary regressions draws a line of its own, and
// they need not fit together: the borders of one-vs-rest bend, and here one versicolor comes to lie beyond. Somewhere
// no class has a probability above one half, elsewhere two may have. Dividing by the sum hides that, and the largest
// still wins.
//
// ## Where one-vs-rest fails: the class in the middle
//
// Three classes on a line, normal with standard deviation 1 around -2, 0 and 2, and the middle one is rarer: 40, 20 and
// 40 %. The regression of the middle class against the rest has rest on both sides. Its log-odds are a line, and no
// line is high in the middle:

// %% Three classes on a line
let line = TrueProbabilities(centers: [-2, 0, 2], shares: [0.4, 0.2, 0.4])
let lineTraining = try LabelledSample.onLine(centers: line.centers, counts: [2400, 1200, 2400], using: &generator)
let lineTest = try LabelledSample.onLine(centers: line.centers, counts: [2400, 1200, 2400], using: &generator)
let lineModels = try ways.map { try LogisticRegression(penalty: .none, multiclass: $0.multiclass).fit(lineTraining) }
let testPlaces = Array(lineTest.features.column(0))
let bayes = testPlaces.map { x in
  let p = line(x)
  return p.indices.max { p[$0] < p[$1] } ?? 0
}
let linePredictions = try lineModels.map { try $0.predict(lineTest.features) }
let lineDistances = try lineModels.map {
  line.meanDistance(from: try $0.probabilities(for: lineTest.features), at: testPlaces)
}
let middleRecalls = linePredictions.map { recall(of: 1, $0, lineTest.labels) }
let bestRecall = recall(of: 1, bayes, lineTest.labels)
notebook.table(
  columns: ["way", "accuracy", "found of the middle", "distance from the true probabilities"],
  rows: try ways.indices.map { k in
    [
      .text(ways[k].name),
      .percent(try accuracy(of: linePredictions[k], labels: lineTest.labels)), .percent(middleRecalls[k]),
      .number(lineDistances[k], digits: 4),
    ]
  } + [
    [
      "the true probabilities", .percent(try accuracy(of: bayes, labels: lineTest.labels)), .percent(bestRecall),
      .number(0, digits: 4),
    ]
  ])
let lineX = grid(-5, 5, count: 201)
let lineColumns = try Matrix(rows: lineX.map { [$0] })
let lineCurves = try lineModels.map { try $0.probabilities(for: lineColumns) }
notebook.figure(
  "The probability of each class along the line",
  lineFigure("softmax", lineX, lineCurves[0], truth: line),
  lineFigure("one-vs-rest", lineX, lineCurves[1], truth: line),
  width: 960)
notebook.check(
  "C35", "one-vs-rest: slope of the middle against the rest",
  measured: lineModels[1].coefficients[1, 0], expected: 0, tolerance: 0.05)
notebook.check(
  "C35", "found of the middle: softmax less the true probabilities",
  measured: middleRecalls[0] - bestRecall, expected: 0, tolerance: 0.05)
notebook.check("C35", "found of the middle: one-vs-rest", measured: middleRecalls[1], atMost: 0.2)
notebook.check("C35", "softmax: distance from the true probabilities", measured: lineDistances[0], atMost: 0.01)
notebook.check("C35", "one-vs-rest: distance", measured: lineDistances[1], atLeast: 0.03)

// %% [markdown]
// The softmax loses nothing: for normal classes of one variance it is the true model, and its middle class wins where
// the two rising scores of the others have not risen yet. One-vs-rest learns nothing about the middle; it is chosen
// where the others happen to be weak.
//
// *"One-vs-rest cannot find a class in the middle"* is loose, though. How much it misses depends on how far apart the
// classes are:

// %% The same at other distances
let spacings = [1.5, 2.0, 3.0, 4.0]
let spaced = try spacings.map { spacing in
  let truth = TrueProbabilities(centers: [-spacing, 0, spacing], shares: [0.4, 0.2, 0.4])
  let sample = try LabelledSample.onLine(centers: truth.centers, counts: [2400, 1200, 2400], using: &generator)
  return try ways.map { way in
    let model = try LogisticRegression(penalty: .none, multiclass: way.multiclass).fit(sample)
    return recall(of: 1, try model.predict(sample.features), sample.labels)
  }
}
notebook.table(
  columns: ["distance of the centres", "softmax finds of the middle", "one-vs-rest finds"],
  rows: zip(spacings, spaced).map { [.number($0, digits: 1), .percent($1[0]), .percent($1[1])] })
notebook.check("C35", "distance 1.5: one-vs-rest finds", measured: spaced[0][1], atMost: 0.02)
notebook.check("C35", "distance 4: one-vs-rest finds", measured: spaced[3][1], atLeast: 0.75)
notebook.check("C35", "distance 4: softmax finds more by", measured: spaced[3][0] - spaced[3][1], atLeast: 0.02)

// %% [markdown]
// ## Calibrated on average
//
// Where the loss of a softmax with intercepts is smallest, its derivatives by the intercepts vanish: the mean
// probability of each class *is* its share of the training rows, with or without an L2 penalty. Each sigmoid of
// one-vs-rest has this property, too, until it is divided by the sum:

// %% Mean probabilities against shares
let shares = [0.4, 0.2, 0.4]
let meanProbabilities = try lineModels.map { try $0.probabilities(for: lineTraining.features).columnMeans() }
let rawMeans = try Matrix(
  rows: try lineModels[1].core.decisionValues(for: lineTraining.features).rows.map { VectorMath.sigmoid(Array($0)) }
).columnMeans()
notebook.table(
  columns: ["", "left", "middle", "right"],
  rows: [
    ("share of the rows", shares), ("softmax, mean probability", meanProbabilities[0]),
    ("one-vs-rest, mean sigmoid", rawMeans), ("one-vs-rest, mean probability", meanProbabilities[1]),
  ].map { name, values in [.text(name)] + values.map { .number($0, digits: 6) } })
notebook.check(
  "C35", "softmax: largest distance from the shares",
  measured: largestDifference(meanProbabilities[0], shares), atMost: 1e-6)
notebook.check("C35", "sigmoids of one-vs-rest", measured: largestDifference(rawMeans, shares), atMost: 1e-6)
notebook.check("C35", "divided by their sum", measured: largestDifference(meanProbabilities[1], shares), atLeast: 0.005)

// %% [markdown]
// ## Two classes: softmax is the binary regression
//
// With two classes the softmax is the sigmoid of the *difference* of the scores, so $\beta = \beta_1 - \beta_0$.
// Without a penalty that is all. With one it is not: for a given difference the sum of the squares is least when the
// classes share it, $\beta_1 = -\beta_0 = \beta / 2$, and then $\frac{l_2}{2} (\|\beta_0\|^2 + \|\beta_1\|^2) =
// \frac{l_2}{4} \|\beta\|^2$: half the price. So a softmax with strength 2 is a binary regression with strength 1. The
// versicolors and virginicas, by all four measurements:

// %% Both penalties
let twoSpecies = LabelledSample(features: iris.features, labels: iris.labels).selecting(Array(50..<150))
let two = try twoSpecies.standardized(as: twoSpecies)
let binary = try LogisticRegression(penalty: .l2(1)).fit(two)
let twoClassLoss = SoftmaxLoss(features: two.features, labels: two.labels.map { $0 - 1 }, classCount: 2)
let softmaxPairs = try [1.0, 2.0].map { strength in
  var loss = twoClassLoss
  loss.l2 = strength
  let minimum = try LBFGS().minimize(loss, from: [Double](repeating: 0, count: loss.dimension))
  return loss.coefficients(at: minimum.point)
}
let differences = softmaxPairs.map { pair in zip(pair.row(1), pair.row(0)).map { $0 - $1 } }
notebook.table(
  columns: ["coefficients"] + iris.featureNames,
  rows: [
    ("binary, l2 = 1", Array(binary.coefficients.row(0))), ("softmax, l2 = 2: difference", differences[1]),
    ("softmax, l2 = 1: difference", differences[0]), ("softmax, l2 = 2: virginica", Array(softmaxPairs[1].row(1))),
    ("softmax, l2 = 2: versicolor", Array(softmaxPairs[1].row(0))),
  ].map { name, values in [.text(name)] + values.map { .number($0, digits: 5) } })
notebook.check(
  "C35", "softmax with l2 = 2 less binary with l2 = 1",
  measured: largestDifference(differences[1], Array(binary.coefficients.row(0))), atMost: 1e-6)
notebook.check(
  "C35", "with the same strength they differ by",
  measured: largestDifference(differences[0], Array(binary.coefficients.row(0))), atLeast: 0.1)
notebook.check(
  "C35", "sum of both classes' coefficients", measured: largestColumnSum(softmaxPairs[1]), atMost: 1e-6)

// %% [markdown]
// Whoever compares two toolkits on two classes should know which of the two they fit. With L1 there is no such factor:
// $|\beta_0| + |\beta_1|$ is at least $|\beta_1 - \beta_0|$, and *every* split with opposite signs reaches that, so the
// same strength gives the same difference:

// %% L1
let binaryL1 = try LogisticRegression(penalty: .l1(2)).fit(two)
let unpenalised = (0..<twoClassLoss.dimension).map { $0 % twoClassLoss.width == 0 ? 0.0 : 1 }
let softmaxL1 = twoClassLoss.coefficients(
  at: try ProximalGradient().minimize(
    twoClassLoss, penalty: ElasticNetPenalty(l1: 2, factors: unpenalised),
    from: [Double](repeating: 0, count: twoClassLoss.dimension)
  ).point)
notebook.check(
  "C35", "softmax less binary, both with l1 = 2",
  measured: largestDifference(
    zip(softmaxL1.row(1), softmaxL1.row(0)).map { $0 - $1 }, Array(binaryL1.coefficients.row(0))), atMost: 1e-4)

// %% [markdown]
// ## What the weights of a softmax mean
//
// Add one and the same vector to the weights of all classes: every score grows by the same number, and the
// probabilities do not change. So the weights by themselves are not *identified*; only differences between classes are.
// Without a penalty the loss has a flat valley: its second derivatives have a zero eigenvalue for each weight of one
// class.

// %% A direction in which nothing changes
let flowers = LabelledSample(features: iris.features, labels: iris.labels)
let irisSample = try flowers.standardized(as: flowers)
let irisLoss = SoftmaxLoss(features: irisSample.features, labels: irisSample.labels, classCount: 3)
let irisModel = try LogisticRegression(penalty: .l2(1)).fit(irisSample)
let irisPoint = zip(irisModel.intercepts, irisModel.coefficients.rows).flatMap { [$0] + Array($1) }
let shift = [7.0, -3, 2, 5, -11]
let shifted = irisPoint.indices.map { irisPoint[$0] + shift[$0 % 5] }
let change = (irisLoss.probabilities(at: shifted) - irisLoss.probabilities(at: irisPoint)).maximumMagnitude
let flatEigenvalues = try irisLoss.hessian(at: irisPoint).symmetricEigenvalues().sorted()
var penalisedLoss = irisLoss
penalisedLoss.l2 = 1
let penalisedEigenvalues = try penalisedLoss.hessian(at: irisPoint).symmetricEigenvalues().sorted()
notebook.table(
  columns: ["eigenvalue", "no penalty", "l2 = 1"],
  rows: flatEigenvalues.indices.map { k in
    let value = abs(flatEigenvalues[k]) < 1e-10 ? 0 : flatEigenvalues[k]
    return [.number(k + 1), .number(value, digits: 4), .number(abs(penalisedEigenvalues[k]), digits: 4)]
  }, caption: "Iris: 3 classes, each with an intercept and 4 coefficients")
notebook.check("C35", "largest change of a probability", measured: change, atMost: 1e-13)
notebook.check("C35", "zero eigenvalues, no penalty", measured: flatEigenvalues.count { abs($0) < 1e-10 }, expected: 5)
notebook.check("C35", "zero eigenvalues, l2 = 1", measured: penalisedEigenvalues.count { abs($0) < 1e-10 }, expected: 1)

// %% [markdown]
// The penalty chooses one point of the valley, the one with the least sum of squares: there the coefficients of each
// feature sum to zero over the classes. (One zero eigenvalue is left, for the intercepts cost nothing; the toolkit
// makes them sum to zero, too.) L1 chooses the one with the least sum of magnitudes: there the *median* class has the
// coefficient zero. So with three classes each feature has a zero, however weak the penalty, and that zero says nothing
// of the feature.

// %% What the penalties choose
let irisL1 = try LogisticRegression(penalty: .l1(0.5)).fit(irisSample)
notebook.table(
  columns: ["penalty", "class"] + iris.featureNames + ["intercept"],
  rows: [("l2 = 1", irisModel), ("l1 = 0.5", irisL1)].flatMap { name, model in
    (0..<3).map { k in
      [.text(name), .text(iris.labelNames[k])] + model.coefficients.row(k).map { .number($0, digits: 3) }
        + [.number(model.intercepts[k], digits: 3)]
    }
  })
notebook.check(
  "C35", "l2: largest sum over the classes", measured: largestColumnSum(irisModel.coefficients), atMost: 1e-6)
notebook.check(
  "C35", "l2: sum of the intercepts", measured: irisModel.intercepts.reduce(0, +), expected: 0, tolerance: 1e-6)
notebook.check(
  "C35", "l1: features with a zero in the middle",
  measured: irisL1.coefficients.columns.count { Array($0).sorted()[1] == 0 }, expected: 4)

// %% [markdown]
// The other way out is a *reference class* whose weights are zero; the weights of the others are then log-odds against
// it, as in most tables of statistics. Without a penalty it does not matter which class that is: subtract its weights
// from all. *With* one it does, because the penalty then counts distances from the reference, and another reference
// gives another model:

// %% Each class as the reference
let referenceFits = try (0..<3).map { reference in
  let coded = ReferenceCodedLoss(loss: penalisedLoss, reference: reference)
  let minimum = try LBFGS().minimize(coded, from: [Double](repeating: 0, count: coded.dimension))
  return irisLoss.probabilities(at: coded.allWeights(minimum.point))
}
let symmetric = irisLoss.probabilities(at: irisPoint)
let doubtful = 77
notebook.table(
  columns: ["weights", "P(versicolor)", "P(virginica)"],
  rows: [("all classes, symmetric", symmetric)].map { name, p in
    [.text(name), .percent(p[doubtful, 1]), .percent(p[doubtful, 2])]
  } + referenceFits.enumerated().map { k, p in
    [.text("reference \(iris.labelNames[k])"), .percent(p[doubtful, 1]), .percent(p[doubtful, 2])]
  }, caption: "Flower \(doubtful + 1), a versicolor, with l2 = 1")
let subtracted = irisPoint.indices.map { irisPoint[$0] - irisPoint[$0 % 5] }
notebook.check(
  "C35", "subtracting the first class's weights changes a probability by",
  measured: (irisLoss.probabilities(at: subtracted) - symmetric).maximumMagnitude, atMost: 1e-13)
notebook.check(
  "C35", "another reference under a penalty changes one by",
  measured: (referenceFits[0] - referenceFits[1]).maximumMagnitude, atLeast: 0.01)

// %% [markdown]
// So: the softmax is the model of choice; its probabilities are those of one model, and they add up by themselves.
// One-vs-rest is for binary methods that know nothing else. Read weights as differences between classes, and keep the
// symmetric form where there is a penalty.
notebook.finish()
