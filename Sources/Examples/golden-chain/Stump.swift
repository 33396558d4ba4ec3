import LinearAlgebra

/// The rule “malignant from some value of one measurement on”.
struct Stump {
  let column: Int
  let cutOff: Double
  /// The share of the patients that it was made from about whom it is right.
  let accuracy: Double

  /// The best rule of a column: all cut-offs are tried.
  init(bestFor isMalignant: [Bool], column: Int, of x: Matrix) {
    let patients = zip(x.column(column), isMalignant).sorted { $0.0 > $1.0 }
    // From the highest cut-off, that of nobody, downwards: each patient who is now called malignant is one more right
    // answer, or one fewer.
    var right = isMalignant.count { !$0 }
    var (best, cutOff) = (right, Double.infinity)
    for (k, patient) in patients.enumerated() {
      right += patient.1 ? 1 : -1
      let isLastOfItsValue = k + 1 == patients.count || patients[k + 1].0 < patient.0
      if isLastOfItsValue, right > best { (best, cutOff) = (right, patient.0) }
    }
    self.column = column
    self.cutOff = cutOff
    accuracy = Double(best) / Double(patients.count)
  }
}
