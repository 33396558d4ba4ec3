import Datasets
import Learning
import LinearAlgebra
import Notebook
import RealModule
import Stats

let notebook = Notebook("maximum-likelihood")

// %% [markdown]
// # What does a sample say about its distribution?
//
// Maximum likelihood chooses, among the distributions of a family, the one under which the sample at hand is most
// probable. This notebook fits real samples, derives what the estimates are, and checks by simulation how far they can
// be trusted: how they err, when they break, and what else can be done.
//
// ## The answer first
//
// How many soldiers of a Prussian army corps were kicked to death by a horse in a year? Bortkiewicz tabulated 20 years
// of 14 corps in 1898. If the deaths are independent and rare, the count of a year is Poisson.

// %% Deaths by the kick of a horse
let kicks = try Datasets.horseKicks()
let allCorps = Array(kicks.features.column(1)).map { Int($0) }
let tenCorps = allCorps.indices.filter { !["G", "I", "VI", "XI"].contains(kicks.rowNames[$0]) }.map { allCorps[$0] }
let poissonFit = try Poisson.fit(tenCorps)
let poisson = try poissonFit.distribution
notebook.show(poissonFit)
let deaths = Array(0...4)
let observed = deaths.map { count in Double(tenCorps.count { $0 == count }) }
let expected = deaths.map { Double(tenCorps.count) * poisson.density($0) }
notebook.table(
  columns: ["deaths in a year", "corps-years", "expected"],
  rows: deaths.map { [.number($0), .number(Int(observed[$0])), .number(expected[$0], digits: 1)] },
  caption: "The ten corps that Bortkiewicz kept: 200 corps-years")
notebook.figure(
  "Horse kicks: what was counted and what the Poisson distribution expects",
  Figure(
    xLabel: "deaths in a corps-year", yLabel: "corps-years", xNames: deaths.map(String.init),
    layers: [.bars(y: observed, label: "counted"), .bars(y: expected, label: "Poisson, mean 0.61")]))

// %% [markdown]
// One number, 0.61, tells the whole table. Where it comes from, and how sure it is, step by step:
//
// ## The normal distribution (C36)
//
// For a sample $x_1, \dots, x_n$ the log-likelihood is
// $l(\mu, \sigma) = -n \log(\sigma \sqrt{2\pi}) - \sum_i (x_i - \mu)^2 / 2\sigma^2$. Its derivatives, the *score*, are
// $\sum_i (x_i - \mu) / \sigma^2$ and $-n/\sigma + \sum_i (x_i - \mu)^2 / \sigma^3$; they vanish at the mean of the
// sample and at $\hat\sigma^2 = \frac1n \sum_i (x_i - \bar x)^2$. In 1879 Michelson measured the speed of light a
// hundred times:

// %% The speed of light
let speeds = Array(try Datasets.speedOfLight().features.column(0))
let speedFit = try Normal.fit(speeds)
let speedLikelihood = speedFit.likelihood
notebook.show(speedFit)
notebook.show("the score there: \(speedLikelihood.score(at: speedFit.estimates))")
notebook.show("unbiased standard deviation: \(speedFit.variance(.unbiased).squareRoot()), as NIST certifies")
let speedErrors = speedFit.standardErrors() ?? []
let scoreInErrors = zip(speedLikelihood.score(at: speedFit.estimates), speedErrors).map { abs($0 * $1) }.max() ?? .nan
notebook.check("C36", "largest score, times its standard error", measured: scoreInErrors, atMost: 1e-9)
notebook.check("C36", "mean (NIST)", measured: speedFit[.mean], expected: 299.8524, tolerance: 1e-12)
notebook.check(
  "C36", "standard deviation, n - 1 (NIST)", measured: speedFit.variance(.unbiased).squareRoot(),
  expected: 0.0790105478190518, tolerance: 1e-13)

// %% [markdown]
// A maximum can also be found without a formula. From a poor guess, follow the score in the metric of the information
// until it vanishes (Fisher's scoring): it ends in the same point. The lines of equal likelihood show the hill that it
// climbs; a point outside the one labelled 95 % is rejected by a likelihood-ratio test at that level.

