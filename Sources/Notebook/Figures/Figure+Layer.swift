extension Figure {
  /// One thing drawn: made by the functions below, such as ``line(x:y:showsPoints:label:)``.
  ///
  /// Where `x` is left out, the values stand at 1, 2, ..., n. A layer with a label has an entry in the legend.
  public struct Layer: Sendable {
    var content: any LayerContent
    let label: String?
  }
}

extension Figure.Layer {
  /// Points joined by a line, in the order given. A value that cannot be drawn interrupts the line.
  ///
  /// - Parameters:
  ///   - x: The horizontal positions; 1, 2, ..., n by default.
  ///   - y: The vertical positions.
  ///   - showsPoints: Whether the points are marked; not by default.
  ///   - label: The entry in the legend; none by default.
  /// - Precondition: `x` and `y` have equally many values.
  public static func line(x: [Double]? = nil, y: [Double], showsPoints: Bool = false, label: String? = nil) -> Self {
    Self(content: Curve(series: Series(x: x, ["y": y]), shape: showsPoints ? .lineWithPoints : .line), label: label)
  }

  /// A step function: each value holds until the next `x`.
  ///
  /// - Precondition: `x` and `y` have equally many values.
  public static func steps(x: [Double]? = nil, y: [Double], label: String? = nil) -> Self {
    Self(content: Curve(series: Series(x: x, ["y": y]), shape: .steps), label: label)
  }

  /// Points without a line.
  ///
  /// - Precondition: `x` and `y` have equally many values.
  public static func points(x: [Double]? = nil, y: [Double], label: String? = nil) -> Self {
    Self(content: Curve(series: Series(x: x, ["y": y]), shape: .points), label: label)
  }

  /// Points in the colour and shape of their class; each class is an entry in the legend, in ascending order.
  ///
  /// - Parameters:
  ///   - x: The horizontal positions.
  ///   - y: The vertical positions.
  ///   - classes: The class of each point: names, numbers.
  /// - Precondition: All three have equally many values.
  public static func scatter(
    x: [Double], y: [Double], classes: [some Hashable & Comparable & CustomStringConvertible]
  ) -> Self {
    Self(content: ClassedPoints(series: Series(x: x, ["y": y]), classes: classes), label: nil)
  }

  /// Points with a vertical interval each.
  ///
  /// - Parameters:
  ///   - x: The horizontal positions; 1, 2, ..., n by default.
  ///   - y: The points.
  ///   - low: The lower ends of the intervals, as positions and not as distances.
  ///   - high: The upper ends.
  ///   - label: The entry in the legend; none by default.
  /// - Precondition: All have equally many values.
  public static func errorBars(
    x: [Double]? = nil, y: [Double], low: [Double], high: [Double], label: String? = nil
  ) -> Self {
    Self(content: Curve(series: Series(x: x, ["y": y, "low": low, "high": high]), shape: .errorBars), label: label)
  }

  /// The area between two curves, in a light shade of the colour that the next layer has.
  ///
  /// - Precondition: All have equally many values.
  public static func band(x: [Double]? = nil, low: [Double], high: [Double], label: String? = nil) -> Self {
    Self(content: Band(series: Series(x: x, ["low": low, "high": high])), label: label)
  }

  /// Bars from zero (on a logarithmic axis from its lower end). Several layers of bars stand side by side.
  ///
  /// - Precondition: `x` and `y` have equally many values.
  public static func bars(x: [Double]? = nil, y: [Double], label: String? = nil) -> Self {
    Self(content: Bars(series: Series(x: x, ["y": y])), label: label)
  }

  /// Counts of the values that fall into bins of equal width between the smallest and the largest.
  ///
  /// - Parameters:
  ///   - values: The sample.
  ///   - bins: The number of bins; by default Sturges' ⌈log₂ n⌉ + 1.
  ///   - label: The entry in the legend; none by default.
  /// - Precondition: `bins` is positive.
  public static func histogram(_ values: [Double], bins: Int? = nil, label: String? = nil) -> Self {
    Self(content: Histogram(values: values, binCount: bins), label: label)
  }

  /// A matrix in colours, with its first row on top and the scale beside it: blue for large values, or blue to red
  /// around zero where signs differ.
  ///
  /// - Parameters:
  ///   - rows: The matrix; every row as long as the first.
  ///   - xNames: Names of the columns; their numbers from 1 by default.
  ///   - yNames: Names of the rows; their numbers from 1 by default.
  ///   - labels: What is written into the cells; nothing by default.
  /// - Precondition: The names and the labels have the shape of the matrix.
  public static func heatMap(
    _ rows: [[Double]], xNames: [String]? = nil, yNames: [String]? = nil, labels: [[String]]? = nil
  ) -> Self {
    Self(content: HeatMap(rows, xNames: xNames, yNames: yNames, labels: labels), label: nil)
  }

  /// A function of two variables in colours, on axes of numbers.
  ///
  /// - Parameters:
  ///   - x: Ascending horizontal positions of the grid.
  ///   - y: Ascending vertical positions of the grid.
  ///   - z: The values: `z[i][j]` at `x[j]`, `y[i]`.
  /// - Precondition: `z` has a row for each `y` and a column for each `x`.
  public static func surface(x: [Double], y: [Double], z: [[Double]]) -> Self {
    Self(content: Surface(grid: Grid(x: x, y: y, z: z)), label: nil)
  }

  /// Lines along which a function of two variables has given values; each is an entry in the legend.
  ///
  /// - Parameters:
  ///   - x: Ascending horizontal positions of the grid.
  ///   - y: Ascending vertical positions of the grid.
  ///   - z: The values: `z[i][j]` at `x[j]`, `y[i]`.
  ///   - levels: The values to follow.
  ///   - label: What stands before the level in the legend, such as `p =`; nothing by default.
  /// - Precondition: `z` has a row for each `y` and a column for each `x`.
  public static func contour(
    x: [Double], y: [Double], z: [[Double]], levels: [Double], label: String? = nil
  ) -> Self {
    Self(content: Contour(grid: Grid(x: x, y: y, z: z), levels: levels), label: label)
  }

  /// A line across at a value of the horizontal axis, with the label beside it.
  public static func verticalLine(_ x: Double, label: String? = nil) -> Self {
    Self(content: ReferenceLine(axis: .x, value: x), label: label)
  }

  /// A line across at a value of the vertical axis, with the label above it.
  public static func horizontalLine(_ y: Double, label: String? = nil) -> Self {
    Self(content: ReferenceLine(axis: .y, value: y), label: label)
  }
}
