/// What the layers of a figure cover.
struct Extents: Sendable {
  var x = Extent()
  var y = Extent()
}
