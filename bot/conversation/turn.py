"""A turn of a conversation: what is kept and one act, in; what is kept then and what to say, out.

No channel, no store, no clock; what is remembered between turns changes none of them.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from datetime import date
from typing import Any

from bot.cards.order import Order
from bot.conversation.acts import (
    Act,
    Answer,
    Asked,
    Chose,
    Edited,
    Forget,
    Hand,
    Looked,
    Opened,
    Said,
    Sent,
    Show,
    Tell,
    Toast,
)
from bot.conversation.data import (
    About,
    deletion_offer,
    disclosure,
    notice,
    what_is_kept,
    who_runs_it,
)
from bot.conversation.kept import Kept
from bot.conversation.languages import client_language
from bot.conversation.links import route_of
from bot.conversation.match import event_for
from bot.conversation.memo import Recent
from bot.conversation.talk import After, Talk
from bot.words.catalogue import DEFAULT, Words
from flows.dialogue import Block, Editing, Event, Place, Reply, Session, Tap, enter, step
from flows.dialogue.results import headline
from flows.dialogue.screens import OVERLAYS
from flows.library import Library
from flows.message import Message, say

# Commands that are a control of the dialogue.
CONTROLS = {"new": "restart", "edit": "edit", "language": "language", "why": "why"}


class Conversation:
    """Holds conversations on any channel. Without `about` nothing of them is kept anywhere."""

    def __init__(self, library: Library, words: Words, about: About | None = None) -> None:
        self.library = library
        self.words = words
        self.about = about
        self.recent = Recent()

    def talk(
        self, key: Hashable, stored: dict[str, Any] | None, on: date, client: str = ""
    ) -> Talk:
        """Read what is stored of a conversation: nothing yet, or None where it is lost.

        `client` is the code of the client's language. It is asked once, before the first screen;
        from then on the person is.
        """
        if stored:
            remembered = self.recent.talk(key, stored, on)
            if remembered is not None:
                return Talk(key, remembered.kept, place=remembered.place)
            kept = Kept.load_or_none(stored)
            if kept is not None:
                return Talk(key, kept)
        language = client_language(client, self.words.languages) if client else None
        kept = Kept(Session(language=language))
        return Talk(key, kept, known=False, lost=stored is None or bool(stored))

    def here(self, talk: Talk, on: date) -> tuple[Place, bool]:
        """Return where a conversation stands on a day, and whether that brought it elsewhere.

        Other rules or the day can move it after its screen was shown. What is said to that screen
        would be taken for an answer to another question, or to the same with other options.
        """
        if talk.place is not None:
            return talk.place, False
        place = enter(self.library, talk.kept.session, on)
        return place, place.session != talk.kept.session

    def turn(self, talk: Talk, act: Act, on: date) -> After:
        """Return what an act comes to. Never raises for anything a person can do."""
        return _Turn(self, talk, on).after(act)

    def forget(self) -> None:
        """Remember nothing that anybody told; the next turn of each takes a little longer."""
        self.recent.forget_all()
        self.words.forget()


class _Turn:
    """One turn at work."""

    def __init__(self, conversation: Conversation, talk: Talk, on: date) -> None:
        self.conversation = conversation
        self.words = conversation.words
        self.about = conversation.about
        self.talk = talk
        self.on = on
        self.kept = talk.kept
        self.orders_card = False

    def after(self, act: Act) -> After:
        if self.talk.lost and not isinstance(act, Edited):
            return self._begin_anew(act)
        match act:
            case Chose():
                return self._on_choice(act)
            case Said():
                return self._on_words(act)
            case Asked():
                return self._on_command(act.command)
            case Opened():
                return self._on_opening(act.link)
            case Edited():
                return self._on_edit(act)
            case Sent():
                return self._show(self._here(), note=say(f"unread-{act.kind}"))
            case Looked():
                return self._show(self._here())

    def _here(self) -> Place:
        return self.conversation.here(self.talk, self.on)[0]

    def _begin_anew(self, act: Act) -> After:
        """Tell that what was kept cannot be read again, and show the first screen."""
        instead = deletion_offer() if act == Asked("delete") else None
        return self._show(self._here(), note=say("begin-anew"), instead=instead)

    def _show(
        self, place: Place, *, note: Message | None = None, instead: Reply | None = None
    ) -> After:
        """Show a place, or another screen before it; what was kept is what it has come to."""
        self.kept = self.kept.at(place.session, deleting=instead is not None)
        reply, lead = instead or place.reply, 0 if instead else len(place.first)
        if reply.state == "notice" and self.about is not None:
            reply = replace(reply, blocks=(*reply.blocks, notice(self.about)))
        if note is not None:
            reply, lead = replace(reply, blocks=(Block("notice", note), *reply.blocks)), lead + 1
        answers: tuple[Answer, ...] = (Show(place, reply, lead),)
        if self.orders_card and instead is None:
            answers += (Hand(Order.of(place), say("card-caption")),)
        stored = self.kept.dump()
        self.conversation.recent.keep(self.talk.key, stored, self.kept, place)
        return After(answers, self.kept.session.language or DEFAULT, stored, place)

    def _on_choice(self, act: Chose) -> After:
        if act.stale:
            return self._stale()
        if self.kept.deleting:
            return self._forget() if act.choice == "delete" else self._show(self._here())
        here, moved = self.conversation.here(self.talk, self.on)
        if moved:
            return self._show(here)
        return self._show(self._step(here, Tap(act.choice)))

    def _stale(self) -> After:
        """Show where the person is, on the screen that counts; it stays that."""
        self.kept = replace(self.kept, deleting=False)
        place = self._here()
        answers = Toast(say("stale-screen")), Show(place, place.reply, len(place.first))
        # Of somebody who told nothing, or had all deleted, nothing is kept.
        return After(answers, self.talk.language, self.kept.dump() if self.talk.known else None)

    def _step(self, before: Place, event: Event) -> Place:
        languages = self.words.languages
        place = step(before, event, languages)
        if self.kept.typed or self.kept.refused:
            self.kept = self.kept.after(place.session)
        self.orders_card = place.asks_for_card(before)
        wish = self.kept.wish
        if wish and place.standing.state == "scheme":
            place = step(place, Tap(wish), languages)
            self.kept = replace(self.kept, wish=None)
        return place

    def _on_words(self, act: Said | Edited) -> After:
        before, moved = self.conversation.here(self.talk, self.on)
        if moved:
            return self._show(before)
        words = self.words
        event = event_for(before.offers, act.text, self.talk.language, words, words.languages)
        place = self._step(before, event)
        asked = before.standing.question
        if asked and act.message and place.session.answers != before.session.answers:
            self.kept = replace(self.kept, typed={**self.kept.typed, asked: act.message})
        elif place.session == before.session:
            self.kept = replace(self.kept, refused=act.message)
        return self._show(place)

    def _on_edit(self, act: Edited) -> After:
        """Read an edited message: what was refused anew, what was taken as a wish to change it."""
        if act.message == self.kept.refused:
            return self._on_words(act)
        fact = self.kept.answered_by(act.message)
        if fact is not None:
            session = replace(self.kept.session, at=Editing(fact))
            place = enter(self.conversation.library, session, self.on)
            return self._show(place, note=say("edited-answer"))
        if not self.talk.known or act.message == self.kept.edited:
            return After((), self.talk.language)
        stored = replace(self.kept, edited=act.message).dump()
        answer = Tell((Block("text", say("edited-in-vain")),))
        return After((answer,), self.talk.language, stored)

    def _on_opening(self, link: str) -> After:
        wish, session = route_of(link), self.kept.session
        if wish and session.scheme is None:
            self.kept = replace(self.kept, wish=wish)
            place = self._here()
            if place.standing.state == "scheme":
                place = self._step(place, Tap(wish))
                self.kept = replace(self.kept, wish=None)
            return self._show(place)
        return self._show(self._here(), note=say("go-on") if session.answers else None)

    def _on_command(self, command: str) -> After:
        if command in CONTROLS:
            return self._show(self._step(self._here(), Tap(CONTROLS[command])))
        match command:
            case "cancel":
                here = self._here()
                return self._show(self._step(here, Tap("resume")) if here.session.at else here)
            case "result":
                return self._result()
            case "help":
                return self._show(self._here(), note=say("help"))
        if self.about is not None:
            match command:
                case "about":
                    return self._show(self._here(), note=who_runs_it(self.about))
                case "privacy":
                    return self._show(self._here(), note=what_is_kept(self.about))
                case "delete":
                    return self._show(self._here(), instead=deletion_offer())
                case "mydata":
                    return After((disclosure(self.kept),), self.talk.language)
        return self._show(self._here(), note=say("unknown-command"))

    def _result(self) -> After:
        """Show the result; where there is none yet, how it stands so far and the next question."""
        place = self._here()
        if place.standing.state == "early":
            return self._show(self._step(place, Tap("enough")))
        if place.standing.state in OVERLAYS:
            place = self._step(place, Tap("resume"))
        result = place.standing.result
        after = self._show(place)
        if place.standing.state == "result" or result is None:
            return after
        return replace(after, answers=(Tell(headline(result, self.on)), *after.answers))

    def _forget(self) -> After:
        self.conversation.recent.forget(self.talk.key)
        self.words.forget()
        return After((Forget(),), self.talk.language)
