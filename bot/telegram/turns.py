"""A turn on Telegram: one update and the chat before it, in; the chat after it and calls, out.

An update becomes an act of the conversation, and what the conversation answers becomes calls. What
concerns Telegram alone stands here: groups, blocking, albums, old buttons, the folded keyboard.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.conversation.acts import (
    Act,
    Asked,
    Chose,
    Disclose,
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
from bot.conversation.data import About
from bot.conversation.talk import After
from bot.conversation.turn import Conversation
from bot.store import Accepted, Chat, Effect, Turn
from bot.telegram.cards import card_effects
from bot.telegram.commands import command_in, menu_change, menu_removal
from bot.telegram.groups import Groups
from bot.telegram.privacy import my_data
from bot.telegram.screens import MORE, asks_for_more, in_topic, keyboard, pieces, read_data, text_of
from bot.telegram.updates import Incoming, read
from bot.words.catalogue import Words
from flows.dialogue import Reply
from flows.library import Library


class Turns:
    """Makes turns, for one day's rules and one bot."""

    def __init__(self, library: Library, words: Words, about: About) -> None:
        self.library = library
        self.words = words
        self.conversation = Conversation(library, words, about)
        self.groups = Groups(words, about)

    def turn(self, update: Accepted, chat: Chat | None, on: date) -> Turn:
        """Return what an update comes to. Never raises for what a person or Telegram sends."""
        incoming = read(update.raw)
        if incoming.chat_id is None or incoming.kind == "ignored":
            return Turn(update.update_id, None)
        before = chat or Chat(incoming.chat_id)
        turn = _Turn(self, update.update_id, incoming, before, on).turn()
        return turn if incoming.thread is None else in_topic(turn, incoming.thread)

    def forget(self) -> None:
        """Remember nothing that anybody told; the next turns of each chat take a little longer."""
        self.conversation.forget()


