/// `count` values from `first` to `last`, evenly spaced.
func grid(_ first: Double, _ last: Double, count: Int) -> [Double] {
  (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
}
