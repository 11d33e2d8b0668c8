"""`wargame threat` and `wargame council`: what they show is what the rules reckon with."""

from __future__ import annotations

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.commands.calling import SMALL, call

COLUMNS = ["turn", "observer", "target", "aggregate", "proximity", "offensive", "intentions", "threat"]
MEMBER = re.compile(r"  (\w{3}) +(\S.*?) +([+-]\d+\.\d\d) = (.*)$")
POSITIONS = {"supports", "reserves", "objects", "accepts", "abstains", "breaks silence", "blocks"}


def table(capsys: pytest.CaptureFixture[str], *words: object) -> list[dict[str, str]]:
    """The rows of `wargame threat --csv`."""
    answer = call(capsys, "threat", SMALL, "--csv", *words)
    assert answer.code == 0
    assert answer.lines[0].split(",") == COLUMNS
    return list(csv.DictReader(answer.lines))


def test_threat_has_a_row_a_pair_and_for_every_outsider_of_a_body(capsys: pytest.CaptureFixture[str]) -> None:
    """Issue, point 9: these columns, from 0 to 1."""
    rows = table(capsys)
    pairs = {(row["observer"], row["target"]) for row in rows}
    states = {"EST", "FIN", "RUS"}
    among_states = {(one, other) for one in states for other in states if one != other}
    assert pairs == among_states | {("EST", "east"), ("FIN", "east"), ("RUS", "north")}
    assert len(rows) == len(pairs)
    assert {row["turn"] for row in rows} == {"0"}
    assert all(0 <= float(row[part]) <= 1 for row in rows for part in COLUMNS[3:])


def test_threat_after_a_turn_is_another(capsys: pytest.CaptureFixture[str]) -> None:
    """After two months of play the turns are counted, and something is felt otherwise."""
    before, after = table(capsys), table(capsys, "--turn", 2)
    assert {row["turn"] for row in after} == {"2"}
    assert [row | {"turn": ""} for row in before] != [row | {"turn": ""} for row in after]


def test_threat_is_shown_as_a_table_too(capsys: pytest.CaptureFixture[str]) -> None:
    """Columns stand under one another."""
    lines = call(capsys, "threat", SMALL).lines
    assert lines[0].split() == COLUMNS
    assert all(len(one) == len(other) for one, other in pairwise(lines))


def test_a_turn_after_the_end_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """It is not answered with another turn."""
    assert call(capsys, "threat", SMALL, "--turn", 9).complaint == "--turn 9: this game is over after 2 turns"


def test_council_opens_every_members_support(capsys: pytest.CaptureFixture[str]) -> None:
    """Law 5: the terms that are shown make the value that is shown, up to rounding; and there is a price."""
    answer = call(capsys, "council", SMALL, "aid", "--for", "EST", "--ambition", 2)
    assert answer.code == 0
    assert answer.lines[0] == "Aid, ambition 2, against RUS, for EST, in North"
    members = [found for line in answer.lines if (found := MEMBER.match(line))]
    assert [found[1] for found in members] == ["EST", "FIN"]
    for found in members:
        terms = [float(term.rpartition(" ")[2]) for term in found[4].partition(";")[0].split(", ")]
        assert sum(terms) == pytest.approx(float(found[3]), abs=0.01 * (len(terms) + 1) / 2)
    assert answer.lines[3].startswith("price of consensus: ")


def test_a_red_line_is_told_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    """Law 5: where the terms alone do not make the position, what does stands beside them."""
    answer = call(capsys, "council", "first_steps", "sanctions")
    objects = [line for line in answer.lines if " objects " in line]
    assert objects
    assert all("; red line: " in line for line in objects)


def test_a_leadership_asks_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    """Its own state is the only member."""
    answer = call(capsys, "council", SMALL, "exercise", "--on", "RU-STPE", "--against", "FIN")
    assert answer.code == 0
    assert answer.lines[0] == "Exercise, ambition 1, against FIN, on RU-STPE, in East"


def test_what_stands_against_a_draft_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Law 8: the one legality, with the ids of the laws."""
    answer = call(capsys, "council", SMALL, "promise", "--for", "EST")
    assert (
        "not to be tabled as things stand: Collective defence is tabled only on an incident, against the state that the body "
        "knows to be behind it. (LEGAL-5)" in answer.lines
    )


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["adi", "--for", "EST"], "no measure called 'adi' (did you mean 'aid'?)"),
        (["war", "--for", "EST"], "no measure called 'war' (there are aid, promise, exercise)"),
        (["aid", "--for", "ETS"], "no state called 'ETS' (did you mean 'EST'?)"),
        (["aid", "--for", "EST", "--against", "USA"], "no state called 'USA' (did you mean 'RUS'?)"),
        (["exercise", "--on", "RU-STPB"], "no region called 'RU-STPB' (did you mean 'RU-STPE'?)"),
        (["aid", "--for", ""], "no state called '' (there are EST, FIN, RUS)"),
        (["exercise"], "exercise names where: give --on"),
        (["aid"], "aid names whom it helps: give --for"),
        (["aid", "--for", "EST", "--on", "EE-TALL"], "aid does not name where: leave --on out"),
    ],
)
def test_a_draft_that_makes_no_sense_is_one_line(
    capsys: pytest.CaptureFixture[str], words: list[str], complaint: str
) -> None:
    """Unknown words come with what was perhaps meant."""
    assert call(capsys, "council", SMALL, *words).complaint == complaint


def test_a_body_with_nobody_outside_is_asked_whom_a_draft_answers(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Where every state is a member there is no strongest threat to stand in for `--against`."""
    together = SMALL.read_text("utf-8").replace("members: {EST: 90, FIN: 80}", "members: {EST: 90, FIN: 80, RUS: 5}")
    together = together.replace("    defends: true\n", "")
    file = tmp_path / "together.yaml"
    file.write_text(together, "utf-8")
    assert call(capsys, "council", file, "aid", "--for", "EST").complaint == "aid names whom it answers: give --against"


def test_names_may_be_typed_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    """Ids of states are capitals, and shift is far away."""
    assert call(capsys, "council", SMALL, "AID", "--for", "est").code == 0


def test_a_game_begins_on_another_of_its_days(capsys: pytest.CaptureFixture[str]) -> None:
    """`--from`: a day that the scenario does not have is one clear line that names those it has."""
    said = call(capsys, "threat", "invasion_2022", "--from", "2022-02-30").complaint
    assert said == ("--from 2022-02-30: no start of invasion_2022 has this date; it can be begun from 2022-02-24")
    assert "it has no other start" in call(capsys, "threat", SMALL, "--from", "2022-02-24").complaint
