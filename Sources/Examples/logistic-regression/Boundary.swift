import Learning
import LinearAlgebra
import Notebook

/// Where a classifier of two features is undecided: the probability of its last class is ½.
func boundaryLayer(
  of model: some Classifier, x: [Double], y: [Double], label: String,
  features: ([Double]) -> [Double] = { $0 }
) throws -> Figure.Layer {
  let points = try Matrix(rows: y.flatMap { second in x.map { features([$0, second]) } })
  let probabilities = try model.probabilities(for: points).column(1)
  let z = y.indices.map { i in x.indices.map { probabilities[i * x.count + $0] } }
  return .contour(x: x, y: y, z: z, levels: [0.5], label: label)
}
