"""Text to `Analysis`: the spaCy pipeline, and quotation marks."""
