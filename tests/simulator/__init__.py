"""Telegram's Bot API on this machine's loopback, with the people who talk to the bot."""

from tests.simulator.chats import Button
from tests.simulator.citizen import Citizen, Group, Screen
from tests.simulator.faults import Fault
from tests.simulator.nonsense import NONSENSE, Nonsense
from tests.simulator.server import Call, Simulator
from tests.simulator.webhook import Attempt, Delivery

__all__ = [
    "NONSENSE",
    "Attempt",
    "Button",
    "Call",
    "Citizen",
    "Delivery",
    "Fault",
    "Group",
    "Nonsense",
    "Screen",
    "Simulator",
]
