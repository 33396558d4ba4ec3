/// One of the two axes of a figure.
enum Axis: String, Sendable {
  case x
  case y
}
