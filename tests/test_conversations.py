"""Golden conversations: what a person reads, from the first screen to the last."""

import io
from datetime import date
from pathlib import Path

import pytest

from bot.words.catalogue import Words
from tests.conversing import FOLDER, hold, read, transcript

SCRIPTS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_conversation_reads_as_it_was_accepted(path: Path, catalogues: Words) -> None:
    assert transcript(path, catalogues) == path.read_text("utf-8")


def test_every_language_has_a_conversation_to_the_end(catalogues: Words) -> None:
    held = {read(path)[0] or "en" for path in SCRIPTS}
    assert held == set(catalogues.languages)


RESULT = ["start", "1", "35", "other", "yes", "clean", "bachelor", "chinese", "1", "enough"]
VERDICT = "On what you told us you meet 1 to 4 of 12 criteria; 6 are needed, and no"


def screens(*replies: str, catalogues: Words) -> list[str]:
    """Return the screens of a conversation in English."""
    out = io.StringIO()
    hold(out, "en", date(2026, 11, 22), [*RESULT, *replies], catalogues)
    return out.getvalue().split("-" * 78)[1 + len(RESULT) :]


class TestAResultThatIsComeBackTo:
    @pytest.mark.parametrize(
        "away", [("why",), ("what would change it",), ("change an answer",), ("official contacts",)]
    )
    def test_is_its_verdict_and_what_can_be_done(
        self, away: tuple[str, ...], catalogues: Words
    ) -> None:
        whole, _, back = screens(*away, "go on", catalogues=catalogues)
        assert "✓ Aged 50 or under" in whole
        assert VERDICT in back
        assert "✓ Aged 50 or under" not in back
        assert "edition of" not in back
        assert "Rules last read on" not in back
        assert "  1  Why this result?" in back

    def test_is_whole_where_anything_has_changed(self, catalogues: Words) -> None:
        *_, back = screens("change an answer", "1", "36", "enough", catalogues=catalogues)
        assert "✓ Aged 50 or under: 36" in back
        *_, back = screens("language", "2", catalogues=catalogues)
        assert "✓ 50歲或以下：35歲" in back

    def test_says_what_could_not_be_taken(self, catalogues: Words) -> None:
        _, back = screens("what?", catalogues=catalogues)
        assert "! “what?” is not one of the options." in back
        assert VERDICT in back
        assert "✓ Aged 50 or under" not in back


def test_a_screen_says_how_to_leave(catalogues: Words) -> None:
    out = io.StringIO()
    hold(out, None, date(2026, 11, 22), ["1", "quit"], catalogues)
    first, notice = out.getvalue().split("-" * 78)[1:]
    assert "[ Quit · 離開 · 退出 ]" in first
    assert "[ Language · Quit ]" in notice
    assert notice.endswith("Goodbye. Nothing you said here was kept.\n")


@pytest.mark.parametrize("language", ["en", "zh-Hant", "zh-Hans"])
def test_what_is_shown_as_the_way_out_is_understood(language: str, catalogues: Words) -> None:
    known = catalogues.text(language, "typed-goodbye").split("|")
    assert catalogues.text(language, "control-quit").casefold() in known
