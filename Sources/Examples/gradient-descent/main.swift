import Classic
import Datasets
import Learning
import LinearAlgebra
import Notebook
import Optimization
import RealModule

let notebook = Notebook("gradient-descent")

// %% [markdown]
// # How does gradient descent find the minimum?
//
// A model is fitted by making a loss small. Gradient descent walks downhill: from the point $x$ to $x - \eta \nabla
// f(x)$, again and again. This notebook shows what the rate $\eta$ decides, what batches save and what they cost, how
// schedules and momentum help, and when other methods are better. Every loss is a mean over the samples.
//
// ## The answer first
//
// Is a tumour malignant? Wisconsin's hospitals measured 30 features of 569 of them. A logistic regression with a ridge
// penalty has one minimum. The function `LogisticSum` of this example knows its value, its gradient and its second
// derivatives; L-BFGS brings it to the same coefficients as the toolkit's own `LogisticRegression`.

// %% One minimum, by two ways
let cancer = try Datasets.breastCancer()
let moments = try ColumnMoments(of: cancer.features)
let features = cancer.features.standardized(
  center: moments.mean, scale: moments.variances().map { $0.squareRoot() })
let logistic = LogisticSum(features: features, classes: cancer.labels, l2: 1)
let n = logistic.termCount
let zeros = [Double](repeating: 0, count: logistic.dimension)
let bySteps = try LBFGS().minimize(logistic, from: zeros)
let byModel = try LogisticRegression(penalty: .l2(1)).fit(features, labels: cancer.labels)
let optimum = try Newton().minimize(logistic, from: zeros).point
let lowest = logistic.value(at: optimum) / Double(n)
notebook.show("\(cancer)")
notebook.show(byModel.report)
notebook.show(bySteps.report)
notebook.check(
  "C9", "coefficients by L-BFGS and by LogisticRegression differ by",
  measured: distance(Array(bySteps.point.dropFirst()), Array(byModel.coefficients.row(0))), atMost: 1e-6)
notebook.check(
  "C9", "mean loss at the start, log 2", measured: logistic.value(at: zeros) / Double(n), expected: .log(2),
  tolerance: 1e-12)

// %% [markdown]
// ## The rate (C9)
//
// First a simpler loss, half the mean squared residual of a line. Its curvature is the same everywhere: a matrix, whose
// largest eigenvalue is $L$ and whose smallest is $\mu$. Along an eigenvector with the eigenvalue $\lambda$ a step
// multiplies the distance from the minimum by $1 - \eta\lambda$. It shrinks if $|1 - \eta\lambda| < 1$, in every
// direction exactly if $\eta < 2/L$. How long does the geyser Old Faithful pause after an eruption of so many minutes?

// %% Rates around the limit
let geyser = try Datasets.oldFaithful().features
let line = LineFit(x: Array(geyser.column(0)), y: Array(geyser.column(1)))
let lineOptimum = try line.solution()
let lineEigenvalues = try line.hessian.symmetricEigenvalues()
let lineLimit = 2 / lineEigenvalues[0]
let lineStart = [70.0, 0]
notebook.show("L = \(lineEigenvalues[0]), μ = \(lineEigenvalues[1]), limit 2/L = \(lineLimit)")
let shares = [0.05, 0.1, 0.5, 0.9, 0.99, 1.01]
let lineRuns = try shares.map { share in
  try GradientDescent(
    step: .schedule(.constant(share * lineLimit)),
    stopping: StoppingRule(gradientTolerance: 1e-6, iterationLimit: 60_000)
  ).minimize(line, from: lineStart)
}
notebook.table(
  columns: ["rate, in 2/L", "iterations", "ended as", "distance from the minimum"],
  rows: zip(shares, lineRuns).map { share, run in
    [
      .number(share, digits: 2), .number(run.report.iterations), .text(run.report.termination.rawValue),
      .number(distance(run.point, lineOptimum)),
    ]
  },
  caption: "Gradient descent on the line, until no element of the gradient exceeds 1e-6")
