"""Writes Tests/DatasetsTests/NPY/NPYFixtures.swift: files that NumPy made, and the values that NumPy reads in them.

Run from the root of the package: python3 Tests/Fixtures/npy/make_npy.py (made with NumPy 2.4.6)
"""
import base64
import io
import struct
import warnings

import numpy as np

# Three rows of two, each exact as a Double.
VALUES = {
    "f8": [[0.1, -2.5], [5e-324, float("nan")], [float("-inf"), -0.0]],
    "f4": [[0.1, -2.5], [1e-45, float("nan")], [float("inf"), -0.0]],
    "i1": [[-128, 127], [0, 1], [-1, 2]],
    "i2": [[-(2**15), 2**15 - 1], [0, 1], [-1, 258]],
    "i4": [[-(2**31), 2**31 - 1], [0, 1], [-1, 66051]],
    "i8": [[-(2**63), 2**53], [0, 1], [-1, 2**62 + 2**10]],
    "u1": [[0, 255], [1, 2], [3, 4]],
    "u2": [[0, 2**16 - 1], [1, 2], [3, 258]],
    "u4": [[0, 2**32 - 1], [1, 2], [3, 66051]],
    "u8": [[0, 2**63], [1, 2**53], [3, 2**64 - 2**11]],
    "b1": [[True, False], [False, True], [True, True]],
}


def fixture(array, version=None):
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that versions 2.0 and 3.0 are read by newer NumPy only
        np.lib.format.write_array(stream, array, version=version)
    read = np.load(io.BytesIO(stream.getvalue()))
    bits = [struct.unpack("<Q", struct.pack("<d", float(x)))[0] for x in read.ravel(order="C")]
    column_major = array.flags.f_contiguous and not array.flags.c_contiguous
    return stream.getvalue(), list(array.shape), array.dtype.str[1:], column_major, bits


def arrays():
    for name, values in VALUES.items():
        for order in "<>" if int(name[1:]) > 1 else "|":
            for layout in "CF":
                yield np.array(values, dtype=order + name, order=layout), None
    yield np.array([0.1, float("inf"), -0.0, 3]), None
    yield np.array([[1.5, 2.5, 3.5]], dtype="<f4"), (2, 0)
    yield np.array([[1.5, 2.5, 3.5], [4, 5, 6]], dtype=">i2"), (3, 0)
    yield np.zeros(0), None
    yield np.zeros((0, 3)), None
    yield np.zeros((3, 0)), None


def swift(data, shape, dtype, column_major, bits):
    text = base64.b64encode(data).decode()
    lines = [text[i : i + 100] for i in range(0, len(text), 100)]
    words = [f"0x{b:X}" for b in bits]
    rows = [", ".join(words[i : i + 4]) for i in range(0, len(words), 4)]
    base64_text = "\n        + ".join(f'"{line}"' for line in lines)
    bit_text = ",\n        ".join(rows)
    return f"""    NPYFixture(
      shape: {shape}, type: "{dtype}", isColumnMajor: {str(bool(column_major)).lower()},
      base64: {base64_text},
      bits: [{bit_text}]),
"""


cases = "".join(swift(*fixture(array, version)) for array, version in arrays())
with open("Tests/DatasetsTests/NPY/NPYFixtures.swift", "w") as file:
    file.write(
        f"""import Foundation
import Testing

/// A file that NumPy wrote, and the bits of the Doubles that it reads in it, row by row.
///
/// This file is made by Tests/Fixtures/npy/make_npy.py.
struct NPYFixture: Sendable, CustomTestStringConvertible {{
  let shape: [Int]
  let type: String
  let isColumnMajor: Bool
  let base64: String
  let bits: [UInt64]

  var bytes: [UInt8] {{ Array(Data(base64Encoded: base64) ?? Data()) }}

  var testDescription: String {{ "\\(type) \\(shape) \\(isColumnMajor ? "Fortran" : "C")" }}

  static let all: [NPYFixture] = [
{cases}  ]
}}
"""
    )
