"""Text as it can be shown without doing anything: no character of an article may move, colour or turn round a screen.

In: any text. Out: the same text with control characters replaced by something that can be seen.
"""

import re

_UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls but tab and line feed; escape sequences begin with one
    "\u2028\u2029"  # separators that some programs take for line ends
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # bidi embeddings, overrides, isolates, and deprecated format controls
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # interlinear annotation, tags
    "\ud800-\udfff"  # lone surrogates, which no encoding can write
    "]"
)


def visible(text: str) -> str:
    """`text` with control characters made visible.

    C0 controls become Unicode's pictures of them (U+2400 and on), lone surrogates the replacement character, other
    controls their code point in brackets, such as `[U+202E]`. Tab and line feed stay; a carriage return becomes one.
    """
    return _UNSEEN.sub(_picture, text.replace("\r\n", "\n"))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"[U+{code:04X}]"