notebook.check(
  "C9", "just below the limit: distance from the minimum", measured: distance(lineRuns[4].point, lineOptimum),
  atMost: 1e-4)
notebook.check(
  "C9", "just above it: distance from the minimum, in that of the start",
  measured: distance(lineRuns[5].point, lineOptimum) / distance(lineStart, lineOptimum), atLeast: 1e3)
notebook.check(
  "C9", "a tenth of a good rate: times as many iterations",
  measured: Double(lineRuns[0].report.iterations) / Double(lineRuns[2].report.iterations), expected: 10, tolerance: 0.2)

// %% [markdown]
// Too small a rate is safe and slow: a tenth of the rate takes ten times the iterations. Just below the limit it
// converges; just above, each step makes the gap to the minimum larger by $(1 - \eta L)^2$. The picture shows why: the
// valley is long and narrow. Steps that are right for its length are too long for its width.
//
// The update rule needs three lines, and `UpdateByHand.swift` has them. Its points are those of the toolkit.

// %% Three rates on the map
let mapRates: [(name: String, share: Double, steps: Int)] = [
  ("1.02 of the limit, 24 steps", 1.02, 24), ("0.9, 300 steps", 0.9, 300), ("0.1, 300 steps", 0.1, 300),
]
let paths = mapRates.map {
  gradientDescentPoints(line, from: lineStart, rate: $0.share * lineLimit, steps: $0.steps)
}
let intercepts = grid(20, 80, count: 121)
let slopes = grid(-5, 17, count: 121)
let surface = slopes.map { slope in
  intercepts.map { intercept in line.value(at: [intercept, slope]) - line.value(at: lineOptimum) }
}
notebook.figure(
  "Minutes to wait after an eruption: the loss of a line, and where three rates go",
  Figure(
    xLabel: "intercept (minutes)", yLabel: "slope (minutes a minute)", xRange: 20...80, yRange: -5...17,
    layers: [
      .contour(x: intercepts, y: slopes, z: surface, levels: [1, 10, 50, 200], label: "gap")
    ]
      + zip(mapRates, paths).map { rate, path in
        .line(x: path.map { $0[0] }, y: path.map { $0[1] }, label: rate.name)
      }))
let byHand = gradientDescentPoints(line, from: lineStart, rate: 0.5 * lineLimit, steps: 40)
let byToolkit = try GradientDescent(
  step: .schedule(.constant(0.5 * lineLimit)), stopping: StoppingRule(gradientTolerance: 0, iterationLimit: 40)
).minimize(line, from: lineStart)
notebook.check(
  "C9", "40 steps by hand and by the toolkit differ by", measured: distance(byHand[40], byToolkit.point), atMost: 1e-12)
let growing = gradientDescentPoints(line, from: lineStart, rate: 1.01 * lineLimit, steps: 600).suffix(2).map {
  line.value(at: $0) - line.value(at: lineOptimum)
}
notebook.check(
  "C9", "rate 1.01 of the limit: growth of the gap in a step, (1 - 2.02)²", measured: growing[1] / growing[0],
  expected: 1.0404, tolerance: 1e-6)

// %% [markdown]
// The logistic loss has another curvature at every point. At the minimum its largest eigenvalue decides what happens
// *near* the minimum. Above $2/L$ the steps do not fly away as they do on the line: further out the loss is flatter,
// and the point ends in a cycle. Everywhere the curvature is at most that of $X^\top X / 4n$ and the penalty, because
// $p (1 - p) \le 1/4$. A rate below 2 over *that* is sure to converge from any start. It is sufficient, not necessary:

