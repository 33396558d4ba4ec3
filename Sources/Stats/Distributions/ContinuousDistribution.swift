/// A distribution with a density on the real line.
public protocol ContinuousDistribution: UnivariateDistribution where Value == Double {}
