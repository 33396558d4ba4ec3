// Every kind of figure once, for the tests and for the eye.
import Foundation
import Notebook

let notebook = Notebook("gallery")

// %% [markdown]
// # A gallery of figures
//
// Shares are $\lambda_i / \sum_j \lambda_j$, and their running sum is
//
// $$r_k = \frac{\sum_{i \le k} \lambda_i}{\sum_j \lambda_j}.$$
//
// - `code`, *emphasis*, and a list
// - with a second item

// %% Bars and a line
let shares = [0.41, 0.22, 0.13, 0.09, 0.06, 0.04, 0.03, 0.02]
let sums = shares.indices.map { shares[...$0].reduce(0, +) }
notebook.figure(
  "Scree plot",
  Figure(
    xLabel: "component", yLabel: "share of the variance",
    layers: [
      .bars(y: shares, label: "each"),
      .line(y: sums, showsPoints: true, label: "together"),
      .horizontalLine(0.95, label: "95 %"),
      .verticalLine(6.5, label: "elbow"),
    ]))
notebook.table(
  columns: ["component", "share", "together"],
  rows: shares.indices.map { [.number($0 + 1), .percent(shares[$0]), .number(sums[$0], digits: 3)] },
  caption: "The shares of <eight> components & their sums")
notebook.check("G1", "the sum of the shares", measured: sums.last ?? .nan, expected: 1, tolerance: 1e-12)

// %% Lines, steps and points
notebook.figure(
  "Lines, steps, points",
  Figure(
    xLabel: "time in s", yLabel: "amplitude",
    layers: [
      .line(x: Waves.x, y: Waves.damped, label: "damped"),
      .line(x: Waves.x, y: Waves.slow, label: "slow"),
      .line(x: Waves.x, y: Waves.slow.map { -$0 / 2 }, label: "slow, halved and upside down"),
      .line(x: Waves.x, y: Waves.x.map { $0 / 20 }, label: "linear"),
      .line(x: Waves.x, y: Waves.x.map { -$0 / 15 }, label: "falling"),
      .steps(x: Waves.x, y: Waves.damped.map { ($0 * 4).rounded() / 4 }, label: "quantised"),
      .points(x: Waves.x, y: Waves.slow.map { $0 * 0.8 }, label: "measured"),
    ]))

// %% Classes
let sample = Waves.scattered(240)
notebook.figure(
  "Twelve classes",
  Figure(
    xLabel: "first score", yLabel: "second score", legend: .right,
    layers: [
      .scatter(
        x: sample.enumerated().map { $1 + 6 * cos(Double($0 % 12)) },
        y: Waves.scattered(240, start: 0.3).enumerated().map { $1 / 2 + 4 * sin(Double($0 % 12)) },
        classes: sample.indices.map { $0 % 12 })
    ]))

// %% Two panels
notebook.figure(
  "A sample & its intervals",
  Figure(
    title: "histogram", xLabel: "value", yLabel: "count", legend: .topRight,
    layers: [
      .histogram(sample, bins: 12, label: "one"), .histogram(sample.map { $0 / 2 + 4 }, label: "two"),
    ]),
  Figure(
    title: "intervals", xLabel: "fold", yLabel: "accuracy", legend: .bottomRight,
    layers: [
      .band(low: [0.7, 0.72, .nan, 0.75, 0.77, 0.78], high: [0.8, 0.84, 0.9, 0.85, 0.84, 0.9], label: "band"),
      .line(y: [0.75, 0.78, .infinity, 0.8, 0.81, 0.85], label: "mean"),
      .errorBars(
        y: [0.76, 0.79, 0.77, 0.79, 0.82, 0.86], low: [0.7, 0.71, 0.72, 0.75, 0.79, 0.81],
        high: [0.82, 0.87, 0.83, 0.84, 0.86, 0.9], label: "95 % interval"),
    ]))

// %% Names on the axis
notebook.figure(
  "Two models by category",
  Figure(
    yLabel: "F₁ score",
    xNames: ["alcohol", "malic acid", "ash", "alcalinity of ash", "magnesium", "total phenols", "od280/od315_of_wines"],
    layers: [
      .bars(y: [0.91, 0.84, -0.2, 0.7, 0.66, 0.95, 0.5], label: "logistic regression"),
      .bars(y: [0.95, 0.88, -0.1, 0.64, 0.71, 0.97, 0.42], label: "gradient boosting"),
      .bars(y: [0.85, 0.78, 0.1, 0.54, 0.61, 0.87, 0.32], label: "naive Bayes"),
    ]))