// %% Two limits for the logistic loss
let mean = Mean(sum: logistic)
let curvature = try logistic.curvatureOfMean(at: optimum)
let bound = try (logistic.x.gram().symmetricEigenvalues()[0] / 4 + logistic.l2) / Double(n)
let (nearLimit, sureLimit) = (2 / curvature.largest, 2 / bound)
let near = optimum.map { $0 + 1e-3 }
let cases: [(name: String, start: [Double], rate: Double)] = [
  ("0.95 of the sure limit, from zero", zeros, 0.95 * sureLimit),
  ("5 times the sure limit, from zero", zeros, 5 * sureLimit),
  ("0.98 of the limit at the minimum, near it", near, 0.98 * nearLimit),
  ("1.05 of the limit at the minimum, near it", near, 1.05 * nearLimit),
]
let caseRuns = try cases.map { each in
  try GradientDescent(
    step: .schedule(.constant(each.rate)), stopping: StoppingRule(gradientTolerance: 1e-7, iterationLimit: 9000)
  ).minimize(mean, from: each.start)
}
notebook.show("limit at the minimum: 2/L = \(nearLimit);  sure limit: \(sureLimit)")
notebook.table(
  columns: ["rate and start", "rate", "iterations", "ended as", "largest element of the gradient"],
  rows: zip(cases, caseRuns).map { each, run in
    [
      .text(each.name), .number(each.rate, digits: 3), .number(run.report.iterations),
      .text(run.report.termination.rawValue), .number(steepness(mean.gradient(at: run.point))),
    ]
  })
for index in 0...2 {
  notebook.check(
    "C9", "\(cases[index].name): gradient", measured: steepness(mean.gradient(at: caseRuns[index].point)), atMost: 1e-7)
}
notebook.check(
  "C9", "\(cases[3].name): gradient", measured: steepness(mean.gradient(at: caseRuns[3].point)), atLeast: 1e-3)
let cycle = gradientDescentPoints(mean, from: caseRuns[3].point, rate: cases[3].rate, steps: 2)
notebook.check("C9", "there, a step moves by", measured: distance(cycle[0], cycle[1]), atLeast: 1e-2)
notebook.check("C9", "there, two steps move by", measured: distance(cycle[0], cycle[2]), atMost: 1e-6)

// %% [markdown]
// ## Batch, stochastic, mini-batch (C10)
//
// The gradient of the mean loss needs all samples. That of one sample, or of 32, points the same way on average and
// costs a fraction. An epoch goes through all samples once: one step, 18 steps or 569. Same start, same rate:

// %% Three sizes of batches
let batchSizes: [(name: String, size: Int)] = [("of all 569", n), ("of 32", 32), ("of one", 1)]
let batchCourses = try batchSizes.map { name, size in
  var generator = SeededGenerator(seed: 10)
  let method = StochasticGradientDescent(rate: .constant(0.05), epochs: 54, batchSize: size, gradientTolerance: 0)
  return Course(name, try method.minimize(logistic, from: zeros, using: &generator), terms: n, lowest: lowest)
}
let stepsAnEpoch = batchSizes.map { (n + $0.size - 1) / $0.size }
notebook.table(
  columns: ["batch", "steps an epoch", "gap after 1 epoch", "after 3", "after 54 epochs"],
  rows: zip(batchCourses, stepsAnEpoch).map { course, steps in
    [
      .text(course.name), .number(steps), .number(course.gaps[1], digits: 5), .number(course.gaps[3], digits: 5),
      .number(course.last, digits: 5),
    ]
  },
  caption: "How far the mean loss is above its minimum; at the start by \(batchCourses[0].gaps[0])")
notebook.figure(
  "The same rate, three sizes of batches: by what was read, and by the steps made",
  Figure(
    xLabel: "epochs", yLabel: "mean loss above its minimum", yScale: .logarithmic,
    layers: batchCourses.map { .line(x: $0.gaps.indices.map(Double.init), y: $0.gaps, label: $0.name) }),
  Figure(
    xLabel: "gradients of a batch", yLabel: "mean loss above its minimum", xScale: .logarithmic, yScale: .logarithmic,
    layers: zip(batchCourses, stepsAnEpoch).map { course, steps in
      .line(
        x: course.gaps.indices.dropFirst().map { Double($0 * steps) }, y: Array(course.gaps.dropFirst()),
        label: course.name)
    }))
notebook.check(
  "C10", "one epoch: gap by all at once, over that by ones",
  measured: batchCourses[0].gaps[1] / batchCourses[2].gaps[1], atLeast: 10)
