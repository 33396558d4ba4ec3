// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "swift-classic",
  products: [
    .library(name: "LinearAlgebra", targets: ["LinearAlgebra"]),
    .library(name: "Learning", targets: ["Learning"]),
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
    .target(name: "Classic", dependencies: ["Learning", "LinearAlgebra"]),

    // The laws that every estimator goes through; they return violations as values and know no test framework.
    .target(name: "TestSupport", dependencies: ["Learning", "LinearAlgebra"], path: "Tests/TestSupport"),
    .testTarget(name: "LawTests", dependencies: ["TestSupport", "Classic", "Learning", "LinearAlgebra"]),
  ],
  swiftLanguageModes: [.v6]
)
