"""Bytes to characters, and characters to those that an article's text may hold.

In: bytes, with the encoding that a server told where one did. Out: a text whose offsets are final. The order is: a
byte order mark; UTF-8 where the bytes are valid UTF-8 and say more than ASCII; the declaration (server, HTML, XML);
detection by charset-normalizer. UTF-8 with stray bytes of Windows-1252, a common mixture, is read as both.

`clean` decides what a text may hold. Line ends become `\\n` and every other kind of blank a space. Taken out are
control characters, NUL, byte order marks, soft hyphens, zero-width spaces, and the characters that order or hide text
without being seen (bidirectional controls, tags): a reader of the record must see what the program read. Joiners
within words of other scripts and emoji stay. A lone surrogate becomes U+FFFD.

Refuses, with `InputRefused`: BINARY for bytes that are no text, UNDECODABLE for text in no known encoding.
"""

import codecs
import re

from charset_normalizer import from_bytes

from reportedly.errors import InputRefused, Reason

SAMPLE = 64 * 1024
"""How many bytes decide on an encoding. Detection takes time with each, and a page's first screens suffice."""

BINARY_SHARE = 0.02
"""The share of control characters from which bytes are no text. News files measure 0; pictures and programs above 0.1."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{1,40})|<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_NO_CHARSETS = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined", "mbcs", "oem"}
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
}
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"
_TYPOGRAPHY = bytes(
    (0x80, 0x82, 0x84, 0x85, *range(0x91, 0x98), 0x99, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB)
)

_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"PAR1", "a Parquet file"),
    (b"filedesc://", "an ARC file, the forerunner of WARC"),
)


def decode(data: bytes, charset: str = "") -> str:
    """The characters of `data`, cleaned. `charset` is what a server or an archive declared.

    Raises `InputRefused` with BINARY or UNDECODABLE.
    """
    return clean(_decode(data, charset))


def peek(head: bytes) -> str:
    """The first characters of a file, for recognising its format: never fails, and cuts no character in two."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head.decode(encoding, "ignore").lstrip("\ufeff")
    if wide := _wide(head):
        return head.decode(wide, "ignore")
    return head.decode("utf-8", "ignore" if _is_utf8(head) else "replace")


def _decode(data: bytes, charset: str) -> str:
    refuse_binary(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if wide := _wide(data[:SAMPLE]):
        return data.decode(wide, "replace")
    declared = _known(charset) or _declaration(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        # A page that declares ISO 8859-1 and is valid UTF-8 beyond ASCII is UTF-8 in practice. Escape codes
        # of ISO 2022 are ASCII bytes, so that family is believed.
        if not declared or not declared.startswith(("iso2022", "hz")):
            return text
    for encoding in (declared, _detected(data)):
        if not encoding:
            continue
        if encoding == "utf-8":
            return data.decode("utf-8", "reportedly-mixed")
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    if declared:
        return data.decode(declared, "replace")
    raise InputRefused(Reason.UNDECODABLE)


def refuse_binary(data: bytes) -> None:
    """Raise `InputRefused` with BINARY where the first bytes are those of a picture, a program or the like."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputRefused(Reason.BINARY, detail=what)
    sample = data[:SAMPLE]
    if any(data.startswith(mark) for mark, _ in _MARKS) or _wide(sample):
        return
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if sample and controls > BINARY_SHARE * len(sample) and controls > 2:
        raise InputRefused(Reason.BINARY, detail=f"{controls / len(sample):.0%} control characters")


def _wide(sample: bytes) -> str:
    """UTF-16 or UTF-32 without a mark: ASCII in one byte of each character, NUL in the others."""
    for width, order in ((4, "le"), (4, "be"), (2, "le"), (2, "be")):
        count = len(sample) // width
        places = [sample[i : count * width : width] for i in range(width)]
        low = places.pop(0 if order == "le" else -1)
        if count > 3 and all(p.count(0) > 0.9 * count for p in places) and low.count(0) <= 0.01 * count:
            return f"utf-{width * 8}-{order}"
    return ""


def _known(name: str) -> str:
    """The codec that a declared name means, as browsers take it; empty where it means none."""
    try:
        codec = codecs.lookup(name.strip().strip("\"'")).name if name else ""
        b"".decode(codec or "utf-8")
    except (LookupError, ValueError, UnicodeError):
        return ""
    if codec.replace("-", "_") in {n.replace("-", "_") for n in _NO_CHARSETS}:
        return ""
    # Such a declaration was itself read as ASCII, so it cannot be true.
    if codec.startswith(("utf-16", "utf-32")):
        return "utf-8"
    return _AS_BROWSERS_DO.get(codec, codec)


def _declaration(data: bytes) -> str:
    found = _DECLARED.search(data[:4096])
    return _known((found[1] or found[2]).decode("ascii", "ignore")) if found else ""


def _detected(data: bytes) -> str:
    """The encoding that the bytes look like, of those that are not valid UTF-8."""
    sample = data[:SAMPLE]
    beyond = sample.translate(None, bytes(range(128)))
    if _is_utf8(sample) or _mostly_utf8(sample):
        return "utf-8"
    # Detection by statistics wants many letters; English with curly quotation marks has too few beyond ASCII.
    if len(beyond) < 0.02 * len(sample) and len(beyond.translate(None, _TYPOGRAPHY)) <= 0.3 * len(beyond):
        return "cp1252"
    best = from_bytes(sample).best()
    return _known(best.encoding) if best else ""


def _is_utf8(sample: bytes) -> bool:
    """Whether bytes that may be cut in a character are valid UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(sample: bytes) -> bool:
    """Whether most of what is beyond ASCII is valid UTF-8."""
    text = sample.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    good = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    return good > 2 * wrong


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8, read as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("reportedly-mixed", _as_windows)

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e0fff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` with only the characters that an article's text may hold, as the module's docstring says."""
    if _SURROGATES.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = _LINE_ENDS.sub("\n", text)
    return _UNSEEN.sub("", _BLANKS.sub(" ", text))