notebook.check(
  "C10", "54 steps: gap by all at once, over that by 32",
  measured: batchCourses[0].gaps[54] / batchCourses[1].gaps[3], expected: 1, tolerance: 0.1)
notebook.check(
  "C10", "by ones: gap of the last 27 epochs, over that of the 27 before",
  measured: batchCourses[2].floor(last: 27) / (2 * batchCourses[2].floor(last: 54) - batchCourses[2].floor(last: 27)),
  atLeast: 0.3)

// %% [markdown]
// For a given rate it is the number of *steps* that counts (right): 54 steps with 32 samples bring what 54 steps with
// all of them bring, for an eighteenth of the reading. So small batches are ahead by far at first (left). Single
// samples then stop getting better: their gradients do not vanish at the minimum, and the point is thrown about it.
//
// ## Schedules (C11)
//
// Long steps are good at the beginning, short ones at the end. A schedule has both. Batches of one sample, 40 epochs,
// all from the rate 0.1:

// %% Five schedules
let steps = 40 * n
let schedules: [(name: String, rate: LearningRate)] = [
  ("constant", .constant(0.1)),
  ("step decay, half every 4 epochs", .step(0.1, factor: 0.5, every: 4 * n)),
  ("1/t", .inverseTime(0.1, decay: 0.002)),
  ("cosine", .cosine(0.1, over: steps)),
  ("warm-up of 1 epoch, then cosine", .warmUp(over: n, then: .cosine(0.1, over: steps - n))),
]
let scheduleCourses = try schedules.map { name, rate in
  var generator = SeededGenerator(seed: 11)
  let method = StochasticGradientDescent(rate: rate, epochs: 40, batchSize: 1, gradientTolerance: 0)
  return Course(name, try method.minimize(logistic, from: zeros, using: &generator), terms: n, lowest: lowest)
}
notebook.table(
  columns: ["schedule", "rate at the end", "gap after 1 epoch", "after 40 epochs"],
  rows: zip(schedules, scheduleCourses).map { schedule, course in
    [
      .text(schedule.name), .number(schedule.rate.value(at: steps - 1), digits: 5), .number(course.gaps[1], digits: 5),
      .number(course.last, digits: 5),
    ]
  })
let stepsShown = stride(from: 0, to: steps, by: n / 4).map { $0 }
notebook.figure(
  "Schedules: the rate, and the noise floor that it leaves",
  Figure(
    xLabel: "epochs", yLabel: "rate",
    layers: schedules.map { schedule in
      .line(
        x: stepsShown.map { Double($0) / Double(n) }, y: stepsShown.map { schedule.rate.value(at: $0) },
        label: schedule.name)
    }),
  Figure(
    xLabel: "epochs", yLabel: "mean loss above its minimum", yScale: .logarithmic,
    layers: scheduleCourses.map { .line(x: $0.gaps.indices.map(Double.init), y: $0.gaps, label: $0.name) }))
let constantFloor = scheduleCourses[0].floor(last: 20)
for course in scheduleCourses.dropFirst() {
  notebook.check(
    "C11", "\(course.name): gap at the end, in the constant rate's floor", measured: course.last / constantFloor,
    atMost: 0.35)
}
notebook.check(
  "C11", "the warm-up begins with a rate of", measured: schedules[4].rate.value(at: 0), expected: 0.1 / Double(n),
  tolerance: 1e-15)

// %% [markdown]
// ## Momentum, and a rate for each variable (C11)
//
// Momentum adds up past gradients: along the valley they agree and grow, across it they cancel. Nesterov's form looks
// ahead. AdaGrad, RMSProp and Adam divide each variable's gradient by the size that it has had. Here with exact
// gradients, each at a rate that suits it:

