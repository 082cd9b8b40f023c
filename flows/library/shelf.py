"""The library: schemes and facts read from folders, proofread, and handed on.

A further folder may lie over the first, as an operator's own: a file there stands in the place of
the one with the same path below it, and whole schemes may be added.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import RootModel

from flows.documents import Marked, RuleError, build, read_marked
from flows.facts.kinds import KINDS
from flows.facts.kinds.kind import FactKind
from flows.facts.vocabulary import Vocabulary, build_vocabulary
from flows.library.proofread_edition import proofread
from flows.rules.edition import Edition
from flows.rules.scheme import Scheme, SchemeFile
from flows.rules.source import Source, Strict

if TYPE_CHECKING:
    from flows.rules.procedure import Procedure

HERE = Path(__file__).parents[1] / "schemes"
LONGEST_ID = 40
Model = TypeVar("Model", bound=Strict)


class Sources(RootModel[dict[str, Source]]):
    """The sources of a scheme by id."""


class Library:
    """The schemes of a folder and of those laid over it, the last one on top.

    Everything is read when it is first needed, proofread, and kept. See `Shelf` for what a scheme
    asks of it. Its facts are of these `kinds`. Raises RuleError for a fault that an author can
    mend.
    """

    def __init__(
        self, root: Path = HERE, *over: Path, kinds: Mapping[str, FactKind] = KINDS
    ) -> None:
        self.root = root
        self.kinds = kinds
        self._folders = (*reversed(over), root)
        self._read: dict[str, Scheme] = {}
        self._written: dict[tuple[Scheme, date], tuple[Marked, Edition]] = {}
        self._procedures: dict[str, Procedure] = {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The facts that its rules may read."""
        document = self.file("facts.yaml")
        if document is None:
            document = _document(HERE / "facts.yaml", HERE)
        return build_vocabulary(document, self.kinds)

    @cached_property
    def schemes(self) -> Mapping[str, Scheme]:
        """All schemes by id, in the order in which they are offered."""
        found = (
            path.parent.name for folder in self._folders for path in folder.glob("*/scheme.yaml")
        )
        read = sorted(
            (self._scheme(id_) for id_ in sorted(set(found))), key=lambda s: s.about.order
        )
        return {one.id: one for one in read}

    def scheme(self, id_: str) -> Scheme:
        """Return the scheme of an id, without reading the others. Raises KeyError."""
        known = self._read.get(id_)
        if known is not None:
            return known
        plain = len(id_) <= LONGEST_ID and id_.replace("-", "").isalnum()
        if not plain or not self._has_scheme(id_):
            raise KeyError(id_)
        return self._scheme(id_)

    def file(self, *path: str) -> Marked | None:
        """Return a file with its lines, from the folder on top that has it; None where none has."""
        for folder in self._folders:
            found = folder.joinpath(*path)
            if found.exists():
                return _document(found, folder)
        return None

    def document(self, scheme: Scheme, day: date) -> Marked:
        """Return the file of an edition with its lines."""
        return self._edition_file(scheme, day)[0]

    def edition(self, scheme: Scheme, day: date) -> Edition:
        """See Shelf."""
        document, edition = self._edition_file(scheme, day)
        if edition.scheme_id != scheme.id or edition.day != day:
            found = f"the edition is {edition.key}, but its file is {scheme.id} {day}"
            place = ("scheme",) if edition.scheme_id != scheme.id else ("day",)
            raise document.fault(place, f"{found}; write the same scheme and day.")
        if edition.prerequisites_of:
            edition = self._with_prerequisites(scheme, edition, document)
        edition.belong_to(scheme)
        _tiles(scheme, edition, document)
        _proofread_successor(scheme, edition, document)
        proofread(edition, document)
        return edition

    def sources(self, scheme: Scheme) -> Mapping[str, Source]:
        """See Shelf."""
        owner = scheme.about.sources_of or scheme.id
        document = self.file(owner, "sources.yaml")
        if document is None:
            missing = self.root / owner / "sources.yaml"
            return build(Sources, _document(missing, self.root)).root
        return build(Sources, document).root

    def dated_list(self, scheme: Scheme, name: str, model: type[Model]) -> Model | None:
        """See Shelf. The scheme's own, or else that of the scheme whose sources it shares."""
        document = self.shared_file(scheme, name)
        return build(model, document) if document else None

    def shared_file(self, scheme: Scheme, name: str) -> Marked | None:
        """Return the scheme's own file, or else that of the scheme whose sources it shares."""
        own = self.file(scheme.id, f"{name}.yaml")
        return own or self.file(scheme.about.sources_of or scheme.id, f"{name}.yaml")

    def procedure(self, scheme: Scheme) -> Procedure | None:
        """See Shelf."""
        document = self.shared_file(scheme, "applying")
        if document is None:
            return None
        if document.file not in self._procedures:
            self._procedures[document.file] = self._procedure(scheme, document)
        return self._procedures[document.file]

    def _procedure(self, scheme: Scheme, document: Marked) -> Procedure:
        # Read late: the first screens do without.
        from flows.library.proofread_procedure import Known, proofread_applying  # noqa: PLC0415
        from flows.rules.procedure import Procedure  # noqa: PLC0415

        procedure = build(Procedure, document)
        sharing = [
            one
            for one in self.schemes.values()
            if getattr(self.shared_file(one, "applying"), "file", None) == document.file
        ]
        editions = [
            one.edition(day)
            for one in sharing
            for day, after in zip_longest(one.days, one.days[1:], fillvalue=date.max)
            if after > procedure.from_
        ]
        known = Known(
            vocabulary=self.vocabulary,
            schemes=[one.id for one in sharing],
            ways={way for one in editions if one.route for way in one.route.ways},
            factors={factor.id for one in editions for factor in one.factors},
            sources=scheme.sources,
        )
        proofread_applying(procedure, document, known)
        return procedure

    def _has_scheme(self, id_: str) -> bool:
        return any((folder / id_ / "scheme.yaml").exists() for folder in self._folders)

    def _scheme(self, id_: str) -> Scheme:
        """Read a scheme's own file and the days of its editions."""
        if id_ not in self._read:
            document = self.file(id_, "scheme.yaml")
            if document is None:
                raise KeyError(id_)
            about = build(SchemeFile, document)
            if about.id != id_:
                sentence = f'the id is "{about.id}", but the folder is "{id_}"; write the same.'
                raise document.fault(("id",), sentence)
            days = self._days(id_)
            if not days:
                sentence = "the scheme has no edition; add a file named by its first day."
                raise document.fault((), sentence)
            self._read[id_] = Scheme(about, days, self)
        return self._read[id_]

    def _days(self, id_: str) -> tuple[date, ...]:
        """Return the days that name the files of a scheme's editions, in their order."""
        days = set()
        for folder in self._folders:
            for path in sorted((folder / id_).glob("[0-9]*.yaml")):
                day = _day(path.stem)
                if day is None:
                    sentence = "an edition's file is named by its day, YYYY-MM-DD; rename it."
                    raise RuleError(f"{_name(path, folder)}:1: {sentence}")
                days.add(day)
        return tuple(sorted(days))

    def _edition_file(self, scheme: Scheme, day: date) -> tuple[Marked, Edition]:
        """Return an edition as its file states it, and the file."""
        key = scheme, day
        if key not in self._written:
            document = self.file(scheme.id, f"{day}.yaml")
            if document is None:
                raise KeyError(day)
            self._written[key] = document, build(Edition, document)
        return self._written[key]

    def _with_prerequisites(self, scheme: Scheme, edition: Edition, document: Marked) -> Edition:
        """Return the edition with the prerequisites that another scheme states for the same day."""
        id_, place = edition.prerequisites_of or "", ("prerequisites_of",)
        if edition.prerequisites:
            raise document.fault(place, "the prerequisites also stand here; keep one of both.")
        if id_ == scheme.id or not self._has_scheme(id_):
            raise document.fault(place, f'"{id_}" is no other scheme; name one that is.')
        other = self._scheme(id_)
        if edition.day not in other.days:
            sentence = f"{id_} has no edition of {edition.day}; write the prerequisites out here."
            raise document.fault(place, sentence)
        if self._edition_file(other, edition.day)[1].prerequisites_of:
            sentence = f"{id_} takes its own from elsewhere; name the scheme that states them."
            raise document.fault(place, sentence)
        stated = other.edition(edition.day).prerequisites
        return edition.model_copy(update={"prerequisites": stated})


