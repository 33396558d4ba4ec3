internal import Learning

/// Checks that a sample has as many values as a method needs, all finite.
func requireObservations(_ sample: [Double], atLeast needed: Int, for purpose: String) throws(LearningError) {
  guard sample.count >= needed else { throw .tooFewSamples(found: sample.count, needed: needed, purpose: purpose) }
  if let row = sample.firstIndex(where: { !$0.isFinite }) {
    throw .valueNotFinite(.observations, row: row, value: sample[row])
  }
}
