"""Whether a word of the lists stands in the sense that the list means.

In: an analysis, a term's tokens and its entry. Out: yes or no, by neighbours, part of speech and syntax. It refuses nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from reportedly import knowledge
from reportedly.language.analysis import Analysis, Token
from reportedly.layers.diction.lists import PARTS, Wordlist

_PERSONS = frozenset({"hundred", "thousand", "dozen", "score"})
_BEFORE = frozenset({"amod", "compound", "nmod"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WHO = frozenset(
    {"i", "you", "he", "she", "we", "they", "who", "nobody", "anybody", "anyone", "everyone", "someone", "none"}
)
_NAMED_THINGS = frozenset({"ORG", "WORK_OF_ART", "FAC", "PERSON", "LAW", "EVENT", "PRODUCT", "LOC"})


def folded(text: str) -> str:
    """A token in small letters, its apostrophe and its hyphen as the lists write them."""
    return text.lower().replace("’", "'").replace("‑", "-").replace("‐", "-")


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens `first` up to `end` that an entry names; `head` is the one that the others hang on."""

    first: int
    end: int
    head: int
    entry: Wordlist


def fits(a: Analysis, term: Term, cues: Collection[int]) -> bool:
    """Whether a term means what its entry means; `cues` are the tokens that the article's attributions take for cues."""
    near, entry = _neighbours(a, term.first, term.end), term.entry
    if near & entry.not_beside or (entry.beside and not near & entry.beside):
        return False
    head, is_phrase = a.tokens[term.head], term.end - term.first > 1
    if is_phrase and head.index != term.first and head.tag in _FINITE:
        return False  # a sentence of its own: "the regime changed" is no "regime change"
    return _stands(a, head, entry, cues, is_phrase)


def _stands(a: Analysis, token: Token, entry: Wordlist, cues: Collection[int], is_phrase: bool) -> bool:
    match entry.pos:
        case "passive":
            return _is_passive_hedge(a, token)
        case "seeming":
            return _is_seeming(a, token)
        case "evidence":
            return token.pos == "VERB" and _has_clause(a, token) and _subject_is(a, token, entry.said_of)
        case "person":
            return (
                token.pos == "VERB"
                and _acts_on_people(a, token, entry.said_of)
                and _is_in_sight(a, token, entry.objects)
            )
        case "people":
            return token.pos in PARTS["adj"] and token.dep == "amod" and _is_person(a.head(token), entry.said_of)
        case "attributive":
            before = a.tokens[token.index - 1] if token.index else token
            is_before = token.pos in PARTS["adj"] and token.dep == "amod" and token.head > token.index
            return is_before and before.tag not in {"JJS", "RBS"}
        case "cue":
            return _is_cue(a, token, entry, token.index in cues)
        case "told":
            return token.pos == "VERB" and token.dep != "amod" and not _is_passive(a, token)
        case "modal" | "modal of things":
            return token.tag == "MD" and _leaves_open(a, token, entry)
        case "claim":
            return _is_claim(a, token, entry)
        case "softened":
            return softened_noun(a, token, entry) is not None and _is_in_sight(a, token, entry.objects)
        case "object":
            return (
                token.pos == "VERB" and _is_done_to(a, token, entry.said_of) and _is_in_sight(a, token, entry.objects)
            )
        case "predicate":
            return _is_named_so(a, token) or (
                _is_predicate(a, token) and (not entry.said_of or _subject_is(a, a.head(token), entry.said_of))
            )
        case "noun":
            return token.pos in PARTS["noun"] or _stands_as_noun(token)
        case "any":
            return is_phrase or token.pos in {"NOUN", "PROPN", "ADJ", "ADV", "ADP", "VERB"}
        case "adj":
            is_adjective = token.pos == "ADJ" or (token.pos == "VERB" and token.dep == "amod") or _is_mistaken(a, token)
            return is_adjective and (not entry.said_of or _is_said_of(a, token, entry.said_of))
        case part:
            return token.pos in PARTS[part]


def _neighbours(a: Analysis, first: int, end: int) -> set[str]:
    """The words right before and right after, and those beyond a hyphen."""
    found: set[str] = set()
    for step, i in ((-1, first - 1), (1, end)):
        if 0 <= i < len(a.tokens) and folded(a.tokens[i].text) == "-":
            i += step
        if 0 <= i < len(a.tokens):
            found |= {folded(a.tokens[i].text), a.tokens[i].lemma.lower()}
    return found