// %% The same maximum, by climbing
let climb = try fisherScoring(speedLikelihood, from: [299.78, 0.05])
notebook.table(
  columns: ["step", "mean", "standard deviation", "log-likelihood"],
  rows: climb.enumerated().map { step, point in
    [
      .number(step), .number(point[0], digits: 8), .number(point[1], digits: 8),
      .number(speedLikelihood.logLikelihood(at: point), digits: 6),
    ]
  })
let surface = LikelihoodSurface(
  speedFit, x: grid(299.77, 299.90, count: 120), y: grid(0.045, 0.145, count: 120))
notebook.figure(
  "Speed of light: the likelihood of mean and standard deviation, and the climb",
  Figure(
    xLabel: "mean (1000 km/s)", yLabel: "standard deviation", xRange: 299.77...299.90, yRange: 0.045...0.145,
    layers: [
      .contour(
        x: surface.x, y: surface.y, z: surface.confidence, levels: [0.5, 0.95, 0.999], label: "confidence"),
      .line(x: climb.map { $0[0] }, y: climb.map { $0[1] }, showsPoints: true, label: "scoring"),
    ]))
let climbError = zip(climb.last ?? [], speedFit.estimates).map { abs($0 - $1) }.max() ?? .nan
notebook.check("C36", "distance of the two maxima", measured: climbError, atMost: 1e-9)

// %% [markdown]
// The likelihood compares distributions *within* the family. Whether the family fits is another question, and the data
// can answer it: quantiles of the sample against those of the normal distribution lie on a line if it does.

// %% Is it normal?
let waits = Array(try Datasets.oldFaithful().features.column(1))
let speedQuantiles = try QuantileQuantile(of: speeds, against: Normal.standard)
let waitQuantiles = try QuantileQuantile(of: waits, against: Normal.standard)
notebook.figure(
  "Normal Q-Q plots: the speed of light, and the waits for the geyser Old Faithful",
  Figure(
    title: "speed of light", xLabel: "normal quantile", yLabel: "1000 km/s", legend: .hidden,
    layers: quantileLayers(speedQuantiles)),
  Figure(
    title: "Old Faithful", xLabel: "normal quantile", yLabel: "minutes", legend: .hidden,
    layers: quantileLayers(waitQuantiles)))
let speedNormality = try AndersonDarling.testNormality(speeds)
let waitNormality = try AndersonDarling.testNormality(waits)
notebook.show("speed of light: \(speedNormality)")
notebook.show("Old Faithful:   \(waitNormality)")
notebook.check("C36", "speed of light, p-value of normality", measured: speedNormality.pValue, atLeast: 0.01)
notebook.check("C36", "Old Faithful, p-value of normality", measured: waitNormality.pValue, atMost: 1e-6)

// %% [markdown]
// Michelson's errors pass for normal. The geyser's waits do not, by far: short and long ones alternate, and no mean and
// standard deviation will describe two humps. (A mixture of two normals will.)
//
// ## A click-through rate (C37)
//
// An advertisement is shown, and clicked or not: Bernoulli. With $k$ clicks among $n$ views,
// $l(p) = k \log p + (n - k) \log(1 - p)$ has the derivative $(k - np) / p(1-p)$ and its maximum at $k / n$. Here are
// 1500 simulated views with a true rate of 3 %:

// %% Clicks
var generator = SeededGenerator(seed: 37)
let trueRate = 0.03
let clicks = try Bernoulli(probability: trueRate).samples(1500, using: &generator)
let clickFit = try Bernoulli.fit(clicks)
notebook.show(clickFit)
let clickIntervals = [
  ("Wald", try clickFit.waldInterval(of: .probability)),
  ("likelihood ratio", try clickFit.likelihoodRatioInterval(of: .probability)),
  ("Wilson", try clickFit.wilsonInterval()),
  ("exact (Clopper-Pearson)", try clickFit.exactInterval()),
]
notebook.table(
  columns: ["95 % interval", "from", "to"],
  rows: clickIntervals.map { [.text($0), .percent($1.lower, digits: 2), .percent($1.upper, digits: 2)] })
notebook.check(
  "C37", "the score at k/n", measured: abs(clickFit.likelihood.score(at: clickFit.estimates)[0]), atMost: 1e-9)
