/// A distribution on the whole numbers.
public protocol DiscreteDistribution: UnivariateDistribution where Value == Int {}
