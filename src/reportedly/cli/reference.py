"""The reference of the command line as Markdown, made from the verbs themselves.

In: nothing. Out: the text of `docs/command-line.md`.
"""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args, get_origin, get_type_hints

from reportedly.cli.codes import MEANINGS


@dataclass(frozen=True, slots=True)
class Parameter:
    """An argument (no `names`) or option of a verb, as the docs show it."""

    names: tuple[str, ...]
    value: str
    help: str
    default: str
    many: bool
    required: bool

    @property
    def usage(self) -> str:
        """How it stands on the command line."""
        if self.names:
            return f"{', '.join(self.names)} {self.value}".strip()
        return self.value + "..." if self.many else self.value if self.required else f"[{self.value}]"


def reference() -> str:
    """Every verb with its arguments, options and examples, and the exit codes."""
    from reportedly.cli.app import app

    root = app.registered_callback
    parts = [f"# The command line\n\n{_prose(inspect.getdoc(root.callback) or '') if root and root.callback else ''}\n"]
    parts += [_verb(verb.callback) for verb in app.registered_commands if verb.callback]
    codes = "\n".join(f"| {int(code)} | {meaning} |" for code, meaning in MEANINGS.items())
    parts.append(f"## Exit codes\n\n| code | meaning |\n| --- | --- |\n{codes}\n")
    parts.append(
        "## Environment\n\n| variable | meaning |\n| --- | --- |\n"
        "| `REPORTEDLY_DEBUG` | 1 shows the traceback of a fault |\n"
        "| `REPORTEDLY_LIMIT_…` | changes a limit, see [the limits](limits.md) |\n"
        "| `NO_COLOR` | any value turns colour off |\n"
    )
    return "\n".join(parts)


def _verb(callback: Callable[..., Any]) -> str:
    """One verb's section. Arguments stand before options, as on the command line."""
    prose, _, examples = (inspect.getdoc(callback) or "").partition("\b\nExamples:\n")
    name, parameters = callback.__name__, list(_parameters(callback))
    arguments = [p for p in parameters if not p.names]
    options = [p for p in parameters if p.names]
    usage = " ".join(["reportedly", name, *(["[OPTIONS]"] if options else []), *(p.usage for p in arguments)])
    rows = "\n".join(f"| `{p.usage}` | {p.help}{p.default} |" for p in (*arguments, *options))
    lines = "\n".join(line.strip() for line in examples.strip().splitlines())
    return (
        f"## `reportedly {name}`\n\n```\n{usage}\n```\n\n{_prose(prose)}\n\n| argument | meaning |\n| --- | --- |\n{rows}\n\n"
        f"```sh\n{lines}\n```\n"
    )


def _parameters(callback: Callable[..., Any]) -> list[Parameter]:
    hints = get_type_hints(callback, include_extras=True)
    found = []
    for name, parameter in inspect.signature(callback).parameters.items():
        kind, info = get_args(hints[name])[:2]
        first = (info.default,) if str(info.default).startswith("-") else ()  # the parser's place for the first name
        names = (*first, *(info.param_decls or ()))
        choices = [str(c.value) for c in next((k for k in (kind, *get_args(kind)) if hasattr(k, "__members__")), ())]
        value = "" if kind is bool else info.metavar or r"\|".join(choices) or name.upper()
        shown = parameter.default
        plain = isinstance(shown, str | int) and not isinstance(shown, bool) and shown != ""
        default = f" Default: `{shown}`." if plain else ""
        required = shown is parameter.empty
        found.append(Parameter(names, value, info.help or "", default, get_origin(kind) is list, required))
    return found


def _prose(text: str) -> str:
    """Paragraphs, each on one line."""
    return "\n\n".join(" ".join(p.split()) for p in re.split(r"\n\s*\n", text.strip()))
