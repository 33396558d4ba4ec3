// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "swift-classic",
  products: [
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Learning", targets: ["Learning"]),
    .library(name: "Datasets", targets: ["Datasets"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Ground floor: C, never part of the API.
    .systemLibrary(name: "CLAPACK"),

    .target(name: "LinearAlgebra", dependencies: ["CLAPACK"]),
    .target(name: "Learning", dependencies: ["LinearAlgebra"]),

    // The data files' bytes, embedded by C: never part of the API.
    .target(name: "CDatasets", exclude: ["README.md", "Resources"]),
    .target(name: "Datasets", dependencies: ["CDatasets", "LinearAlgebra", "Learning"]),
    .testTarget(name: "DatasetsTests", dependencies: ["Datasets"]),
  ],
  swiftLanguageModes: [.v6]
)