// %% Six rules
let rules: [(name: String, rule: UpdateRule, rate: Double)] = [
  ("plain", .plain, 0.5), ("momentum", .momentum(), 0.5), ("Nesterov", .nesterov(), 0.5), ("AdaGrad", .adaGrad, 0.3),
  ("RMSProp", .rmsProp(), 0.01), ("Adam", .adam(), 0.1),
]
let ruleCourses = try rules.map { name, rule, rate in
  let method = GradientDescent(
    step: .schedule(.constant(rate), rule: rule), stopping: StoppingRule(gradientTolerance: 0, iterationLimit: 2000))
  return Course(name, try method.minimize(mean, from: zeros), terms: 1, lowest: lowest)
}
notebook.table(
  columns: ["rule", "rate", "iterations to a gap of 1e-4", "gap after 2000"],
  rows: zip(rules, ruleCourses).map { rule, course in
    [
      .text(rule.name), .number(rule.rate, digits: 2), .number(course.iterations(toGap: 1e-4) ?? 2000),
      .number(course.last, digits: 8),
    ]
  })
notebook.figure(
  "Six rules on the same loss, with exact gradients",
  Figure(
    xLabel: "iterations", yLabel: "mean loss above its minimum", xRange: 0...600, yRange: 1e-8...1,
    yScale: .logarithmic,
    layers: ruleCourses.map { .line(y: Array($0.gaps.prefix(600)), label: $0.name) }))
let toGap = ruleCourses.map { Double($0.iterations(toGap: 1e-4) ?? 2000) }
notebook.check("C11", "plain over momentum, iterations to 1e-4", measured: toGap[0] / toGap[1], atLeast: 5)
notebook.check("C11", "plain over Nesterov, iterations to 1e-4", measured: toGap[0] / toGap[2], atLeast: 5)
for index in 3...5 {
  notebook.check(
    "C11", "\(rules[index].name), iterations to 1e-4, in those of plain", measured: toGap[index] / toGap[0],
    atMost: 0.8)
}
notebook.check(
  "C11", "RMSProp at a constant rate does not settle: gap after 2000", measured: ruleCourses[4].last, atLeast: 1e-6)

// %% [markdown]
// The last three do not care how large gradients are: a loss in other units, a thousand times as large, leaves Adam's
// path as it is, and throws the plain rule off. But no rule saves one from standardising the features. In the units in
// which they were measured, an area of 2500 beside a smoothness of 0.1, the coefficients differ in size as much, and a
// step of the same length is too long for some and too short for others. After 1000 iterations:

// %% A loss in other units, and features in other units
let scaled = Mean(sum: logistic, factor: 1000)
let raw = LogisticSum(features: cancer.features, classes: cancer.labels, l2: 1)
let rawLowest = try Newton().minimize(raw, from: zeros).value / Double(n)
let rawLimit = 2 / (try raw.curvatureOfMean(at: zeros).largest)
func after1000(_ function: Mean<LogisticSum>, _ rule: UpdateRule, rate: Double) throws -> Minimum {
  let stopping = StoppingRule(gradientTolerance: 0, iterationLimit: 1000)
  return try GradientDescent(step: .schedule(.constant(rate), rule: rule), stopping: stopping)
    .minimize(function, from: zeros)
}
let plainScaled = try after1000(scaled, .plain, rate: 0.5)
let adamScaled = try after1000(scaled, .adam(), rate: 0.1)
let adam = try after1000(mean, .adam(), rate: 0.1)
let rawPlain = try after1000(Mean(sum: raw), .plain, rate: 0.9 * rawLimit)
let rawAdam = try after1000(Mean(sum: raw), .adam(), rate: 0.1)
notebook.table(
  columns: ["rule", "standardised", "loss times 1000", "features as measured"],
  rows: [
    [
      "plain", .number(ruleCourses[0].gaps[1000], digits: 6), .number(plainScaled.value / 1000 - lowest, digits: 6),
      .number(rawPlain.value - rawLowest, digits: 6),
    ],
    [
      "Adam", .number(adam.value - lowest, digits: 6), .number(adamScaled.value / 1000 - lowest, digits: 6),
      .number(rawAdam.value - rawLowest, digits: 6),
    ],
  ],
  caption: "The mean loss above its minimum, in the units of the first column")
notebook.check(
  "C11", "Adam's points with and without the factor differ by", measured: distance(adam.point, adamScaled.point),
  atMost: 1e-5)
