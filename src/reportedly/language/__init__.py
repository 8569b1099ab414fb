"""Text to `Analysis`: the spaCy pipeline, sentence limits and quotation marks, as plain data.

In: a `Document`. Out: an `Analysis`; no spaCy object leaves this package, and spaCy is imported at the first analysis.
Refuses, with `Misuse`, a pipeline that is not installed or cannot serve.
"""

from reportedly.language.quotations import find_quotations
from reportedly.language.spacy_pipeline import DEFAULT_PIPELINE, analyse, pipeline_version

__all__ = ["DEFAULT_PIPELINE", "analyse", "find_quotations", "pipeline_version"]