// %% Matrices
notebook.figure(
  "Confusion matrix",
  Figure(
    xLabel: "predicted", yLabel: "true",
    layers: [
      .heatMap(
        [[50, 0, 0], [0, 47, 3], [0, 1, 49]], xNames: ["setosa", "versicolor", "virginica"],
        yNames: ["setosa", "versicolor", "virginica"],
        labels: [["50", "0", "0"], ["0", "47", "3"], ["0", "1", "49"]])
    ]),
  width: 520, height: 400)
notebook.figure(
  "Correlations",
  Figure(
    layers: [
      .heatMap(
        [[1, 0.8, -0.4], [0.8, 1, .nan], [-0.4, -0.9, 1]], xNames: ["a", "b", "c"], yNames: ["a", "b", "c"],
        labels: [["1", "0.8", "-0.4"], ["0.8", "1", "?"], ["-0.4", "-0.9", "1"]])
    ]))

// %% Functions of two variables
notebook.figure(
  "A saddle and a hill",
  Figure(
    title: "saddle", xLabel: "x₁", yLabel: "x₂",
    layers: [
      .surface(x: Waves.places, y: Waves.places, z: Waves.saddle),
      .contour(x: Waves.places, y: Waves.places, z: Waves.saddle, levels: [-1, 0, 1], label: "z ="),
    ]),
  Figure(
    title: "hill", xLabel: "x₁", yLabel: "x₂",
    layers: [
      .contour(x: Waves.places, y: Waves.places, z: Waves.hill, levels: [0.05, 0.25, 0.5, 0.75, 7], label: "p =")
    ]),
  width: 900)

// %% Logarithmic axes
notebook.figure(
  "Logarithms",
  Figure(
    title: "both axes", xLabel: "n", yLabel: "seconds", xScale: .logarithmic, yScale: .logarithmic, legend: .topLeft,
    layers: [
      .line(x: [10, 100, 1000, 10_000], y: [2e-5, 1.1e-3, 0.12, 13], showsPoints: true, label: "cubic"),
      .line(x: [0, 10, 100, 1000, 10_000], y: [1, 1e-5, 1e-4, 1e-3, 1e-2], showsPoints: true, label: "linear"),
    ]),
  Figure(
    title: "bars", xLabel: "k", yLabel: "eigenvalue", yScale: .logarithmic,
    layers: [.bars(y: [4.2, 0.24, 0.078, 0.024])]))

// %% Ranges, one point, large and small numbers
notebook.figure(
  "Extremes",
  Figure(title: "one point", layers: [.points(x: [3], y: [-7], label: "alone")]),
  Figure(title: "huge", layers: [.line(x: [-1e300, 0, 1e300], y: [-1e299, 5e299, 1e300], showsPoints: true)]),
  Figure(title: "tiny", layers: [.line(x: [-1e-250, 0, 2e-250], y: [1e-9, 2e-9, -1e-9], showsPoints: true)]),
  Figure(title: "nothing", xLabel: "x", layers: [.points(y: [.nan, .infinity]), .horizontalLine(.nan, label: "gone")]),
  Figure(title: "constant", layers: [.line(y: [5, 5, 5, 5]), .histogram([2, 2, 2])]),
  Figure(title: "a window", xRange: 0...1, yRange: -0.5...0.5, layers: [.line(x: Waves.x, y: Waves.damped)]),
  width: 1000, height: 300)

// %% Texts come out as they are
notebook.figure(
  "a_b^2 {x} \"q\" 'z' 50% @m `date` \\n <b>&amp; $y\nsecond line",
  Figure(
    xLabel: "x_1 {curly} 100%", yLabel: "`ls` \\ \"y\" <i>",
    xNames: ["50%", "a_b", "x^2", "{c}", "`date`", "\"q\"", "it's", "&lt;", "%d @f"],
    layers: [
      .bars(y: [1, 2, 3, 4, 5, 4, 3, 2, 1], label: "under_score %d {x} `id` \"q\" \\ & <tag> @macro"),
      .verticalLine(4.5, label: "ref_{1} 5% `w`"),
      .verticalLine(5.5, label: "a second one"),
      .horizontalLine(3.5, label: "y^2 \"h\""),
    ]))

// %% [markdown]
// The end.

// %%
notebook.show("done")
notebook.check("G2", "figures", measured: 11, expected: 11)
notebook.finish()