let wilson = try clickFit.wilsonInterval()
notebook.check("C37", "Wilson's interval begins below the true rate", measured: wilson.lower, atMost: trueRate)
notebook.check("C37", "and ends above it", measured: wilson.upper, atLeast: trueRate)

// %% [markdown]
// Four intervals, and they differ. Which keeps its promise of 95 %? That can be computed without simulation: for each
// true rate, add up the binomial probabilities of the counts whose interval contains it. With 50 views:

// %% Coverage
let rates = grid(0.005, 0.5, count: 199)
let coverage = try IntervalCoverage(trials: 50, rates: rates)
notebook.figure(
  "How often 95 % intervals from 50 views contain the true rate",
  Figure(
    xLabel: "true rate", yLabel: "coverage", yRange: 0.7...1,
    layers: [
      .line(x: rates, y: coverage.wald, label: "Wald"), .line(x: rates, y: coverage.wilson, label: "Wilson"),
      .line(x: rates, y: coverage.exact, label: "exact"), .horizontalLine(0.95),
    ]))
notebook.check("C37", "Wald: least coverage", measured: coverage.wald.min() ?? .nan, atMost: 0.5)
notebook.check("C37", "Wilson: least coverage", measured: coverage.wilson.min() ?? .nan, atLeast: 0.83)
notebook.check("C37", "exact: least coverage", measured: coverage.exact.min() ?? .nan, atLeast: 0.95)

// %% [markdown]
// Wald's interval, the one of the textbooks, fails at small rates, where clicks live. Wilson's is near its level on
// average, the exact one never below it.
//
// ## Counts of events (C37)
//
// For the horse kicks $l(\lambda) = s \log \lambda - n\lambda + c$ with the sum $s$ of the counts, and the maximum is
// the mean. Its standard error is $\sqrt{\hat\lambda / n}$.

// %% The horse kicks again
let allFit = try Poisson.fit(allCorps)
notebook.table(
  columns: ["corps", "mean", "std. error", "Wald 95 %", "exact 95 %"],
  rows: try [("ten", poissonFit), ("all fourteen", allFit)].map { name, fit in
    [
      .text(name), .number(fit[.mean], digits: 4), .number(fit.standardError(of: .mean) ?? .nan, digits: 4),
      .text("\(try fit.waldInterval(of: .mean))"), .text("\(try fit.exactInterval())"),
    ]
  })
let cells = Array(0...3)
let countsInCells = cells.map { count in Double(tenCorps.count { min($0, 3) == count }) }
let expectedInCells = cells.map { 200 * ($0 < 3 ? poisson.density($0) : poisson.survival(2)) }
let poissonTest = try ChiSquaredTest.goodnessOfFit(
  counts: countsInCells, expected: expectedInCells, fittedParameters: 1)
notebook.show("Is it Poisson? With the years of three deaths and more as one cell, \(poissonTest)")
notebook.check("C37", "ten corps, p-value of the Poisson family", measured: poissonTest.pValue, atLeast: 0.05)
notebook.check("C37", "ten corps, mean", measured: poissonFit[.mean], expected: 0.61, tolerance: 1e-15)
notebook.check(
  "C37", "ten corps, standard error", measured: poissonFit.standardError(of: .mean) ?? .nan, expected: 0.0552,
  tolerance: 5e-5)
notebook.check("C37", "all corps, mean", measured: allFit[.mean], expected: 0.70, tolerance: 1e-15)

// %% [markdown]
// ## The variance is biased (C38)
//
// $\hat\sigma^2 = S / n$ measures distances from the sample's own mean, which lies nearer to the sample than the true
// mean does. On average it is too small by the factor $\frac{n-1}{n}$, for any distribution; Bessel's $S / (n - 1)$
// mends that. Both are consistent: the factor goes to 1. Five thousand exponential samples of each size, true variance
// 1:

