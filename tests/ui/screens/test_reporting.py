"""The after-action report is written from the screen of the end, beside the save."""

from pathlib import Path

from tests.ui.screens.table import Play
from wargame.report.retrace import Stage
from wargame.report.writing import report_of


def test_the_report_is_written_beside_the_save(tmp_path: Path) -> None:
    """The page is the one that the command writes, and the window says where it is."""
    play = Play(tmp_path)
    play.begin("nato")
    play.wait(lambda: not play.flow.busy)
    play.click("places")
    play.choose("place.nato", "ai:cadet")
    play.wait(lambda: play.has("report"))
    game = play.flow.game
    assert game is not None
    out = game.save.path.with_suffix(".html")
    play.click("report")
    assert not play.has("report")  # it is being written
    play.wait(lambda: play.has("report"))
    assert out.read_text("utf-8") == report_of(game.save.path, "", Stage.OVER, lambda _share: None)
    assert play.driver.complaints() == []
    play.close()
