import Learning
import LinearAlgebra

/// Rows with a class each, 0 or 1.
struct Sample {
  let features: Matrix
  let labels: [Int]
}