// %% The bias of the variance
let sizes = [2, 3, 5, 10, 20, 50]
let exponential = try Exponential(rate: 1)
let variances = try sizes.map { try VarianceSimulation(of: exponential, size: $0, repeats: 5000, using: &generator) }
notebook.table(
  columns: ["n", "mean of S/n", "(n-1)/n", "mean of S/(n-1)"],
  rows: zip(sizes, variances).map { n, simulated in
    [
      .number(n), .number(simulated.biased.mean, digits: 4), .number(Double(n - 1) / Double(n), digits: 4),
      .number(simulated.unbiased.mean, digits: 4),
    ]
  })
notebook.figure(
  "The mean of both estimates of a variance of 1",
  Figure(
    xLabel: "size of the sample", yLabel: "mean of the estimates", yRange: 0.4...1.1, xScale: .logarithmic,
    layers: [
      .line(x: sizes.map(Double.init), y: variances.map(\.biased.mean), showsPoints: true, label: "S / n"),
      .line(x: sizes.map(Double.init), y: variances.map(\.unbiased.mean), showsPoints: true, label: "S / (n - 1)"),
      .line(x: grid(2, 50, count: 97), y: grid(2, 50, count: 97).map { ($0 - 1) / $0 }, label: "(n - 1) / n"),
    ]))
let biasErrors = zip(sizes, variances).map { n, simulated in
  simulated.biased.distance(from: Double(n - 1) / Double(n))
}
notebook.check(
  "C38", "S/n: largest distance from (n-1)/n, in standard errors", measured: biasErrors.max() ?? .nan, atMost: 4)
notebook.check(
  "C38", "S/(n-1): largest distance from 1", measured: variances.map { $0.unbiased.distance(from: 1) }.max() ?? .nan,
  atMost: 4)
notebook.check(
  "C38", "S/n at n = 10 taken for unbiased: distance from 1", measured: variances[3].biased.distance(from: 1),
  atLeast: 6)

// %% [markdown]
// The last check is the counterpart: had the factor been forgotten, the simulation would have said so.
//
// ## How the mean and the variance of a sample are distributed (C39)
//
// For $n$ independent values the mean has the variance $\sigma^2 / n$. If the values are normal, $(n-1) s^2 / \sigma^2$
// has the chi-squared distribution with $n - 1$ degrees of freedom. Samples of five from a normal with $\sigma = 3$:

// %% Sampling distributions
let parent = try Normal(mean: 10, standardDeviation: 3)
let ofFive = try VarianceSimulation(of: parent, size: 5, repeats: 4000, using: &generator)
let scaledVariances = ofFive.unbiased.values.map { 4 * $0 / 9 }
let chiSquared = try ChiSquared(degreesOfFreedom: 4)
let chiTest = try KolmogorovSmirnov().test(scaledVariances, against: chiSquared)
let wrongTest = try KolmogorovSmirnov().test(scaledVariances, against: ChiSquared(degreesOfFreedom: 5))
let meanTest = try KolmogorovSmirnov().test(
  ofFive.means.values, against: Normal(mean: 10, standardDeviation: 3 / 5.0.squareRoot()))
notebook.table(
  columns: ["statistic", "against", "Kolmogorov-Smirnov distance", "p-value"],
  rows: [
    ("mean", "normal, σ²/5", meanTest), ("4 s²/σ²", "chi-squared, 4 df", chiTest),
    ("4 s²/σ²", "chi-squared, 5 df", wrongTest),
  ].map { name, law, test in
    let pValue = test.pValue < 1e-4 ? "< 0.0001" : "\((test.pValue * 1e4).rounded() / 1e4)"
    return [.text(name), .text(law), .number(test.statistic, digits: 4), .text(pValue)]
  })
notebook.figure(
  "Four thousand samples of five: the means, and the variances",
  Figure(
    title: "means", xLabel: "mean", yLabel: "samples",
    layers: histogramLayers(
      ofFive.means.values, under: try Normal(mean: 10, standardDeviation: 3 / 5.0.squareRoot()), "normal, σ²/5")),
  Figure(
    title: "variances", xLabel: "4 s²/σ²", yLabel: "samples",
    layers: histogramLayers(scaledVariances, under: chiSquared, "chi-squared, 4 df")))
