"""Issuing cards, and telling whether a PDF is one of them, as it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.cards import typeset
from bot.cards.signed import Claim, RefusedError, Signer, canonical
from bot.cards.typeset import Sheet
from bot.words.catalogue import DEFAULT, Words
from flows.assessing.assess import Assessment, assess
from flows.card import card
from flows.documents import RuleError
from flows.facts.from_json import read_facts
from flows.facts.known import FactError
from flows.library import Library
from flows.message import Argument, Message, say
from flows.section import Section

# No card comes near it; a larger file is not read to its end.
LARGEST = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found out about a file, in one sentence."""

    sound: bool
    sentence: str


class Cards:
    """Makes cards and verifies them, with the keys in force, newest first."""

    def __init__(self, library: Library, words: Words, keys: tuple[str, ...]) -> None:
        self.library = library
        self._words = words
        self._signer = Signer(keys)

    def sheet(
        self,
        result: Assessment,
        told: Mapping[str, Any],
        language: str,
        sections: tuple[Section, ...] = (),
    ) -> Sheet:
        """Return a card in words, signed: what was `told` are the facts as JSON values.

        It takes a few milliseconds and belongs where the words are used; `picture` and `document`
        are slow and may run in any thread.
        """
        code, payload = self._signer.sign(_claim(result, told, language))
        return typeset.sheet(card(result, sections), self._words, language, code, payload)

    def picture(self, sheet: Sheet) -> bytes:
        """Return the card as a PNG. Raises CardError."""
        return typeset.picture(sheet)

    def document(self, sheet: Sheet) -> bytes:
        """Return the card as a sealed PDF. Raises CardError."""
        return self._signer.seal(typeset.document(sheet))

    def verify(self, data: bytes, language: str = DEFAULT) -> Verified:
        """Say whether a file is a card as it was made; never fails, whatever the file is."""
        sound, message = self._verification(data)
        return Verified(sound, self._words.render(language, message))

    def _verification(self, data: bytes) -> tuple[bool, Message]:
        if len(data) > LARGEST:
            return False, say("card-refused-not-ours")
        try:
            claim, code = self._signer.open(data)
        except RefusedError as error:
            return False, say(f"card-refused-{error.why}")
        try:
            return self._assessed_again(claim, code)
        except (KeyError, ValueError, FactError, RuleError):
            return False, say("card-refused-unknown")

    def _assessed_again(self, claim: Claim, code: str) -> tuple[bool, Message]:
        """Hold a claim against today's reading of the edition it names."""
        on = date.fromisoformat(claim.day)
        edition = self.library.scheme(claim.scheme).edition(date.fromisoformat(claim.edition))
        facts = read_facts(self.library.vocabulary, claim.facts, on)
        result = assess(edition, facts, on)
        again = _claim(result, claim.facts, claim.language)
        now, then = _results(again), _results(claim)
        if again.revision == claim.revision and now != then:
            return False, say("card-refused-differs")
        args: dict[str, Argument] = {
            "scheme": claim.scheme,
            "edition": claim.edition,
            "day": claim.day,
            "result": _say_result(claim),
            "code": code,
        }
        if again.revision == claim.revision:
            return True, say("card-verified", **args)
        args |= {"before": claim.revision, "after": again.revision}
        if now == then:
            return True, say("card-verified-still", **args)
        return True, say("card-verified-moved", now=_say_result(again), **args)


def _claim(result: Assessment, told: Mapping[str, Any], language: str) -> Claim:
    edition = result.edition
    return Claim(
        scheme=edition.scheme_id,
        edition=edition.day.isoformat(),
        revision=edition.revision,
        day=result.on.isoformat(),
        facts=canonical(told),
        outcome=result.outcome,
        least=result.least,
        most=result.most,
        language=language,
    )


def _results(claim: Claim) -> tuple[str, int | None, int | None]:
    return claim.outcome, claim.least, claim.most


def _say_result(claim: Claim) -> str:
    """Say a result in the words of `yauchoi assess`, which are the same in every language."""
    if claim.least is None:
        return claim.outcome
    score = claim.least if claim.least == claim.most else f"{claim.least}-{claim.most}"
    return f"{score} ({claim.outcome})"
