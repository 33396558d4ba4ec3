internal import CVectorMath
import Testing

/// Arguments are exact in binary; values are from mpmath 1.3.0 with 60 digits.
@Suite("exp, sigmoid and softplus at points known to 25 digits")
struct ElementaryLiteralTests {
  static let exponentials: [(Double, Double)] = [
    (-708, 3.307_553_003_638_407_996_201_174e-308),
    (-700.5, 5.980_196_118_639_791_206_412_107e-305),
    (-36.75, 1.095_665_003_326_236_722_882_764e-16),
    (-1, 0.367_879_441_171_442_321_595_523_8),
    (-0.346_679_687_5, 0.707_031_763_102_476_604_056_687_2),
    (0x1p-30, 1.000_000_000_931_322_575_049_159),
    (0.346_679_687_5, 1.414_363_614_460_501_712_832_873),
    (1, 2.718_281_828_459_045_235_360_287),
    (10.625, 41150.855_677_666_771_781_813_45),
    (100.031_25, 2.773_447_139_654_128_200_395_381e+43),
    (709.75, 1.739_836_873_264_160_557_698_253e+308),
    (709.781_25, 1.795_065_224_114_149_455_238_478e+308),
  ]

  static let sigmoids: [(Double, Double)] = [
    (-708, 3.307_553_003_638_407_996_201_174e-308),
    (-700.5, 5.980_196_118_639_791_206_412_107e-305),
    (-36.75, 1.095_665_003_326_236_602_834_585e-16),
    (-5.5, 4.070_137_715_896_127_325_164_605e-3),
    (-1.109_375, 0.247_987_426_240_202_761_480_557_8),
    (-0.25, 0.437_823_499_114_201_895_972_676_4),
    (0x1p-30, 0.500_000_000_232_830_643_653_869_6),
    (0.75, 0.679_178_699_175_392_973_159_680_1),
    (2.5, 0.924_141_819_978_756_448_806_693_8),
    (10.625, 0.999_975_699_759_256_720_400_526_8),
    (20.5, 0.999_999_998_749_847_135_176_139_6),
    (36.75, 0.999_999_999_999_999_890_433_499_7),
  ]

  static let softpluses: [(Double, Double)] = [
    (-708, 3.307_553_003_638_407_996_201_174e-308),
    (-700.5, 5.980_196_118_639_791_206_412_107e-305),
    (-36.75, 1.095_665_003_326_236_662_858_675e-16),
    (-5.5, 4.078_443_270_570_720_891_516_425e-3),
    (-1.25, 0.251_929_081_345_372_888_953_418_7),
    (-0.437_5, 0.498_134_547_514_375_353_853_170_2),
    (0, 0.693_147_180_559_945_309_417_232_1),
    (0.687_5, 1.094_851_047_253_726_483_319_774),
    (2.5, 2.578_889_734_292_549_623_344_044),
    (10.625, 10.625_024_300_535_998_912_888_48),
    (36.75, 36.750_000_000_000_000_109_566_5),
    (700.5, 700.5),
  ]

  /// The literal is itself rounded, by half a unit; and between two numbers there is a whole number of units.
  private func check(_ table: [(Double, Double)], _ function: ElementaryFunction, on set: CVMInstructionSet) {
    for ((x, expected), value) in zip(table, function(table.map(\.0), on: set)) {
      #expect(abs(value - expected) <= (function.bound + 0.5).rounded(.down) * expected.ulp, "\(function.name)(\(x))")
    }
  }

  @Test("exp", arguments: availableInstructionSets)
  func exponential(set: CVMInstructionSet) { check(Self.exponentials, .exp, on: set) }

  @Test("sigmoid", arguments: availableInstructionSets)
  func sigmoid(set: CVMInstructionSet) { check(Self.sigmoids, .sigmoid, on: set) }

  @Test("softplus", arguments: availableInstructionSets)
  func softplus(set: CVMInstructionSet) { check(Self.softpluses, .softplus, on: set) }
}
