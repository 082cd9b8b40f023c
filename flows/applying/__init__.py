"""What to do next: what applying asks of this person and family, costs and gives."""

from flows.applying.checklist import Applying, Document, Fees, Told, applying, rounds
from flows.applying.in_words import sections

__all__ = ["Applying", "Document", "Fees", "Told", "applying", "rounds", "sections"]
