"""Golden conversations: what a person reads, from the first screen to the last."""

from pathlib import Path

import pytest

from bot.words import Words
from tests.conversing import FOLDER, read, transcript

SCRIPTS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_conversation_reads_as_it_was_accepted(path: Path, catalogues: Words) -> None:
    assert transcript(path, catalogues) == path.read_text("utf-8")


def test_every_language_has_a_conversation_to_the_end(catalogues: Words) -> None:
    held = {read(path)[0] or "en" for path in SCRIPTS}
    assert held == set(catalogues.languages)
