// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "swift-classic",
  products: [
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Learning", targets: ["Learning"]),
    .library(name: "Decomposition", targets: ["Decomposition"]),
    .library(name: "Classic", targets: ["Classic"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Ground floor: C, never part of the API.
    .systemLibrary(name: "CLAPACK"),

    .target(name: "LinearAlgebra", dependencies: ["CLAPACK"]),
    .target(name: "Learning", dependencies: ["LinearAlgebra"]),
    .target(name: "Decomposition", dependencies: ["Learning", "LinearAlgebra"]),
    .target(name: "Classic", dependencies: ["Learning", "LinearAlgebra"]),
  ],
  swiftLanguageModes: [.v6]
)
