/// A program that a notebook needs and does not find.
struct MissingTool: Error, Equatable {
  let name: String
  /// The package of Debian and Ubuntu that holds it.
  let package: String

  var sentence: String {
    "the program \(name) is not on the PATH. On Debian and Ubuntu, apt-get install \(package) installs it."
  }
}
