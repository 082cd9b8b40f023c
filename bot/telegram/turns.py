"""A turn: one update and the chat before it, in; the chat after it and the calls it wants, out.

No network, no store, no clock; what is remembered between turns changes none of them. What each
kind of update is answered with stands here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot import __version__
from bot.conversation.kept import Kept
from bot.conversation.match import event_for
from bot.conversation.memo import Recent
from bot.store import Accepted, Chat, Effect, Turn
from bot.telegram.cards import card_effects
from bot.telegram.commands import command_in, following, forgetting, spoken
from bot.telegram.groups import Groups
from bot.telegram.privacy import About, deletion_offered, my_data, what_is_kept
from bot.telegram.screens import MORE, asks_for_more, in_topic, keyboard, pieces, tapped, text_of
from bot.telegram.updates import Incoming, read
from bot.words.catalogue import DEFAULT, Words
from flows.dialogue import Block, Editing, Event, Place, Reply, Session, Tap, enter, results, step
from flows.dialogue.screens import OVERLAYS
from flows.library import Library
from flows.message import Message, say

# Payloads of deep links (t.me/<bot>?start=…) and the routes they mean.
LINKS = {"qmas": "hk-qmas-gpt", "achievement": "hk-qmas-apt", "macao": "mo-technical"}
# What is no answer, and what is said to it.
UNREAD = {
    "file": "telegram-no-files",
    "captioned": "telegram-no-caption",
    "contact": "telegram-no-contact",
    "forwarded": "telegram-forwarded",
    "wordless": "telegram-not-read",
}
# Commands that are a control of the dialogue.
CONTROLS = {"new": "restart", "edit": "edit", "language": "language", "why": "why"}
# Kinds of update that show no screen of the conversation.
WITHOUT_SCREEN = frozenset({"moved", "blocked", "unblocked", "group", "added", "edited"})
# A chat that stands there is kept for longer: there is a result to come back to.
FINISHED = frozenset({"result", "stopped", *OVERLAYS})


class Turns:
    """Makes turns, for one day's rules and one bot."""

    def __init__(self, library: Library, words: Words, about: About) -> None:
        self.library = library
        self.words = words
        self.about = about
        self.recent = Recent()
        self.groups = Groups(words, about)

    def turn(self, update: Accepted, chat: Chat | None, on: date) -> Turn:
        """Return what an update comes to. Never raises for what a person or Telegram sends."""
        incoming = read(update.raw)
        if incoming.chat_id is None or incoming.kind == "ignored":
            return Turn(update.update_id, None)
        before = chat or Chat(incoming.chat_id)
        return _Answering(self, update.update_id, incoming, before, on).turn()

    def forget(self) -> None:
        """Remember nothing that anybody told; the next turns of each chat take a little longer."""
        self.recent.forget_all()
        self.words.forget()


