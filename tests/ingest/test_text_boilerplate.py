"""Boilerplate is told from the article; a real paragraph never vanishes."""

import pytest

from reportedly.ingest.text import text_paragraphs

LEAD = "The army of Veska has left the port of Olm, the ministry said, after a siege that lasted for three weeks."
NEXT = "Nobody was hurt when the last of the soldiers went on board, according to the mayor of the town."


def kind_of(line: str, place: int = 1) -> str:
    paragraphs = [LEAD, NEXT, f"{LEAD} {NEXT}", f"{NEXT} {LEAD}"]
    paragraphs.insert(place, line)
    kinds = [kind.value for kind, words in text_paragraphs("\n\n".join(paragraphs)) if words == line.strip("*")]
    return kinds[0]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Image not found or type unknown", "image"),
        ("[photo]", "image"),
        ("Enlarge this image", "image"),
        ("File photo: Ana Veska speaks in Port Olm in 2029.", "caption"),
        ("Ana Veska speaks in Port Olm. Photograph: Jo Rahn/AFP", "caption"),
        ("Soldiers on the quay (AP Photo/Jo Rahn)", "caption"),
        ("Read more: Army leaves Port Olm", "more"),
        ("Also read | Army leaves Port Olm", "more"),
        ("READ MORE >>", "more"),
        ("Related articles", "more"),
        ("Advertisement", "more"),
        ("Story continues below advertisement", "more"),
        ("Click here for more on the army.", "more"),
        ("Share this article", "share"),
        ("Facebook Twitter WhatsApp Email", "share"),
        ("Follow us on Telegram!", "share"),
        ("Follow Jo Rahn on Twitter @jorahn.", "share"),
        ("Sign up for our newsletter.", "share"),
        ("Leave a comment", "share"),
        ("Copyright 2031 The Olm Post", "footer"),
        ("© 2031 The Olm Post. All rights reserved.", "footer"),
        ("This material may not be published, broadcast, rewritten or redistributed.", "footer"),
        ("About us | Contact | Privacy Policy", "footer"),
        ("Tags: Veska, Olm", "footer"),
        ("Home > World > Veska", "navigation"),
        ("News | Sport | Weather | Travel | Culture", "navigation"),
        ("Skip to content", "navigation"),
        ("By Ana Olm and Jo Rahn", "byline"),
        ("By Ana Olm, Foreign Editor", "byline"),
        ("Published: 5 March 2031, 10:04", "byline"),
        ("(Reporting by Jo Rahn in Port Olm; Editing by Ana Teel)", "byline"),
        ("Reuters contributed to this report.", "byline"),
    ],
)
def test_boilerplate_is_sorted_out(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Image rights were at the heart of the case.",
        "Share prices fell in Port Olm.",
        "Share this burden, she said.",
        "Follow the money, Veska said on Monday.",
        "Read the report, she said: it is all there.",
        "Photographs of the port showed ships on fire.",
        "By Monday the army had left.",
        "By Ana Veska's account, the army had left.",
        "Home is where the army went.",
        "Advertisement revenue fell by 12 percent.",
        "Comments by the minister angered the mayor.",
        "Sign language was used at the trial.",
        "More on that later, he said.",
        "More than 40 people died.",
        "Copyright law was changed in Veska.",
        "The report was published on 5 March 2031.",
        "March 5 was a Wednesday.",
        "Click here, the message said, and thousands of people in Port Olm did so.",
        "Related charges were brought in Olm.",
        "Email traffic stopped.",
        "Nine dead.",
        "Jobs",
        "Video by Ana Olm showed ships on fire.",
        "Reporting by Veska’s press was stopped at the border.",
        "Reporting from Port Olm was made difficult by the war.",
        "The army will not come back, the ministry said. (Reuters)",
        "The army will not come back, the ministry said. — AFP",
        "Updated March 7, 2031 figures show a rise.",
        "Top aides left.",
        "See: they came, she said.",
        "“Yes.”",
        "No.",
    ],
)
def test_real_paragraphs_stay(line: str) -> None:
    assert kind_of(line) == "paragraph"


def test_a_byline_in_the_middle_of_a_long_article_is_a_paragraph() -> None:
    text = "\n\n".join([LEAD] * 6 + ["By Ana Olm"] + [NEXT] * 6)
    assert all(kind.is_read for kind, _ in text_paragraphs(text))


def test_the_words_under_a_picture_are_its_caption() -> None:
    text = f"{LEAD}\n\n[image]\n\nAna Veska in the port of Olm\n\n{NEXT}\n\n[image]\n\nIt rained in Olm."
    kinds = [kind.value for kind, _ in text_paragraphs(text)]
    assert kinds == ["paragraph", "image", "caption", "paragraph", "image", "paragraph"]
