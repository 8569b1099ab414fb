"""The closed vocabularies of the record, each in the order in which docs and pages list it."""

MODES = ("direct", "indirect", "mixed")
STANCES = (
    "assert", "confirm", "deny", "accuse", "demand", "promise", "threaten", "believe", "doubt", "ask", "intend",
    "decline",
)  # fmt: skip
ANONYMITY = ("named", "described", "anonymous", "document")
ACTOR_KINDS = ("person", "organisation", "population", "media", "unnamed")
SECTORS = (
    "GOV", "MIL", "REB", "OPP", "LEG", "JUD", "COP", "SPY", "CVL", "MED", "NGO", "IGO", "BUS", "LAB", "EDU", "REL",
    "CRM", "PTY", "HLH", "AGR", "DEV", "ENV", "IMM", "JEW", "MUS", "CHR", "REF", "RAD", "SEP", "UAF", "ELI", "NGM",
    "MNC", "IGM",
)  # fmt: skip
EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("actual", "ongoing", "planned", "threatened", "demanded", "possible", "denied", "not_happened")
CONTEXTS = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism",
    "cbrn", "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
)  # fmt: skip
FIGURE_KINDS = (
    "killed", "injured", "held", "released", "missing", "displaced", "affected", "arrested", "troops", "money",
    "duration", "other",
)  # fmt: skip
TALLIES = ("incident", "running")
CHECK_KINDS = ("sum", "part", "share", "range", "total")
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")
PRECISIONS = ("time", "day", "week", "month", "quarter", "season", "half_year", "year", "decade", "century")
PLACE_KINDS = ("city", "division", "country", "region", "feature")
WORDING_KINDS = ("label", "intensifier", "hedge", "euphemism", "scare_quotes", "doubting_cue")
