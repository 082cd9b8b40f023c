"""Inline keyboards, checked as the server checks them."""

from typing import Any

from tests.simulator import refusals
from tests.simulator.refusals import bad
from tests.simulator.wire import Json

_ACTIONS = set(
    "url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat "
    "switch_inline_query_chosen_chat copy_text callback_game pay".split()
)
_LOOKS = {"text", "style", "icon_custom_emoji_id"}
_MOST_BUTTONS = 100


def inline_keyboard(parameters: Json, misuse: list[str]) -> Json | None:
    """Return the inline keyboard of a call, None where there is none.

    Raises Refused where the server would; what it would let pass goes into `misuse`.
    """
    markup = parameters.get("reply_markup") or {}
    rows = markup.get("inline_keyboard")
    if not rows:
        return None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('can\'t parse inline keyboard: Field "inline_keyboard" must be of type Array')
    buttons = [one for row in rows for one in row]
    for one in buttons:
        _check(one, misuse)
    if len(buttons) > _MOST_BUTTONS:
        misuse.append(f"{len(buttons)} buttons under one message")
    return {"inline_keyboard": [row for row in rows if row]}


def _check(button: Any, misuse: list[str]) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    doing = _ACTIONS & button.keys()
    if not doing:
        raise bad(refusals.TEXT_BUTTON)
    data = button.get("callback_data")
    if "callback_data" in button and not 1 <= len(str(data).encode()) <= 64:
        raise bad(refusals.BUTTON_DATA)
    if len(doing) > 1:
        misuse.append(f"a button does more than one thing: {button}")
    if strange := button.keys() - _ACTIONS - _LOOKS:
        misuse.append(f"a button has no field {', '.join(sorted(strange))}")
    if not button["text"].strip():
        misuse.append("a button has no label")