notebook.check("C39", "variance of the mean", measured: ofFive.means.variance, expected: 9 / 5.0, tolerance: 0.1)
notebook.check("C39", "mean against the normal, p-value", measured: meanTest.pValue, atLeast: 1e-3)
notebook.check("C39", "variance against chi-squared(n-1), p-value", measured: chiTest.pValue, atLeast: 1e-3)
notebook.check("C39", "variance against chi-squared(n), p-value", measured: wrongTest.pValue, atMost: 1e-12)

// %% [markdown]
// ## The central limit, how fast, and where there is none (C40)
//
// The standardised mean of $n$ values with a finite variance comes to be normal, whatever they are. How fast? Berry and
// Esseen bound the largest difference of the distribution functions by $0.4748\, \rho / \sigma^3 \sqrt n$ with the
// third absolute moment $\rho$. For exponential values the sum is gamma, so the difference can be computed and need not
// be simulated:

// %% The rate of the central limit
let counts = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024]
let distances = try counts.map { try distanceOfExponentialMeanFromNormal(count: $0) }
let rootCounts = counts.map { Double($0).squareRoot() }
// For the exponential distribution ρ = E|X - 1|³ = 12/e - 2.
let bounds = rootCounts.map { 0.4748 * (12 / .exp(1) - 2) / $0 }
notebook.figure(
  "The distance of the mean of exponential values from the normal distribution",
  Figure(
    xLabel: "values in the mean", yLabel: "largest difference of the distribution functions", yRange: 0.002...2,
    xScale: .logarithmic, yScale: .logarithmic,
    layers: [
      .line(x: counts.map(Double.init), y: distances, showsPoints: true, label: "exponential"),
      .line(x: counts.map(Double.init), y: bounds, label: "bound of Berry and Esseen"),
    ]))
let rate = slope(of: distances.map { .log($0) }, over: counts.map { .log(Double($0)) })
notebook.show("the distance falls as n to the power \(rate)")
notebook.check("C40", "exponent of n", measured: rate, expected: -0.5, tolerance: 0.03)
notebook.check(
  "C40", "largest share of the bound", measured: zip(distances, bounds).map { $0 / $1 }.max() ?? .nan, atMost: 1)
notebook.check(
  "C40", "√n times the distance at n = 1024 (skewness / 6√2π)", measured: distances[10] * 32,
  expected: exponential.skewness / (6 * (2 * Double.pi).squareRoot()), tolerance: 1e-3)

// %% [markdown]
// The Cauchy distribution has no mean, and there the theorem has nothing to say. The mean of a thousand Cauchy values
// is as wild as one of them: it has the same distribution.

// %% The Cauchy distribution
let cauchy = try StudentT(degreesOfFreedom: 1)
let cauchyMeans = [1, 30, 1000].map { size in
  (0..<1000).map { _ in cauchy.samples(size, using: &generator).reduce(0, +) / Double(size) }
}
let cauchyTests = try cauchyMeans.map { try KolmogorovSmirnov().test($0, against: cauchy) }
notebook.table(
  columns: ["values in the mean", "interquartile range of 1000 means", "p-value against Cauchy"],
  rows: try zip([1, 30, 1000], zip(cauchyMeans, cauchyTests)).map { size, result in
    [
      .number(size), .number(try result.0.interquartileRange(), digits: 3), .number(result.1.pValue, digits: 3),
    ]
  },
  caption: "The interquartile range of the Cauchy distribution is 2")
notebook.check("C40", "means of 1000 against Cauchy, p-value", measured: cauchyTests[2].pValue, atLeast: 1e-3)
notebook.check(
  "C40", "interquartile range of the means of 1000", measured: try cauchyMeans[2].interquartileRange(), expected: 2,
  tolerance: 0.4)

// %% [markdown]
// ## Outliers (C41)
//
// The normal's estimates are the mean and the mean square, and one slip of the pen moves both without limit. Suppose
// that five of Michelson's hundred values had been written down with 300 for 299. A distribution with heavier tails,
// Student's t, or Huber's estimate, which counts large residuals less, hardly notice:

