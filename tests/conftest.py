"""Property tests try the same examples on every machine, and no test asserts a time."""

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
