/// A distribution whose parameters can be estimated by maximum likelihood.
public protocol LikelihoodFamily: Distribution {
  associatedtype Likelihood: LikelihoodFunction where Likelihood.Family == Self
}
