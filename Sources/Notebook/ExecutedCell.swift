/// A cell of the script with what it produced, in order.
struct ExecutedCell: Sendable, Equatable {
  let cell: ScriptCell
  var outputs: [Output] = []
}
