// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "swift-classic",
  products: [],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Ground floor: C, never part of the API.
    .systemLibrary(name: "CLAPACK"),
    .target(name: "CVectorMath", exclude: ["README.md", "coefficients.py"]),

    .target(name: "LinearAlgebra", dependencies: ["CLAPACK", "CVectorMath"]),

    // The C target is named too: its instruction sets are tested one by one.
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "CVectorMath"]),
  ],
  swiftLanguageModes: [.v6]
)
