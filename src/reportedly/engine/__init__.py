"""Many inputs: each opened and read in processes of their own, and every one accounted for.

In: what a person names, and a casebook or a caller who takes outcomes one by one. Out: outcomes in the order of the
inputs, whatever the number of workers. It refuses nothing: an input that crashes, hangs or eats memory is an outcome
with a reason, and costs no other.
"""

from reportedly.engine.batch import read_batch, read_one
from reportedly.engine.run import Progress, read_all, read_each

__all__ = ["Progress", "read_all", "read_batch", "read_each", "read_one"]