def folder_name(root: Path) -> str:
    """Return how messages name a folder: the shipped one by its path in the repository."""
    return f"flows/{root.name}" if root == HERE else root.name


def _name(path: Path, root: Path) -> str:
    return f"{folder_name(root)}/{path.relative_to(root).as_posix()}"


def _document(path: Path, root: Path) -> Marked:
    return read_marked(path, _name(path, root))


def _proofread_successor(scheme: Scheme, edition: Edition, document: Marked) -> None:
    """Ways lead to the successor that the scheme's own file describes."""
    for name, way in edition.route.ways.items() if edition.route else ():
        known = scheme.successor.id if scheme.successor else "none"
        if way.successor not in {None, known}:
            place = ("route", "ways", name, "successor")
            sentence = f'the successor is "{way.successor}", but successor.yaml has {known}'
            raise document.fault(place, f"{sentence}; write the same.")


def _tiles(scheme: Scheme, edition: Edition, document: Marked) -> None:
    """Editions follow each other without gap or overlap."""
    later = [day for day in scheme.days if day > edition.day]
    expected = min(later) - timedelta(days=1) if later else edition.until
    if edition.until and edition.until < edition.day:
        sentence = f'"until" is {edition.until}, before the edition starts; write a later day.'
        raise document.fault(("until",), sentence)
    if edition.until != expected:
        sentence = (
            f'"until" is {edition.until or "left out"}, but the next edition starts on '
            f"{min(later)}; write {expected}, so that the days tile."
        )
        raise document.fault(("until",), sentence)


def _day(stem: str) -> date | None:
    """Read the day that names an edition's file; only YYYY-MM-DD is one."""
    try:
        day = date.fromisoformat(stem)
    except ValueError:
        return None
    return day if day.isoformat() == stem else None
