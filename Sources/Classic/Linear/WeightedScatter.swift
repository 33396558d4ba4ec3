import LinearAlgebra

/// Σ w x̃, Σ w x̃ x̃ᵀ and Σ w of standardised features x̃.
struct WeightedScatter {
  var products: Matrix
  var sums: [Double]
  var weight: Double

  init(_ x: Matrix, _ weights: [Double], _ scaling: ColumnScaling) {
    let d = x.columnCount
    products = .zeros(d, d)
    sums = [Double](repeating: 0, count: d)
    weight = 0
    // Where every weight has underflowed to zero there is no curvature.
    guard let moments = try? Moments(of: x, weights: weights) else { return }
    weight = moments.weight
    let distance = zip(moments.mean, scaling.center).map { $0 - $1 }
    let scatter = moments.covariance(.maximumLikelihood)
    for i in 0..<d {
      sums[i] = weight * distance[i] * scaling.inverseScale[i]
      for j in 0..<d {
        products[i, j] = weight * (scatter[i, j] + distance[i] * distance[j])
          * scaling.inverseScale[i] * scaling.inverseScale[j]
      }
    }
  }
}