class _Answering:
    """One turn at work."""

    def __init__(
        self, turns: Turns, update_id: int, incoming: Incoming, chat: Chat, on: date
    ) -> None:
        self.library, self.words = turns.library, turns.words
        self.about = turns.about
        self.recent = turns.recent
        self.groups = turns.groups
        self.update_id = update_id
        self.incoming = incoming
        self.chat = replace(chat, blocked=False) if chat.blocked else chat
        self.on = on
        kept = None if chat.lost and not chat.state else Kept.load_or_none(chat.state)
        self.lost = kept is None
        if kept is None:
            self.chat = replace(self.chat, state={}, lost=True)
        self.kept = kept or Kept(Session())
        self.language_before = self.kept.session.language
        self.languages = self.words.languages
        self.opens_card = False
        self.opens_more = False
        # The client is asked once, before the first screen; from then on the person is.
        if not self.chat.state and incoming.language:
            language = spoken(incoming.language, self.languages)
            if language:
                self.kept = replace(
                    self.kept, session=replace(self.kept.session, language=language)
                )

    @property
    def language(self) -> str:
        return self.kept.session.language or DEFAULT

    def turn(self) -> Turn:
        made = self._made()
        return made if self.incoming.thread is None else in_topic(made, self.incoming.thread)

    def _made(self) -> Turn:
        if self.lost and self.incoming.kind not in WITHOUT_SCREEN:
            return self._begin_anew()
        return self._answer()

    def _answer(self) -> Turn:
        incoming = self.incoming
        if incoming.album:
            if incoming.album == self.kept.album:
                return Turn(self.update_id, None)
            self.kept = replace(self.kept, album=incoming.album)
        match incoming.kind:
            case "moved":
                return Turn(self.update_id, to=self.chat.chat_id, moved_to=incoming.moved_to)
            case "blocked" | "unblocked":
                # Of somebody who told nothing, nothing is kept.
                chat = replace(self.chat, blocked=incoming.kind == "blocked")
                return Turn(self.update_id, chat if chat.state else None)
            case "group" | "added":
                return self._group()
            case "tap":
                return self._tap()
            case "command":
                return self._command()
            case "edited":
                return self._edited()
            case "text":
                return self._typed()
        return self._show(self._here(), note=say(UNREAD[incoming.kind]))

    def _group(self) -> Turn:
        text = self.groups.line(self.incoming, self.kept.session.language)
        if text is None:
            return Turn(self.update_id, None)
        effect = Effect("sendMessage", {"chat_id": self.chat.chat_id, "text": text})
        return Turn(self.update_id, None, (effect,), to=self.chat.chat_id)

    def _begin_anew(self) -> Turn:
        """Tell that what was kept cannot be read again, and show the first screen."""
        name = command_in(self.incoming.text)[0] if self.incoming.kind == "command" else ""
        return self._show(
            self._here(),
            note=say("telegram-begin-anew"),
            before=(self._answer_tap(),) if self.incoming.kind == "tap" else (),
            instead=deletion_offered() if name == "delete" else None,
        )

    def _here(self) -> Place:
        place = self.recent.place(self.chat.chat_id, self.kept.session, self.on)
        return place or enter(self.library, self.kept.session, self.on)

    def _has_moved(self, here: Place) -> bool:
        """Whether other rules, or the day, brought a chat elsewhere since its screen was shown.

        What is said to that screen would be taken for an answer to another question, or to the
        same with other options.
        """
        return here.session != self.kept.session

    def _show(
        self,
        place: Place,
        *,
        note: Message | None = None,
        edit: bool = False,
        before: tuple[Effect, ...] = (),
        instead: Reply | None = None,
    ) -> Turn:
        """Return the turn that shows a place: edited in place after a tap, else anew."""
        self.kept = replace(self.kept, session=place.session, deleting=instead is not None)
        reply = instead or place.reply
        if reply.state == "notice":
            kept = Block("text", say("telegram-notice", finished=self.about.finished_days))
            reply = replace(reply, blocks=(*reply.blocks, kept))
        if note is not None:
            reply = replace(reply, blocks=(Block("notice", note), *reply.blocks))
        rev = self.chat.rev + 1
        effects = (*before, *self._screen(reply, rev, edit=edit), *self._commands_follow())
        if self.opens_card and instead is None:
            # The words first; what is slow to make follows, and once.
            effects += card_effects(self.chat.chat_id, place, self.words)
        self.recent.keep(self.chat.chat_id, place)
        finished = place.standing.state in FINISHED
        chat = replace(self.chat, state=self.kept.dump(), rev=rev, finished=finished)
        return Turn(self.update_id, chat, effects)

    def _commands_follow(self) -> tuple[Effect, ...]:
        return following(
            self.words,
            self.chat.chat_id,
            self.language_before,
            self.kept.session.language,
            self.incoming.language,
        )

    def _screen(self, reply: Reply, rev: int, *, edit: bool) -> tuple[Effect, ...]:
        parts = pieces(text_of(reply, self.language, self.words))
        base = {"chat_id": self.chat.chat_id}
        earlier = tuple(Effect("sendMessage", base | part.parameters()) for part in parts[:-1])
        buttons = keyboard(reply, rev, self.language, self.words, opened=self.opens_more)
        shown = base | parts[-1].parameters() | {"reply_markup": buttons}
        method = "editMessageText" if edit and not earlier else "sendMessage"
        return (*earlier, Effect(method, shown, screen=True))

    def _answer_tap(self, text: str = "") -> Effect:
        parameters = {"callback_query_id": self.incoming.tap_id}
        if text:
            parameters["text"] = text
        return Effect("answerCallbackQuery", parameters, passing=True)

    def _tap(self) -> Turn:
        found = tapped(self.incoming.text)
        older = (
            self.chat.screen is not None
            and self.incoming.message_id is not None
            and self.incoming.message_id < self.chat.screen
        )
        if found is None or found.rev != self.chat.rev or older:
            stale = self._answer_tap(self.words.text(self.language, "telegram-stale"))
            self.kept = replace(self.kept, deleting=False)
            place = self._here()
            effects = (stale, *self._screen(place.reply, self.chat.rev, edit=not older))
            if not self.chat.state:
                # Of somebody who told nothing, or had all deleted, nothing is kept.
                return Turn(self.update_id, None, effects, to=self.chat.chat_id)
            state = self.kept.dump()
            return Turn(self.update_id, replace(self.chat, state=state), effects)
        answered = (self._answer_tap(),)
        if self.kept.deleting:
            if found.choice == "delete":
                return self._forget(answered)
            return self._show(self._here(), edit=True, before=answered)
        here = self._here()
        if self._has_moved(here):
            return self._show(here, edit=True, before=answered)
        if found.choice == MORE and here.standing.state == "asking":
            return self._opened(here, answered)
        place = self._step(here, Tap(found.choice))
        return self._show(place, edit=True, before=answered)

    def _opened(self, here: Place, before: tuple[Effect, ...]) -> Turn:
        """Show the rest of a question's buttons; nothing else changes."""
        if self.incoming.message_id is None:
            return self._with_more(here, before)
        buttons = keyboard(here.reply, self.chat.rev, self.language, self.words, opened=True)
        where = {"chat_id": self.chat.chat_id, "message_id": self.incoming.message_id}
        effect = Effect("editMessageReplyMarkup", where | {"reply_markup": buttons})
        return Turn(self.update_id, self.chat, (*before, effect))

    def _with_more(self, here: Place, before: tuple[Effect, ...] = ()) -> Turn:
        """Show a question anew with all its buttons."""
        self.opens_more = True
        return self._show(here, before=before)

    def _step(self, before: Place, event: Event) -> Place:
        place = step(before, event, self.languages)
        if self.kept.typed or self.kept.refused:
            self.kept = self.kept.after(place.session)
        self.opens_card = place.asks_for_card(before)
        wish = self.kept.wish
        if wish and place.standing.state == "scheme":
            place = step(place, Tap(wish), self.languages)
            self.kept = replace(self.kept, wish=None)
        return place

    def _typed(self) -> Turn:
        before = self._here()
        text = self.incoming.text
        if self._has_moved(before):
            return self._show(before)
        if before.standing.state == "asking" and asks_for_more(text, self.words):
            return self._with_more(before)
        event = event_for(before.reply, text, self.language, self.words, self.languages)
        place = self._step(before, event)
        asked, message = before.standing.question, self.incoming.message_id
        if asked and message and place.session.answers != before.session.answers:
            self.kept = replace(self.kept, typed={**self.kept.typed, asked: message})
        elif place.session == before.session:
            self.kept = replace(self.kept, refused=message)
        return self._show(place)

    def _edited(self) -> Turn:
        """Read an edited message: what was refused anew, what was taken as a wish to change it."""
        edited, fact = self.incoming.message_id, self.kept.answered_by(self.incoming.message_id)
        if edited == self.kept.refused:
            return self._typed()
        if fact is not None:
            session = replace(self.kept.session, at=Editing(fact))
            self.kept = replace(self.kept, session=session)
            return self._show(self._here(), note=say("telegram-edited"))
        if not self.chat.state or edited == self.kept.edited:
            return Turn(self.update_id, None)
        self.kept = replace(self.kept, edited=edited)
        text = self.words.text(self.language, "telegram-edited-in-vain")
        said = Effect("sendMessage", {"chat_id": self.chat.chat_id, "text": text})
        return Turn(self.update_id, replace(self.chat, state=self.kept.dump()), (said,))

    def _command(self) -> Turn:
        name, payload = command_in(self.incoming.text)
        if name == "start":
            return self._start(payload.strip())
        if name in CONTROLS:
            return self._show(self._step(self._here(), Tap(CONTROLS[name])))
        if name == "cancel":
            here = self._here()
            return self._show(self._step(here, Tap("resume")) if here.session.at else here)
        if name == "result":
            return self._result()
        if name == "delete":
            return self._show(self._here(), instead=deletion_offered())
        if name == "mydata":
            return self._my_data()
        notes = {
            "help": say("telegram-help"),
            "about": say(
                "telegram-about",
                operator=self.about.operator,
                contact=self.about.contact,
                version=__version__,
            ),
            "privacy": what_is_kept(self.about),
        }
        return self._show(self._here(), note=notes.get(name, say("telegram-unknown-command")))

    def _start(self, payload: str) -> Turn:
        wish = LINKS.get(payload)
        session = self.kept.session
        if wish and session.scheme is None:
            self.kept = replace(self.kept, wish=wish)
            place = self._here()
            if place.standing.state == "scheme":
                place = self._step(place, Tap(wish))
                self.kept = replace(self.kept, wish=None)
            return self._show(place)
        running = bool(session.answers)
        return self._show(self._here(), note=say("telegram-go-on") if running else None)

    def _result(self) -> Turn:
        place = self._here()
        if place.standing.state == "early":
            return self._show(self._step(place, Tap("enough")))
        if place.standing.state in OVERLAYS:
            place = self._step(place, Tap("resume"))
        result = place.standing.result
        turn = self._show(place)
        if place.standing.state == "result" or result is None:
            return turn
        so_far = Reply("result", results.headline(result, self.on), ())
        text = text_of(so_far, self.language, self.words)
        first = Effect("sendMessage", {"chat_id": self.chat.chat_id} | text.parameters())
        return replace(turn, effects=(first, *turn.effects))

    def _forget(self, before: tuple[Effect, ...]) -> Turn:
        self.recent.forget(self.chat.chat_id)
        self.words.forget()
        last = {
            "chat_id": self.chat.chat_id,
            "message_id": self.incoming.message_id,
            "text": self.words.text(self.language, "telegram-deleted"),
        }
        effects = (
            *before,
            Effect("editMessageText", last, last=True),
            forgetting(self.chat.chat_id, last=True),
        )
        return Turn(self.update_id, None, effects, to=self.chat.chat_id, forget=True)

    def _my_data(self) -> Turn:
        chat = self.chat if self.chat.state else None
        effect = my_data(self.chat, self.kept, self.words.text(self.language, "telegram-mydata"))
        return Turn(self.update_id, chat, (effect,), to=self.chat.chat_id, tells_all=True)
