import RealModule

/// `count` values from `first` to `last`, evenly spaced.
func grid(_ first: Double, _ last: Double, count: Int) -> [Double] {
  (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
}

/// `count` values from `first` to `last`, in equal ratios.
func geometricGrid(_ first: Double, _ last: Double, count: Int) -> [Double] {
  grid(.log(first), .log(last), count: count).map { .exp($0) }
}

func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

/// The cosine of the angle between two vectors: 1 where they point the same way.
func cosine(_ a: [Double], _ b: [Double]) -> Double { dot(a, b) / (dot(a, a) * dot(b, b)).squareRoot() }

func largestDifference(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map { abs($0 - $1) }.max() ?? .nan }

/// The Euclidean distance.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
}
