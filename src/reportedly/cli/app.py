"""The verbs: their arguments, their help, and which function does the work.

In: parsed arguments. Out: exit codes. A verb's help is a sentence, what matters of its behaviour, and examples.
"""

from functools import cache
from typing import Annotated, Any

import typer

from reportedly.cli.codes import MEANINGS, ExitCode
from reportedly.errors import State

CODES = "\b\nExit codes:\n" + "\n".join(f"  {int(c):>3}  {m.replace('`', '')}" for c, m in MEANINGS.items())

app = typer.Typer(
    name="reportedly",
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Every verb has examples: `reportedly read --help`.\n\n" + CODES,
)

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, archives (WARC, WACZ), feeds, corpora (JSONL, CSV), addresses, or - for standard input.",
    ),
]
Outlet = Annotated[str, typer.Option("--outlet", metavar="NAME", help="Who publishes the articles.")]
Published = Annotated[
    str | None, typer.Option("--published", metavar="YYYY-MM-DD", help="The day on which they were published.")
]
Pipeline = Annotated[
    str | None, typer.Option("--pipeline", metavar="NAME", help="An installed spaCy pipeline to use in place of ours.")
]
Book = Annotated[str, typer.Argument(metavar="BOOK", help="A casebook.")]
Listing = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, json or jsonl.")]


