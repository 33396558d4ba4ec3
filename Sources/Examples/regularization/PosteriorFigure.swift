import Notebook
import RealModule

/// Lines of equal posterior density of two coefficients, the intercept where it is at the top.
func posteriorFigure(
  _ title: String, _ posterior: LogPosterior, top: [Double], likelihoodTop: [Double]
) throws -> Figure {
  let (x, y) = (grid(-0.6, 1.2, count: 61), grid(-0.9, 0.9, count: 61))
  let highest = try posterior(top)
  let shares = try y.map { second in
    try x.map { first in Double.exp(try posterior([top[0], first, second]) - highest) }
  }
  return Figure(
    title: title, xLabel: "coefficient of age", yLabel: "coefficient of obesity", xRange: -0.6...1.2,
    yRange: -0.9...0.9,
    layers: [
      .contour(x: x, y: y, z: shares, levels: [0.9, 0.5, 0.1, 0.01], label: "share"),
      .points(x: [top[1]], y: [top[2]], label: "top"),
      .points(x: [likelihoodTop[0]], y: [likelihoodTop[1]], label: "maximum likelihood"),
    ])
}
