import Classic
import Learning
import LinearAlgebra

/// Patients who came several times. Each has measurements of their own, nearly the same at every visit, and a diagnosis
/// by the toss of a coin: there is nothing to learn but who is who.
struct Visits {
  let sample: Sample
  let patients: [Int]

  init(patientCount: Int, visitCount: Int, columnCount: Int, using generator: inout some RandomNumberGenerator) {
    let centers = Matrix.standardNormal(rowCount: patientCount, columnCount: columnCount, using: &generator)
    patients = (0..<patientCount * visitCount).map { $0 / visitCount }
    let diagnoses = generator.shuffled((0..<patientCount).map { $0 % 2 })
    let changes = Matrix.standardNormal(rowCount: patients.count, columnCount: columnCount, using: &generator)
    sample = Sample(
      features: centers.selectingRows(patients) + 0.3 * changes, labels: patients.map { diagnoses[$0] })
  }
}

extension RandomNumberGenerator {
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] { elements.shuffled(using: &self) }
}