@cache
def command() -> Any:
    """The command as the parser has it."""
    return typer.main.get_command(app)


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Turn news articles into a record that anyone can check: who said what, on whose authority, in whose words."""
    from reportedly import __version__

    if version:
        typer.echo(f"reportedly {__version__}")
        raise typer.Exit(ExitCode.FINE)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(short_help="Read articles into a casebook.")
def read(
    inputs: Inputs,
    *,
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            metavar="PATH",
            help="A casebook; with --format, a file, or a folder (ending in /) with one file an article.",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="json, jsonl, text, plover, cameo, ged or figures, in place of a casebook.",
        ),
    ] = None,
    outlet: Outlet = "",
    published: Published = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", metavar="FIELD=COLUMN", help="Which column of a corpus holds a field; repeatable."),
    ] = None,
    follow: Annotated[bool, typer.Option("--follow", help="Fetch the articles that a feed links to.")] = False,
    input_format: Annotated[
        str | None, typer.Option("--input-format", metavar="NAME", help="Take the inputs as this format.")
    ] = None,
    any_language: Annotated[
        bool, typer.Option("--any-language", help="Read articles in every language as if they were English.")
    ] = False,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", min=1, help="Worker processes; one a processor by default.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Read again what the casebook holds already.")] = False,
    pipeline: Pipeline = None,
) -> int:
    """Read articles into a casebook, or write their records out.

    Without -o the records go to standard output as JSON: one record by itself, several as a list. A casebook is
    resumed: what it has read stays, what failed is tried again. What cannot be read is named with its reason and
    costs no other input.

    \b
    Examples:
      reportedly read article.html
      reportedly read article.txt --outlet "The Gazette" --published 2025-03-05 --format text
      reportedly read archive/ feed.xml page.warc.gz -o news.duckdb
      reportedly read corpus.csv --column text=body --column published=day -o news.duckdb
      reportedly read *.txt --format json -o records/
      curl -s https://example.org/story | reportedly read -
    """
    from reportedly.cli.reading import Means, options, run

    asked = options(outlet, published, column or (), follow=follow, format=input_format, any_language=any_language)
    return run(inputs, asked, out, format, Means(workers, force, pipeline))


@app.command(short_help="Show an article and its record.")
def show(
    *,
    target: Annotated[str, typer.Argument(metavar="TARGET", help="A casebook, or an article to read on the spot.")],
    article: Annotated[
        str | None, typer.Argument(metavar="ARTICLE", help="Its id, or the beginning of it, or words of its title.")
    ] = None,
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write a page that stands alone; - for output.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the record as JSON.")] = False,
    outlet: Outlet = "",
    published: Published = None,
    pipeline: Pipeline = None,
) -> int:
    """Show an article with its attributions marked, and its record.

    Where the target holds several articles and none is named, they are listed. The page of --html needs no network
    and no other file.

    \b
    Examples:
      reportedly show article.txt
      reportedly show news.duckdb
      reportedly show news.duckdb d41f8
      reportedly show news.duckdb "port arden" --html arden.html
    """
    from reportedly.cli.reading import options
    from reportedly.cli.showing import Wanted, run

    return run(target, article, Wanted(html, json), options(outlet, published), pipeline)


@app.command(short_help="Say why a row of events or wording is as it is.")
def why(
    *,
    book: Book,
    event: Annotated[
        str,
        typer.Argument(
            metavar="ROW_ID", help="Its id, the beginning of it, or its label in an article, such as E3 or W2."
        ),
    ],
    article: Annotated[
        str | None,
        typer.Option(
            "--article", metavar="ARTICLE", help="The article's id, or the beginning of it, or words of its title."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print all that was weighed, as JSON.")] = False,
    pipeline: Pipeline = None,
) -> int:
    """Say why an event's row is as it is: its type, status, actor, recipient and mentions, with what was weighed.

    The article is read again up to its events. What a signal adds is a logarithm of odds: +0.7 makes a choice twice
    as likely beside the other, +2.3 ten times. Where the record was made with other versions, the first line says so;
    where reading again does not give the event, what the casebook has is shown, and the exit code is 1.

    Of a row of wording: whose vocabulary its word is, which works warn of it, and what the other side says instead.

    \b
    Examples:
      reportedly why news.duckdb e1a2b3c4d
      reportedly why news.duckdb E3 --article "port arden"
      reportedly why news.duckdb e1a2b3c4d --json
      reportedly why news.duckdb W2 --article "port arden"
    """
    from reportedly.cli.why import run

    return run(book, event, article, json, pipeline)


@app.command(short_help="Account for every input.")
def sources(
    book: Book,
    state: Annotated[
        State | None, typer.Option("--state", help="Only inputs in this state.", case_sensitive=False)
    ] = None,
    format: Listing = "text",
) -> int:
    """Account for every input: counts that add up, then each input with what became of it and why.

    \b
    Examples:
      reportedly sources news.duckdb
      reportedly sources news.duckdb --state failed
      reportedly sources news.duckdb --format json
    """
    from reportedly.cli.books import run_sources

    return run_sources(book, state, format)


@app.command(short_help="Check a casebook.")
def verify(book: Book) -> int:
    """Check that a casebook holds together; exit code 1 and a list where it does not.

    Every row's words lie inside the text, every id leads to a row, hashes agree, the account adds up.

    \b
    Examples:
      reportedly verify news.duckdb
    """
    from reportedly.cli.books import run_verify

    return run_verify(book)


@app.command(short_help="Write records in another format.")
def export(
    book: Book,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="json, jsonl, text, parquet; for events plover, cameo or ged; for figures figures or datapackage; by default what -o ends in, or jsonl.",
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="PATH", help="A file, or a folder (ending in /) with one file an article."),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help="Only events of this status, such as actual; repeatable."),
    ] = None,
    hxl: Annotated[
        bool, typer.Option("--hxl", help="A row of HXL's hashtags under the header: for figures and datapackage.")
    ] = False,
) -> int:
    """Write a casebook's records in another format, to standard output without -o.

    Parquet is a folder with a folder for each table, which opens as a casebook too. Events go out as PLOVER's JSON
    (plover), in GDELT's columns with CAMEO codes (cameo), and lethal attacks in the columns of UCDP's GED (ged); the
    columns that are ours stand at the end. Figures go out one a line, with who says so and the sums that use them
    (figures), or with checks, wording and articles as a folder that describes itself (datapackage, Frictionless).

    \b
    Examples:
      reportedly export news.duckdb > news.jsonl
      reportedly export news.duckdb --format json -o records/
      reportedly export news.duckdb --format parquet -o news.parquet/
      reportedly export news.duckdb --format cameo --status actual --status ongoing -o events.tsv
      reportedly export news.duckdb --format figures -o figures.csv
      reportedly export news.duckdb --format datapackage -o ledger/
    """
    from reportedly.cli.books import Wanted, run_export

    return run_export(book, Wanted(format, out, status or (), hxl))


@app.command(short_help="Find articles by words.")
def search(
    book: Book,
    words: Annotated[list[str], typer.Argument(metavar="WORD", help="Words that the articles hold, all of them.")],
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many articles.")] = 20,
    format: Listing = "text",
) -> int:
    """Find articles by their words, best first.

    Words in double quotation marks stand beside each other; an asterisk at a word's end lets it go on.

    \b
    Examples:
      reportedly search news.duckdb ceasefire
      reportedly search news.duckdb '"interior ministry"' dock*
    """
    from reportedly.cli.books import run_search

    return run_search(book, " ".join(words), limit, format)


@app.command(short_help="Lay outlets side by side: names and voices.")
def naming(
    book: Book,
    *,
    outlet: Annotated[
        list[str] | None,
        typer.Option("--outlet", metavar="NAME", help="Only this outlet; repeatable, and then in this order."),
    ] = None,
    actor: Annotated[
        str, typer.Option("--actor", metavar="NAME", help="Only actors with these words in their name, voice by voice.")
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> int:
    """Lay outlets side by side: whose words their articles are made of, and how each names the actors.

    Names are counted in the outlet's own voice and in the voices of its sources, pronouns apart, with the words that
    label, judge or soften. An actor is one over articles by its id in the registry, or else by its name. It counts; what
    follows from the counts is for the reader.

    \b
    Examples:
      reportedly naming news.duckdb
      reportedly naming news.duckdb --outlet "The Gazette" --outlet "The Post"
      reportedly naming news.duckdb --actor "dockers' union"
      reportedly naming news.duckdb --json
    """
    from reportedly.cli.naming import run

    return run(book, outlet or (), actor, json)


@app.command(short_help="Read and show sample stories.")
def demo(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where to write; made where it does not exist.")],
) -> int:
    """Read the sample stories that come with the program, and show what was found.

    Two invented stories, each told by four invented outlets. Writes the stories, a casebook and a page for each
    article into FOLDER; index.html there is where to begin. Run again, it leaves the same.

    \b
    Examples:
      reportedly demo demo
    """
    from reportedly.cli.demo import run

    return run(folder)
