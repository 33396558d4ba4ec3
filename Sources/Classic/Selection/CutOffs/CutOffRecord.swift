/// What a model remembers of the choice of its cut-off; it goes into files with the model.
public struct CutOffRecord: Hashable, Codable, Sendable {
  /// With what came of it for rows that the models had not learned from.
  ///
  /// Its cost is a little too low an estimate, since it was chosen for it.
  public let chosen: CutOff
  /// What the cut-off ½ would have cost per row: how much there was to gain.
  public let costPerRowAtOneHalf: Double
  /// The cut-offs that it was chosen from.
  public let candidateCount: Int

  init(_ table: CutOffTable) {
    chosen = table.best
    costPerRowAtOneHalf = table.costPerRow(at: 0.5)
    candidateCount = table.cutOffs.count
  }
}