def is_name(a: Analysis, first: int, end: int) -> bool:
    """Whether the tokens are a proper name or part of one: capitals where common words have none ("the Liberation Front")."""
    tokens = a.tokens[first:end]
    sentence = a.sentences[tokens[0].sentence]
    if all(t.text.isupper() for t in tokens) or not all(
        t.text[:1].isupper() for t in tokens if t.pos not in {"ADP", "DET", "PUNCT", "PART"}
    ):
        return False
    names = [n for n in a.names_in(sentence.first, sentence.end) if n.first <= first and end <= n.end]
    if first == sentence.first and all(n.first == first for n in names):
        return False  # a capital that every sentence begins with
    if any(n.label in _NAMED_THINGS for n in names):
        return True
    if sentence.is_title:
        return False
    beside = [a.tokens[i] for i in (first - 1, end) if sentence.first < i < sentence.end]
    return any(t.text[:1].isupper() and t.pos == "PROPN" for t in beside)


def _stands_as_noun(token: Token) -> bool:
    """Whether a word that the tagger took for a verb is an object or a predicate in the parse ("prints slander")."""
    return token.tag in {"VB", "VBP"} and token.dep in {"dobj", "pobj", "attr"}


def _is_mistaken(a: Analysis, token: Token) -> bool:
    """Whether an adjective was taken for a noun or a name: as the first of its sentence, in a headline of capitals, or for the
    ending of a participle ("a bungling watchdog")."""
    is_capital = token.index == a.sentence_of(token).first or token.text.isupper()
    looks_so = is_capital or (token.pos == "NOUN" and token.lower.endswith(("ing", "ed")))
    if not looks_so or token.pos not in {"NOUN", "PROPN"} or token.dep not in _BEFORE:
        return False
    return not any(n.first <= token.index < n.end for n in a.names_in(token.index, token.index + 1))


def softened_noun(a: Analysis, token: Token, entry: Wordlist) -> int | None:
    """The bland noun that a softening word stands before ("regrettable incident"), or None."""
    head = a.head(token)
    is_before = token.dep in _BEFORE and head.index > token.index and head.pos == "NOUN"
    return head.index if is_before and head.lemma.lower() in entry.said_of else None


def _is_in_sight(a: Analysis, token: Token, nouns: Collection[str]) -> bool:
    """Whether one of `nouns` stands in the sentence, where an entry asks for one."""
    return not nouns or any(t.lemma.lower() in nouns for t in a.in_sentence(a.sentence_of(token)))


def _is_done_to(a: Analysis, token: Token, nouns: Collection[str]) -> bool:
    objects = [*a.below(token.index, "dobj", "nsubjpass")]
    if token.dep in {"acl", "amod"}:
        objects.append(a.head(token))
    return any(t.lemma.lower() in nouns for t in objects)


def _is_predicate(a: Analysis, token: Token) -> bool:
    return token.dep in {"attr", "acomp"} and a.head(token).lemma == "be"


def _is_named_so(a: Analysis, token: Token) -> bool:
    """Whether a noun is what somebody calls a thing ("called it theft", "described the plan as theft")."""
    if token.pos != "NOUN":
        return False
    head = a.head(token)
    verb = a.head(head) if head.lower == "as" else head
    calls = token.dep in {"oprd", "attr", "pobj"} and verb.lemma.lower() in _calling_verbs()
    return calls and verb.index < token.index and verb.index != token.index


@cache
def _calling_verbs() -> frozenset[str]:
    """Verbs that say what somebody takes a thing for."""
    return frozenset((*knowledge.load("wording")["scare_quotes"]["calling"], "describe", "denounce", "condemn"))


def _has_clause(a: Analysis, token: Token) -> bool:
    return any(True for _ in a.below(token.index, "ccomp"))


def _is_impersonal(a: Analysis, token: Token) -> bool:
    return any(t.lower == "it" for t in a.below(token.index, "nsubjpass", "nsubj"))


def _has_infinitive(a: Analysis, token: Token, *deps: str) -> bool:
    clauses = (t for t in a.below(token.index, *deps) if t.index > token.index)
    return any(_has_to(a, t) for t in clauses)


def _has_to(a: Analysis, token: Token) -> bool:
    return any(t.lower == "to" for t in a.below(token.index, "aux"))


def _subject_is(a: Analysis, token: Token, nouns: Collection[str]) -> bool:
    return any(t.lemma.lower() in nouns or t.lower in nouns for t in a.below(token.index, "nsubj"))


def _is_passive(a: Analysis, token: Token) -> bool:
    return token.tag == "VBN" and (token.dep == "acl" or any(True for _ in a.below(token.index, "auxpass")))


def _is_passive_hedge(a: Analysis, token: Token) -> bool:
    """Whether a verb is a hedge: a passive without agent that an infinitive or a clause follows ("is believed to")."""
    if not _is_passive(a, token):
        return False
    if any(t.lower == "by" for t in a.below(token.index, "agent")):
        return False
    if _has_infinitive(a, token, "xcomp", "ccomp", "oprd", "advcl"):
        return True
    return _is_impersonal(a, token) and any(
        t.index > token.index for t in a.below(token.index, "xcomp", "ccomp", "advcl")
    )


