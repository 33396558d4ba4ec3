// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "swift-classic",
  products: [
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Learning", targets: ["Learning"]),
    .library(name: "Decomposition", targets: ["Decomposition"]),
    .library(name: "Classic", targets: ["Classic"]),
    .library(name: "Notebook", targets: ["Notebook"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Ground floor: C, never part of the API.
    .systemLibrary(name: "CLAPACK"),

    // The toolkit, each room on those above it in this list.
    .target(name: "LinearAlgebra", dependencies: ["CLAPACK"]),
    .target(name: "Learning", dependencies: ["LinearAlgebra"]),
    .target(name: "Decomposition", dependencies: ["Learning", "LinearAlgebra"]),
    .target(name: "Classic", dependencies: ["Learning", "LinearAlgebra"]),

    // Runs the examples: knows scripts, tables and checks, and no algorithm.
    .target(
      name: "Notebook",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),

    // Tests, and what they run.
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"]),
    .testTarget(name: "LearningTests", dependencies: ["Learning", "LinearAlgebra"]),
    .testTarget(name: "ClassicTests", dependencies: ["Classic", "Learning", "LinearAlgebra"]),
    .executableTarget(name: "NotebookProbe", dependencies: ["Notebook"], path: "Tests/NotebookProbe"),
    .testTarget(name: "NotebookTests", dependencies: ["Notebook", "NotebookProbe"]),
  ],
  swiftLanguageModes: [.v6]
)
