import Notebook
import Stats

/// A Q-Q plot: the quantiles, and the line through the quartiles.
func quantileLayers(_ quantiles: QuantileQuantile) -> [Figure.Layer] {
  let ends = [quantiles.theoretical.first ?? 0, quantiles.theoretical.last ?? 0]
  return [
    .points(x: quantiles.theoretical, y: quantiles.sample),
    .line(x: ends, y: ends.map { quantiles.intercept + quantiles.slope * $0 }),
  ]
}

/// A histogram with 40 bins, and what a distribution expects in bins of their width.
func histogramLayers(
  _ values: [Double], under distribution: some ContinuousDistribution, _ label: String
) -> [Figure.Layer] {
  let (smallest, largest) = (values.min() ?? 0, values.max() ?? 1)
  let places = grid(smallest, largest, count: 200)
  let mass = Double(values.count) * (largest - smallest) / 40
  return [
    .histogram(values, bins: 40, label: "samples"),
    .line(x: places, y: places.map { mass * distribution.density($0) }, label: label),
  ]
}
