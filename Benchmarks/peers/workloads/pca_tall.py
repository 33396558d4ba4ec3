"""All principal components of a tall table: 1,000,000 x 100, ten factors and noise."""
from ..pca_peers import numpy_covariance, one_dal, scikit_learn
from ..recipes import factor_mix, generator, mixed_normal
from ..variance_share import VarianceShare
from ..workload import Arrays, Workload

FILE = "big100_X"
TOLERANCE = 1e-6


def make_data() -> Arrays:
    random = generator(5)
    return {FILE: mixed_normal(random, 1_000_000, factor_mix(random, 100))}


WORKLOAD = Workload(
    name="pca-tall",
    make_data=make_data,
    files=(FILE,),
    peers=(
        scikit_learn(FILE, "covariance_eigh"),
        scikit_learn(FILE, "full", is_slow=True),
        numpy_covariance(FILE),
        one_dal(FILE),
    ),
    judge=lambda data: VarianceShare(data[FILE], components=100, tolerance=TOLERANCE, is_exact=True),
    quality_name="share of the variance",
    quality_tolerance=TOLERANCE,
    limit=0.12,
    limit_estimate="n d² = 10 GFLOP (one triangle) at 90 GFLOP/s; reading 800 MB hides behind it",
)