// %% Five slips of the pen
let slips = speeds.enumerated().map { $0.offset.isMultiple(of: 20) ? $0.element + 1 : $0.element }
let locations: [(name: String, estimate: ([Double]) throws(LearningError) -> Double)] = [
  ("mean (normal)", { x throws(LearningError) in try Normal.fit(x)[.mean] }),
  ("median", { x throws(LearningError) in try x.median() }),
  ("Huber, k = 1.345", { x throws(LearningError) in try MEstimator().fit(x).location }),
  ("Student's t, 4 df", { x throws(LearningError) in try StudentT.fit(x, degreesOfFreedom: .fixed(4))[.location] }),
]
let clean = try locations.map { try $0.estimate(speeds) }
let dirty = try locations.map { try $0.estimate(slips) }
notebook.table(
  columns: ["estimate of location", "as measured", "with five slips", "moved, in standard errors"],
  rows: locations.indices.map { index in
    [
      .text(locations[index].name), .number(clean[index], digits: 5), .number(dirty[index], digits: 5),
      .number((dirty[index] - clean[index]) / speedErrors[0], digits: 2),
    ]
  })
let moved = zip(clean, dirty).map { abs($1 - $0) / speedErrors[0] }
notebook.check("C41", "the mean moves, in standard errors", measured: moved[0], atLeast: 6)
for index in 1...3 {
  notebook.check("C41", "\(locations[index].name) moves", measured: moved[index], atMost: 2)
}
notebook.check(
  "C41", "standard deviation by the normal, times the clean one",
  measured: try Normal.fit(slips)[.standardDeviation] / speedFit[.standardDeviation], atLeast: 2.5)

// %% [markdown]
// What one more value at $z$ does to an estimate, as a function of $z$, is its influence curve. The mean's is a line
// without end; the others' are bounded, and that of Student's t comes back to zero: an absurd value has no vote. (The
// median stands still because many of these values, rounded to 10 km/s, are the same. Huber's curve is jagged in the
// middle because its scale, the median deviation of rounded values, jumps.)

// %% Influence curves
let places = grid(298.5, 301.2, count: 109)
let curves = try locations.map { try speeds.sensitivityCurve(at: places, of: $0.estimate) }
notebook.figure(
  "What one value more does to the estimates of the speed of light",
  Figure(
    xLabel: "the value (1000 km/s)", yLabel: "(n + 1) times the change", yRange: -0.4...0.4,
    layers: zip(locations, curves).map { .line(x: places, y: $1, label: $0.name) }))
notebook.check(
  "C41", "influence of 301.2 on the mean", measured: curves[0].last ?? .nan, expected: 301.2 - speedFit[.mean],
  tolerance: 1e-8)
notebook.check("C41", "on Huber's estimate", measured: abs(curves[2].last ?? .nan), atMost: 0.2)
notebook.check(
  "C41", "on Student's t, of its largest",
  measured: abs(curves[3].last ?? .nan) / (curves[3].map { abs($0) }.max() ?? .nan), atMost: 0.5)

// %% [markdown]
// ## With prior knowledge (C42)
//
// After ten views without a click the maximum likelihood estimate of the click rate is 0, and nobody believes that. Let
// the rate be Beta distributed beforehand, as the rates of other advertisements are. The posterior is Beta again,
// $\mathrm{Beta}(\alpha + k, \beta + n - k)$, and its mode, the MAP estimate, lies between the prior's mode and $k /
// n$.

// %% Maximum likelihood and MAP
let prior = try Beta(alpha: 3, beta: 67)
let views = [10, 100, 500, 2500, 12_500]
let updates = try views.map { count in
  let likelihood = try Bernoulli.Likelihood(
    successes: Int((0.06 * Double(count)).rounded(.down)), trials: count)
  let posterior = try prior.posterior(given: likelihood)
  return (fit: try MaximumLikelihood(likelihood), posterior: posterior, mode: posterior.mode ?? .nan)
}
notebook.table(
  columns: ["views", "clicks", "maximum likelihood", "MAP", "95 % credible interval", "Wilson's interval"],
  rows: try zip(views, updates).map { count, update in
    [
      .number(count), .number(Int(update.fit.likelihood.successes)), .percent(update.fit[.probability], digits: 2),
      .percent(update.mode, digits: 2), .text("\(try update.posterior.highestDensityInterval())"),
      .text("\(try update.fit.wilsonInterval())"),
    ]
  },
  caption: "Prior: \(prior), whose mode is 2 / 68 = 2.94 %")
