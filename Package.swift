// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "swift-classic",
  products: [
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Learning", targets: ["Learning"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Decomposition", targets: ["Decomposition"]),
    .library(name: "Classic", targets: ["Classic"]),
    .library(name: "Notebook", targets: ["Notebook"]),
    .executable(name: "pca-components", targets: ["pca-components"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Ground floor: C, never part of the API.
    .systemLibrary(name: "CLAPACK"),
    .target(name: "CVectorMath", exclude: ["README.md", "coefficients.py"]),
    .target(name: "CDatasets", exclude: ["README.md", "Resources"]),

    // The toolkit, each room on those above it in this list.
    .target(name: "LinearAlgebra", dependencies: ["CLAPACK", "CVectorMath"]),
    .target(name: "Learning", dependencies: ["LinearAlgebra"]),
    .target(name: "Datasets", dependencies: ["CDatasets", "Learning", "LinearAlgebra"]),
    .target(name: "Decomposition", dependencies: ["Learning", "LinearAlgebra"]),
    .target(name: "Classic", dependencies: ["Learning", "LinearAlgebra"]),

    // Runs the examples: knows scripts, tables and checks, and no algorithm.
    .target(
      name: "Notebook",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),

    // The examples, one a topic.
    .executableTarget(
      name: "pca-components",
      dependencies: ["Datasets", "Decomposition", "Learning", "LinearAlgebra", "Notebook"],
      path: "Sources/Examples/pca-components"),

    // Tests, and what they run. LinearAlgebraTests names the C target because its instruction sets are tested one by one.
    .target(name: "TestSupport", dependencies: ["Learning", "LinearAlgebra"], path: "Tests/TestSupport"),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "CVectorMath"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets"]),
    .executableTarget(name: "NotebookProbe", dependencies: ["Notebook"], path: "Tests/NotebookProbe"),
    .executableTarget(name: "NotebookGallery", dependencies: ["Notebook"], path: "Tests/NotebookGallery"),
    .testTarget(
      name: "NotebookTests", dependencies: ["Notebook", "NotebookGallery", "NotebookProbe", "TestSupport"]),
    .testTarget(name: "ExamplesTests", dependencies: ["TestSupport", "pca-components"]),
  ],
  swiftLanguageModes: [.v6]
)