notebook.check(
  "C11", "plain, loss times 1000: gap, in that without",
  measured: (plainScaled.value / 1000 - lowest) / ruleCourses[0].gaps[1000], atLeast: 100)
notebook.check(
  "C11", "features as measured: gap by the plain rule", measured: rawPlain.value - rawLowest, atLeast: 0.05)
notebook.check("C11", "features as measured: gap by Adam", measured: rawAdam.value - rawLowest, atLeast: 0.05)

// %% [markdown]
// ## Does noise help to escape from local minima? (C12)
//
// It is often said of mini-batches. This loss has no local minima to escape from: its curvature is positive everywhere,
// so any two ways down end in the same point.

// %% One minimum from anywhere
var starts = SeededGenerator(seed: 12)
let startPoints = (0..<5).map { _ in
  Array(Matrix.standardNormal(rowCount: 1, columnCount: logistic.dimension, using: &starts).row(0)).map { 3 * $0 }
}
let ends = try startPoints.map { try LBFGS().minimize(logistic, from: $0).point }
let smallest = try startPoints.map { try logistic.curvatureOfMean(at: $0).smallest }
notebook.table(
  columns: ["start", "its distance from the minimum", "least curvature there", "distance at the end"],
  rows: startPoints.indices.map { index in
    [
      .number(index + 1), .number(distance(startPoints[index], optimum), digits: 2), .number(smallest[index]),
      .number(distance(ends[index], optimum)),
    ]
  })
notebook.check(
  "C12", "largest distance of five ends", measured: ends.map { distance($0, optimum) }.max() ?? .nan, atMost: 1e-5)
notebook.check("C12", "least curvature at five random points", measured: smallest.min() ?? .nan, atLeast: 1e-7)

// %% [markdown]
// What the noise does here is to keep the point away from the minimum, even if it *begins* there. It settles on a
// level, the noise floor, which falls with the rate: faster than in proportion here, for each sample comes once an
// epoch, and much of the noise cancels. A rate that goes to zero removes it:

// %% The noise floor
let floorRates = [0.1, 0.05, 0.025, 0.0125]
func course(_ name: String, _ rate: LearningRate) throws -> Course {
  var generator = SeededGenerator(seed: 13)
  let method = StochasticGradientDescent(rate: rate, epochs: 60, batchSize: 1, gradientTolerance: 0)
  return Course(name, try method.minimize(logistic, from: optimum, using: &generator), terms: n, lowest: lowest)
}
let floors = try floorRates.map { try course("constant \($0)", .constant($0)) }
let removed = try course("cosine from 0.1", .cosine(0.1, over: 60 * n))
notebook.table(
  columns: ["rate", "mean gap of the last 40 epochs"],
  rows: zip(floorRates, floors).map { [.number($0, digits: 4), .number($1.floor(last: 40), digits: 6)] },
  caption: "Batches of one sample, begun at the minimum")
notebook.figure(
  "Begun at the minimum: four noise floors, and none",
  Figure(
    xLabel: "epochs", yLabel: "mean loss above its minimum", yRange: 1e-6...0.1, yScale: .logarithmic,
    layers: (floors + [removed]).map {
      .line(x: $0.gaps.indices.dropFirst().map(Double.init), y: Array($0.gaps.dropFirst()), label: $0.name)
    }))
for (long, short) in zip(floors, floors.dropFirst()) {
  notebook.check(
    "C12", "\(long.name) over half of it: ratio of the floors", measured: long.floor(last: 40) / short.floor(last: 40),
    atLeast: 1.5)
}
notebook.check(
  "C12", "falling to zero: gap at the end, in the floor of 0.1", measured: removed.last / floors[0].floor(last: 40),
  atMost: 0.01)

// %% [markdown]
// ## Why not always a better method? (C13)
//
// Newton's method knows the curvature and rescales every direction; L-BFGS learns it from the last gradients. On the
// same problem, to a gradient of 1e-7 of the usual size:

