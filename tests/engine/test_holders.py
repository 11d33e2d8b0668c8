"""Who holds an accession up (ACCESSION-4), as each seat may know it."""

from tests.invitation import APPLICANT, HOLDOUTS, invitation
from wargame.engine.explain import explained, open_value
from wargame.engine.holders import holders, waited_for, waiting
from wargame.model.codes import Track


def test_a_holder_lacks_what_its_value_is_below_nought() -> None:
    """The value is the one that a player can open; who is at nought or above only takes its time."""
    view = invitation().view("nato")
    row = view.names.countries.row
    found = holders(view)
    assert {(holder.member, holder.applicant) for holder in found} == {(name, APPLICANT) for name in HOLDOUTS}
    for holder in found:
        rows = (view.body, row(holder.member), row(holder.applicant))
        value, _ = open_value(explained("ratification"), view.world, view.state, *rows)
        assert holder.lacks == max(0, -value)
    assert max(holder.lacks for holder in found) > 0


def test_what_is_conceded_is_lacked_no_more() -> None:
    """A demand that was met in part is so much less."""
    case = invitation(("TUR",))
    (before,) = holders(case.view("nato"))
    case.state.pairs[case.names.countries.row("TUR"), case.names.countries.row(APPLICANT)].conceded = 300
    (after,) = holders(case.view("nato"))
    assert before.lacks - after.lacks == 300


def test_only_the_body_that_invited_has_holders() -> None:
    """A body that the applicant is in already, and a leadership, have none; all know whom the applicant waits for."""
    case = invitation()
    row = case.names.countries.row
    for seat in ("eu", "russia"):
        assert waiting(case.view(seat)) == []
        assert holders(case.view(seat)) == []
    for seat in case.names.bodies.ids:
        assert waited_for(case.view(seat), row(APPLICANT)) == sorted(row(name) for name in HOLDOUTS)


def test_nobody_holds_up_what_is_not_invited_or_all_ratified() -> None:
    """An application waits for talks, not for parliaments."""
    assert holders(invitation(()).view("nato")) == []
    case = invitation()
    case.state.countries[case.names.countries.row(APPLICANT)].track = Track.APPLIED
    assert holders(case.view("nato")) == []
    assert waited_for(case.view("nato"), case.names.countries.row(APPLICANT)) == []
