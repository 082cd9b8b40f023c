"""Writes what is generated: the pictures of the dialogue and the JSON schema for editors."""

import json
import shutil
from pathlib import Path

from flows.dialogue.picture import picture
from flows.library import Library
from flows.library.shelf import HERE
from flows.rules.edition import Edition

MACHINES = Path(__file__).with_name("machines")
SCHEMA = HERE / "edition.schema.json"


def generated() -> dict[Path, str]:
    """Return every generated file with its text."""
    schema = Edition.model_json_schema(by_alias=True)
    found = {SCHEMA: json.dumps(schema, indent=1, ensure_ascii=False) + "\n"}
    for one in Library().schemes.values():
        for edition in one.editions:
            found[MACHINES / f"{one.id}-{edition.day}.md"] = picture(edition)
    return found


if __name__ == "__main__":
    shutil.rmtree(MACHINES, ignore_errors=True)
    for path, text in generated().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"{len(generated())} files written.")
