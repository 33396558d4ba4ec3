import LinearAlgebra

/// A series that goes up or down at random, as prices do, and columns that bend with time: Legendre's polynomials.
struct RandomWalk {
  let features: Matrix
  let values: [Double]

  init(length: Int, degree: Int, using generator: inout some RandomNumberGenerator) {
    let steps = Matrix.standardNormal(rowCount: 1, columnCount: length, using: &generator).row(0)
    var place = 0.0
    values = steps.map { step in
      place += step
      return place
    }
    features = Matrix(rowCount: length, columnCount: degree) { elements in
      for i in 0..<length {
        let t = 2 * Double(i) / Double(length - 1) - 1
        var (last, current) = (1.0, t)
        for k in 1...degree {
          elements[i * degree + k - 1] = current
          (last, current) = (current, (Double(2 * k + 1) * t * current - Double(k) * last) / Double(k + 1))
        }
      }
    }
  }
}