// %% Four methods, one problem
let exact = StoppingRule(gradientTolerance: 1e-7, iterationLimit: 20_000)
let (newtonRun, newtonTime) = try timed { try Newton(tolerance: 1e-4).minimize(logistic, from: zeros) }
let (lbfgsRun, lbfgsTime) = try timed { try LBFGS(stopping: exact).minimize(logistic, from: zeros) }
let (momentumRun, momentumTime) = try timed {
  try GradientDescent(step: .schedule(.constant(0.5 / Double(n)), rule: .nesterov()), stopping: exact)
    .minimize(logistic, from: zeros)
}
let (plainRun, plainTime) = try timed {
  try GradientDescent(step: .schedule(.constant(0.5 / Double(n))), stopping: exact).minimize(logistic, from: zeros)
}
let contest = [
  ("Newton", newtonRun, newtonTime), ("L-BFGS", lbfgsRun, lbfgsTime), ("Nesterov", momentumRun, momentumTime),
  ("plain gradient descent", plainRun, plainTime),
]
notebook.table(
  columns: ["method", "iterations", "gradient, of its scale", "milliseconds"],
  rows: contest.map { name, run, time in
    [
      .text(name), .number(run.report.iterations),
      .number(steepness(logistic.gradient(at: run.point)) / logistic.gradientScale), .number(time, digits: 1),
    ]
  })
notebook.check("C13", "iterations of Newton's method", measured: newtonRun.report.iterations, atMost: 12)
notebook.check("C13", "iterations of L-BFGS", measured: lbfgsRun.report.iterations, atMost: 100)
notebook.check(
  "C13", "iterations of gradient descent, in those of L-BFGS",
  measured: Double(plainRun.report.iterations) / Double(lbfgsRun.report.iterations), atLeast: 20)
for (name, run, _) in contest {
  notebook.check(
    "C13", "\(name): gradient", measured: steepness(logistic.gradient(at: run.point)) / logistic.gradientScale,
    atMost: 1e-7)
}

// %% [markdown]
// So first-order methods lose, where the problem is small and the answer has to be exact. But a Hessian costs $n d^2$
// where a gradient costs $nd$, and $d^2$ numbers of memory; with a million variables there is none. And even L-BFGS
// reads all data for every iteration. With 20,000 simulated samples one single pass of mini-batches comes within half a
// percent of the least loss.

// %% Many samples, one pass
var many = SeededGenerator(seed: 14)
let truth = (0..<10).map { Double($0 % 3) - 1 }
let table = Matrix.standardNormal(rowCount: 20_000, columnCount: 10, using: &many)
let chances = VectorMath.sigmoid(table.multiplied(by: truth))
let classes = chances.map { Double.random(in: 0..<1, using: &many) < $0 ? 1 : 0 }
let large = LogisticSum(features: table, classes: classes, l2: 1)
let origin = [Double](repeating: 0, count: large.dimension)
let largeNewton = try Newton().minimize(large, from: origin)
let onePass = try StochasticGradientDescent(
  rate: .cosine(0.5, over: 625), epochs: 1, batchSize: 32, gradientTolerance: 0, tracking: .startAndEnd
).minimize(large, from: origin, using: &many)
let hessianEntries = large.dimension * large.dimension
notebook.table(
  columns: ["method", "passes over the data", "loss, of the least"],
  rows: [
    ["Newton", .number(Int(largeNewton.evaluations)), .number(1, digits: 4)],
    [
      "one epoch of batches of 32", .number(onePass.report.iterations),
      .number(onePass.value / largeNewton.value, digits: 4),
    ],
  ],
  caption: "A pass of Newton's method also makes a Hessian of \(hessianEntries) entries")
notebook.check("C13", "loss after one epoch, of the least", measured: onePass.value / largeNewton.value, atMost: 1.005)
// Besides its epoch it was computed at the start and at the end, to have something to tell.
notebook.check(
  "C13", "passes of the one epoch, with two to judge it", measured: Int(onePass.evaluations), expected: 3)
notebook.check("C13", "passes of Newton's method", measured: largeNewton.evaluations, atLeast: 6)

notebook.finish()
