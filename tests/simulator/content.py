"""What people send besides text."""

from dataclasses import dataclass, field

from tests.simulator.files import Files
from tests.simulator.wire import Json, Upload


@dataclass(frozen=True, slots=True)
class Known:
    """A kind of content: its usual fields, and the body of its file where it has one."""

    usual: Json = field(default_factory=dict)
    body: bytes | None = None

    def of(self, kind: str, fields: Json, files: Files) -> Json:
        """Return the content as fields of a message."""
        kept = {}
        if self.body is not None:
            mime = str(self.usual.get("mime_type", "application/octet-stream"))
            kept = files.keep(Upload(kind, mime, self.body)).payload()
        made = kept | self.usual | fields
        return {kind: [made] if kind == "photo" else made}


CONTENT: dict[str, Known] = {
    "photo": Known({"width": 90, "height": 60}, b"a photo"),
    "document": Known({"file_name": "cv.pdf", "mime_type": "application/pdf"}, b"a document"),
    "voice": Known({"duration": 2, "mime_type": "audio/ogg"}, b"a voice"),
    "sticker": Known(
        {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
        },
        b"a sticker",
    ),
    "dice": Known({"emoji": "🎲", "value": 4}),
    "contact": Known({"phone_number": "+85200000000", "first_name": "Ada"}),
    "location": Known({"latitude": 22.3, "longitude": 114.2}),
}