def _is_seeming(a: Analysis, token: Token) -> bool:
    """Whether a verb says how a thing shows: with an infinitive, a quality, or "it seems (that)"."""
    if token.pos != "VERB":
        return False
    if _has_infinitive(a, token, "xcomp", "oprd", "ccomp"):
        return True
    if _is_impersonal(a, token):
        return (
            _has_clause(a, token)
            or token.dep in {"ccomp", "parataxis"}
            or any(True for _ in a.below(token.index, "advcl"))
        )
    return any(True for _ in a.below(token.index, "acomp", "oprd"))


@cache
def _people() -> frozenset[str]:
    """Nouns for people and for armed and political bodies."""
    classes = knowledge.load("triggers")["classes"]
    return frozenset((*classes["people"], *classes["force"])) | _PERSONS


@cache
def _holders_of_parts() -> frozenset[str]:
    """Nouns for people and bodies by the part that they play."""
    roles = knowledge.load("roles")
    nouns = (noun for table in ("person", "body") for nouns in roles[table].values() for noun in nouns)
    return frozenset((*nouns, *roles["weak"]["nouns"]))


def _plays_a_part(token: Token) -> bool:
    return token.lemma.lower() in _people() | _holders_of_parts()


def _is_person(token: Token, more: Collection[str]) -> bool:
    return _plays_a_part(token) or token.lemma.lower() in more


def _acts_on_people(a: Analysis, token: Token, more: Collection[str]) -> bool:
    """Whether what a verb is done to are people: a name, a number of people, or a noun for them."""
    objects = [*a.below(token.index, "dobj", "nsubjpass")]
    if token.dep in {"acl", "amod"}:
        objects.append(a.head(token))
    return any(t.lemma.lower() in _people() or t.lemma.lower() in more or t.pos in {"NUM", "PROPN"} for t in objects)


def _is_said_of(a: Analysis, token: Token, nouns: Collection[str]) -> bool:
    """Whether an adjective is said of one of `nouns`, as what goes with it or as what is told of it."""
    if token.dep == "amod":
        return a.head(token).lemma.lower() in nouns
    return token.dep in {"acomp", "oprd", "ccomp", "conj", "ROOT"} and any(
        t.lemma.lower() in nouns for t in a.below(a.head(token).index, "nsubj", "nsubjpass", "dobj")
    )


def _is_cue(a: Analysis, token: Token, entry: Wordlist, is_known: bool) -> bool:
    """Whether a verb gives words to somebody: it has a clause, a quotation, or an object that stands for a clause."""
    if token.pos != "VERB" or (_is_passive(a, token) and _has_infinitive(a, token, "xcomp")):
        return False  # "are alleged to" is a hedge: nobody is said to allege it
    objects = {t.lemma.lower() for t in a.below(token.index, "dobj")}
    insists_on = any(t.lower == "on" for t in a.below(token.index, "prep"))
    if is_known and not objects and not insists_on:
        return True
    if _has_clause(a, token) or token.dep == "parataxis":
        return True
    if token.dep == "ccomp" and a.quoted(a.head(token).span.start) is not None:
        return True
    if any(t.tag == "VBG" or _has_to(a, t) for t in a.below(token.index, "xcomp")):
        return True
    return bool(objects & entry.objects)


def _leaves_open(a: Analysis, token: Token, entry: Wordlist) -> bool:
    """Whether a modal says what may be: not what is allowed ("may not be copied"), asked or wished, and, for a modal that is
    also said of what people can do, only of things or of what would be past ("could have died")."""
    verb = a.head(token)
    subjects = [*a.below(verb.index, "nsubj", "nsubjpass", "expl")]
    is_denied = any(True for _ in a.below(verb.index, "neg"))
    is_passive = any(True for _ in a.below(verb.index, "auxpass"))
    if any(t.index > token.index for t in subjects) or any(
        t.lower in {"if", "so"} for t in a.below(verb.index, "mark")
    ):
        return False
    if entry.pos == "modal":
        allows = is_passive and (is_denied or verb.lemma.lower() in entry.objects)
        return not allows and a.head(verb).lemma.lower() not in entry.objects
    is_past = verb.tag == "VBN" and any(t.lower == "have" for t in a.below(verb.index, "aux"))
    people = (t for t in subjects if t.lower in _WHO or t.pos == "PROPN" or _plays_a_part(t))
    return not is_denied and (is_past or (bool(subjects) and not any(people)))


def _is_claim(a: Analysis, token: Token, entry: Wordlist) -> bool:
    """Whether a noun names what somebody says, and no claim to a thing: to land, for money, of asylum."""
    if token.pos != "NOUN" or token.dep in {"compound", "nmod"}:
        return False
    if any(t.lower in {"to", "for", "on"} for t in a.below(token.index, "prep")):
        return False
    beside = (*a.below(token.index, "compound", "amod"), a.head(token))
    return not any(t.lemma.lower() in entry.objects for t in beside)
