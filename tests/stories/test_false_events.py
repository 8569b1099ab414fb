"""Pages of sport, business, weather, courts and daily life are full of words that elsewhere name events. Here they name none."""

import reportedly

SENTENCES = (
    # sport
    "The striker shot at goal from 20 metres, but the goalkeeper saved the attack's best chance.",
    "Lake Rovers attacked down the left and their midfielder fired over the crossbar.",
    "Harlow beat the champion in straight sets and will meet the top seed in the semifinal.",
    "The home side's late assault on the record ended when the batsman was bowled.",
    "The coach defended his goalkeeper after the defeat and rejected calls to change the team.",
    "The boxer bombarded his opponent with punches and won the bout by a knockout.",
    "Rovers released the winger at the end of the season and signed a left-back.",
    "The cyclist launched an attack on the last climb and left the peloton behind.",
    "The umpire warned both players, who had clashed over a line call in the tiebreak.",
    "Her bishop invaded the seventh rank, and the grandmaster resigned after 41 moves.",
    "The referee ordered the kick to be taken again, and the captain protested.",
    "Fans demanded a win in the derby, and the striker delivered a hat-trick.",
    # business
    "The retailer struck a deal with its biggest supplier and launched a price war.",
    "Shares in the chipmaker were hit by a wave of selling as investors fought for cover.",
    "The airline withdrew its bid for the rival after shareholders rejected the offer.",
    "The startup agreed a merger and will cut its prices in a battle for customers.",
    "The carmaker released its quarterly earnings and promised investors a higher dividend.",
    "The supermarket attacked its competitor's prices in a new advertising campaign.",
    "Short-sellers targeted the smartphone maker, and the board met to discuss the takeover.",
    "The brand pulled out of the streaming market and sacked its marketing agency.",
    # weather and nature
    "A storm hit the coast on Sunday, and hail destroyed houses in three villages.",
    "The hurricane killed six people and cut off electricity to the island.",
    "An earthquake struck the town at dawn; two people were killed when a wall fell.",
    "Lightning set fire to a barn, and the blaze destroyed the house next to it.",
    "Frost attacked the vines, and an invasion of beetles threatened the rest of the crop.",
    "A shark attacked a surfer near the harbour, and a bear killed nine sheep.",
    "Forecasters warned of gusts and urged drivers to stay at home until the blizzard ends.",
    # health and science
    "He suffered a heart attack during the lecture and was taken to a cardiologist.",
    "The immune system attacks the bacteria and kills the infected cells.",
    "The patient fought cancer for years, and the surgeon said the tumour had retreated.",
    # courts, idioms and daily life
    "The judge released her ruling and dismissed the appeal on costs.",
    "The court heard the case in the morning and will release its calendar on Friday.",
    "The tennis court was attacked by weeds, and the club demanded a new surface.",
    "His talk on medieval maps drew a large audience to the museum.",
    "The novel's hero kills the king in the last chapter, and critics hailed the sequel.",
    "The film shows the invasion of a small planet, and the director defended its battle scenes.",
    "The recipe calls for two eggs, and the chef beats them until they are stiff.",
    "The orchestra's strings struck a gentle note before the assault of the brass.",
    "The museum was hit by a shortage of guides and called for volunteers.",
    "The comedian fired off a barrage of jokes and killed the audience.",
)
MOST = 2


def test_there_are_forty_sentences():
    assert len(SENTENCES) == len(set(SENTENCES)) == 40


def test_at_most_two_false_events_are_read_in_forty_sentences():
    found = []
    for sentence in SENTENCES:
        record = reportedly.read(sentence)
        found += [f"{e.type} {record.words(e.words)!r} in {sentence!r}" for e in record.events]
    assert len(found) <= MOST, "\n".join(found)


def test_the_same_words_name_events_where_they_are_meant():
    """The guard against a layer that passes the test above by reading nothing."""
    text = (
        "Keldrin's artillery bombarded the town of Oss on Monday. Gunmen attacked a convoy and killed four soldiers. "
        "Mardun rejected the ultimatum and demanded the release of the prisoners. Talks with Ruvo will resume on Friday."
    )
    types = [e.type for e in reportedly.read(text).events]
    assert {"ASSAULT", "REJECT", "REQUEST", "RETREAT", "CONSULT"} <= set(types)