let ratesShown = grid(0.0005, 0.15, count: 300)
notebook.figure(
  "A click rate: before, after 10 views and after 500",
  Figure(
    xLabel: "click rate", yLabel: "density",
    layers: [
      .line(x: ratesShown, y: ratesShown.map(prior.density), label: "prior"),
      .line(x: ratesShown, y: ratesShown.map(updates[0].posterior.density), label: "after 10 views"),
      .line(x: ratesShown, y: ratesShown.map(updates[2].posterior.density), label: "after 500 views"),
      .verticalLine(0.06),
    ]))
let shrinkage = updates.map { abs($0.mode - $0.fit[.probability]) }
notebook.check("C42", "MAP and maximum likelihood apart, 100 views", measured: shrinkage[1], atLeast: 0.01)
notebook.check("C42", "apart, 12,500 views", measured: shrinkage[4], atMost: 0.0003)
let uniformPosterior = try Beta(alpha: 1, beta: 1).posterior(given: updates[2].fit.likelihood)
notebook.check(
  "C42", "with a uniform prior the mode is the maximum likelihood estimate", measured: uniformPosterior.mode ?? .nan,
  expected: updates[2].fit[.probability], tolerance: 1e-15)

// %% [markdown]
// Prior knowledge pulls strongly where there is little data, and is forgotten where there is much. It does not help
// everyone at once: it is right on average over advertisements like those that it was taken from.
//
// ## The least possible error (C43)
//
// The curvature of the log-likelihood at its top is Fisher's information $I$: what is sharp is well known. No unbiased
// estimator has a variance below $1 / nI$ (Cramér and Rao), and for many observations the maximum likelihood estimate
// is normal with just that variance. For a Laplace sample it is the median, and the mean, which is right for normal
// samples, has twice the variance:

// %% The bound of Cramér and Rao
let laplace = try Laplace(location: 0, scale: 1)
let laplaceSizes = [5, 21, 101, 401]
let laplaceErrors = try laplaceSizes.map {
  try LocationSimulation(of: laplace, size: $0, repeats: 3000, using: &generator)
}
notebook.table(
  columns: ["n", "n times the variance of the median", "of the mean", "1/I"],
  rows: zip(laplaceSizes, laplaceErrors).map { n, errors in
    [
      .number(n), .number(Double(n) * errors.medians.variance, digits: 3),
      .number(Double(n) * errors.means.variance, digits: 3), .number(1),
    ]
  })
notebook.check(
  "C43", "median of 401: variance over the bound", measured: 401 * laplaceErrors[3].medians.variance, expected: 1,
  tolerance: 0.15)
notebook.check(
  "C43", "mean of 401: variance over the bound", measured: 401 * laplaceErrors[3].means.variance, expected: 2,
  tolerance: 0.2)
let clickBound = 1 / clickFit.likelihood.expectedInformation(at: [trueRate])[0, 0]
let clickRates = try (0..<2000).map { _ in
  try Bernoulli.fit(Bernoulli(probability: trueRate).samples(1500, using: &generator))[.probability]
}
notebook.check(
  "C43", "click rate: variance of 2000 estimates over the bound",
  measured: try SampleMoments(of: clickRates).variance() / clickBound, expected: 1, tolerance: 0.1)

// %% [markdown]
// And normal it becomes: the estimate of an exponential rate is $n$ over a gamma variable, so its distance from the
// normal distribution can be computed as above. It falls as $1/\sqrt n$, too.

// %% Asymptotic normality
let estimateDistances = try counts.dropFirst(2).map { try distanceOfExponentialRateFromNormal(count: $0) }
let estimateRate = slope(
  of: estimateDistances.map { .log($0) }, over: counts.dropFirst(2).map { .log(Double($0)) })
notebook.table(
  columns: ["n", "distance of the standardised estimate from normal"],
  rows: zip(counts.dropFirst(2), estimateDistances).map { [.number($0), .number($1, digits: 4)] })
notebook.check("C43", "exponent of n", measured: estimateRate, expected: -0.5, tolerance: 0.05)
notebook.check("C43", "distance at n = 1024", measured: estimateDistances.last ?? .nan, atMost: 0.01)

notebook.finish()
