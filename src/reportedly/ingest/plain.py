"""Plain text: what is no other format. In: bytes. Out: a `Document`. Refuses what `decode` refuses."""

from reportedly.document import Document, Metadata
from reportedly.ingest.build import build_document
from reportedly.ingest.encodings import decode
from reportedly.ingest.formats import Format
from reportedly.ingest.source import Options, Source, digest_of
from reportedly.ingest.text import text_paragraphs


def load_text(data: bytes, source: Source, options: Options) -> Document:
    """The article that a plain text is. Raises `InputRefused` as `decode` and `build_document` do."""
    paragraphs = text_paragraphs(decode(data, source.charset))
    return build_document(
        paragraphs, source.hints, Metadata(), digest_of(data), options.check_language, not_after=source.not_after
    )


FORMATS = (
    Format("text", "plain text, paragraphs parted by empty lines", recognise=lambda head, name: False, load=load_text),
)
