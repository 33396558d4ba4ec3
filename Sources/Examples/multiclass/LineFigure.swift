import LinearAlgebra
import Notebook

/// The probabilities of the left and the middle class along a line, and the true ones.
func lineFigure(_ title: String, _ x: [Double], _ probabilities: Matrix, truth: TrueProbabilities) -> Figure {
  Figure(
    title: title, xLabel: "x", yLabel: "probability", yRange: 0...1,
    layers: [
      .line(x: x, y: Array(probabilities.column(0)), label: "left"),
      .line(x: x, y: Array(probabilities.column(1)), label: "middle"),
      .line(x: x, y: Array(probabilities.column(2)), label: "right"),
      .line(x: x, y: x.map { truth($0)[1] }, label: "middle, true"),
    ])
}