class _Turn:
    """One turn at work."""

    def __init__(
        self, turns: Turns, update_id: int, incoming: Incoming, chat: Chat, on: date
    ) -> None:
        self.words = turns.words
        self.conversation = turns.conversation
        self.groups = turns.groups
        self.update_id = update_id
        self.incoming = incoming
        self.on = on
        self.chat = replace(chat, blocked=False) if chat.blocked else chat
        stored = None if chat.lost and not chat.state else chat.state
        self.talk = turns.conversation.talk(chat.chat_id, stored, on, incoming.language)
        if self.talk.lost:
            self.chat = replace(self.chat, state={}, lost=True)
        # Whether it shows all the buttons of a question.
        self.unfolds = False

    def turn(self) -> Turn:
        """Return the turn."""
        match self.incoming.kind:
            case "moved":
                moved_to = self.incoming.moved_to
                return Turn(self.update_id, to=self.chat.chat_id, moved_to=moved_to)
            case "blocked" | "unblocked":
                # Of somebody who told nothing, nothing is kept.
                chat = replace(self.chat, blocked=self.incoming.kind == "blocked")
                return Turn(self.update_id, chat if chat.state else None)
            case "group" | "added":
                return self._group()
        return self._in_private()

    def _group(self) -> Turn:
        text = self.groups.line(self.incoming, self.talk.kept.session.language)
        if text is None:
            return Turn(self.update_id, None)
        effect = Effect("sendMessage", {"chat_id": self.chat.chat_id, "text": text})
        return Turn(self.update_id, None, (effect,), to=self.chat.chat_id)

    def _in_private(self) -> Turn:
        album, kept = self.incoming.album, self.talk.kept
        if album and not self.talk.lost:
            if album == kept.album:
                return Turn(self.update_id, None)
            self.talk = replace(self.talk, kept=replace(kept, album=album))
        act = self._act()
        self.unfolds = self._asks_for_more(act)
        if not self.unfolds:
            return self._translate(self.conversation.turn(self.talk, act, self.on))
        if isinstance(act, Chose) and self.incoming.message_id is not None:
            return self._unfold()
        return self._translate(self.conversation.turn(self.talk, Looked(), self.on))

    def _act(self) -> Act:
        """Return what the person did, in the words of no channel."""
        incoming = self.incoming
        match incoming.kind:
            case "tap":
                tap = read_data(incoming.text)
                if tap is None or tap.rev != self.chat.rev or self._on_older_message:
                    return Chose("", stale=True)
                return Chose(tap.choice)
            case "text":
                return Said(incoming.text, incoming.message_id)
            case "command":
                name, payload = command_in(incoming.text)
                return Opened(payload.strip()) if name == "start" else Asked(name)
            case "edited":
                return Edited(incoming.text, incoming.message_id or 0)
        return Sent(incoming.kind)

    @property
    def _on_older_message(self) -> bool:
        """Whether a button was tapped above the message that shows the screen."""
        shown, tapped_on = self.chat.screen, self.incoming.message_id
        return shown is not None and tapped_on is not None and tapped_on < shown

    def _asks_for_more(self, act: Act) -> bool:
        """Whether it is the rest of a question's buttons that is asked for."""
        kept = self.talk.kept
        match act:
            case Chose(choice, stale=False):
                asked = choice == MORE and not kept.deleting
            case Said(text):
                asked = asks_for_more(text, self.words)
            case Edited(text, message):
                asked = message == kept.refused and asks_for_more(text, self.words)
            case _:
                return False
        if not asked or self.talk.lost:
            return False
        here, moved = self.conversation.here(self.talk, self.on)
        return here.standing.state == "asking" and not moved

    def _unfold(self) -> Turn:
        """Show the rest of a question's buttons in place; nothing else changes."""
        talk, chat = self.talk, self.chat
        here, _ = self.conversation.here(talk, self.on)
        buttons = keyboard(here.reply, chat.rev, talk.language, self.words, opened=True)
        where = {"chat_id": chat.chat_id, "message_id": self.incoming.message_id}
        effect = Effect("editMessageReplyMarkup", where | {"reply_markup": buttons})
        return Turn(self.update_id, chat, (self._answer_to_tap(), effect))

    def _translate(self, after: After) -> Turn:
        """Translate what a turn came to: what is stored into a chat, answers into calls."""
        effects, chat = tuple(self._effects(after)), self.chat
        if after.stored is None:
            return self._translate_unstored(after, effects)
        if after.place is None:
            return Turn(self.update_id, replace(chat, state=after.stored), effects)
        rev, finished = chat.rev + 1, after.finished
        chat = replace(chat, state=after.stored, rev=rev, finished=finished)
        return Turn(self.update_id, chat, effects)

    def _translate_unstored(self, after: After, effects: tuple[Effect, ...]) -> Turn:
        to = self.chat.chat_id
        match after.answers:
            case ():
                return Turn(self.update_id, None)
            case (Forget(),):
                return Turn(self.update_id, None, effects, to, forget=True)
            case (Disclose(),):
                chat = self.chat if self.chat.state else None
                return Turn(self.update_id, chat, effects, to, tells_all=True)
        return Turn(self.update_id, None, effects, to)

    def _effects(self, after: After) -> Iterator[Effect]:
        """Yield the calls that carry the answers."""
        chat_id, language, words = self.chat.chat_id, after.language, self.words
        if self.incoming.kind == "tap" and not isinstance(after.answers[0], Toast):
            yield self._answer_to_tap()
        for answer in after.answers:
            match answer:
                case Show():
                    yield from self._screen(answer, after)
                case Toast(message):
                    yield self._answer_to_tap(words.render(language, message))
                case Tell(blocks):
                    text = text_of(Reply("", blocks, ()), language, words).parameters()
                    yield Effect("sendMessage", {"chat_id": chat_id} | text)
                case Hand(order, caption):
                    # The words first; what is slow to make follows, and once.
                    yield from card_effects(chat_id, order, words.render(language, caption))
                case Disclose(kept, caption):
                    yield my_data(self.chat, kept, words.render(language, caption))
                case Forget():
                    yield self._last_word(words.text(language, "telegram-deleted"))
                    yield menu_removal(chat_id, last=True)

    def _screen(self, shown: Show, after: After) -> Iterator[Effect]:
        """Yield the messages of a screen: edited in place after a tap, else anew."""
        base, rev = {"chat_id": self.chat.chat_id}, self.chat.rev + (after.place is not None)
        *earlier, last = pieces(text_of(shown.reply, after.language, self.words))
        for part in earlier:
            yield Effect("sendMessage", base | part.parameters())
        buttons = keyboard(shown.reply, rev, after.language, self.words, opened=self.unfolds)
        edits = self.incoming.kind == "tap" and not (
            earlier or self.unfolds or self.talk.lost or self._on_older_message
        )
        method = "editMessageText" if edits else "sendMessage"
        parameters = base | last.parameters() | {"reply_markup": buttons}
        yield Effect(method, parameters, screen=True)
        if after.place is not None:
            before = self.talk.kept.session.language if self.talk.known else None
            language, code = after.place.session.language, self.incoming.language
            yield from menu_change(self.words, self.chat.chat_id, before, language, code)

    def _last_word(self, text: str) -> Effect:
        """Return the call that puts a last word in place of the screen."""
        where = {"chat_id": self.chat.chat_id, "message_id": self.incoming.message_id}
        return Effect("editMessageText", where | {"text": text}, last=True)

    def _answer_to_tap(self, text: str = "") -> Effect:
        parameters = {"callback_query_id": self.incoming.tap_id}
        if text:
            parameters["text"] = text
        return Effect("answerCallbackQuery", parameters, passing=True)
