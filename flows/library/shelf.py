"""The shelf of schemes: reading the folders, and the edition in force on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, RootModel

from flows.documents import Marked, RuleError, build, read_marked
from flows.library.proofread_edition import proofread
from flows.rules.dated_lists import Nationals, Successor, TalentList, Universities
from flows.rules.edition import Edition, SchemeFile, Source

if TYPE_CHECKING:
    from flows.rules.procedure import Procedure

HERE = Path(__file__).parents[1] / "schemes"
LONGEST_ID = 40
Model = TypeVar("Model", bound=BaseModel)


class Sources(RootModel[dict[str, Source]]):
    """The sources of a scheme by id."""


@dataclass(frozen=True, eq=False)
class Scheme:
    """A scheme with its editions in order of their days; editions are read when first needed."""

    about: SchemeFile
    folder: Path
    root: Path
    days: tuple[date, ...]

    @property
    def id(self) -> str:
        """The scheme's id."""
        return self.about.id

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """All editions, oldest first."""
        return tuple(self.edition(day) for day in self.days)

    def edition(self, day: date) -> Edition:
        """Return the edition of a day, proofread. Raises RuleError, KeyError for no such day."""
        if day not in self.days:
            raise KeyError(day)
        return _edition(self, day)

    def document(self, day: date) -> Marked:
        """Return the file of an edition with its lines. Raises RuleError."""
        return _written(self, day)[0]

    def in_force(self, on: date) -> Edition | None:
        """Return the edition in force on a day; None before the first, never an older one after."""
        past = [day for day in self.days if day <= on]
        if not past:
            return None
        edition = self.edition(past[-1])
        return edition if edition.until is None or on <= edition.until else None

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources that its rules cite."""
        folder = self.root / (self.about.sources_of or self.id)
        return build(Sources, _read(folder / "sources.yaml", self.root)).root

    @cached_property
    def nationals(self) -> Nationals | None:
        """The dated list of barred nationals, if the scheme has one."""
        return self._list("nationals", Nationals)

    @cached_property
    def universities(self) -> Universities | None:
        """The dated list of universities, if the scheme has one."""
        return self._list("universities", Universities)

    @cached_property
    def talent_list(self) -> TalentList | None:
        """The dated sizes of the Talent List, if the scheme has them."""
        return self._list("talent-list", TalentList)

    @cached_property
    def successor(self) -> Successor | None:
        """What replaced the scheme, if it is closed."""
        return self._list("successor", Successor)

    @cached_property
    def applying(self) -> Procedure | None:
        """What an application asks for, proofread; schemes that share sources share it too."""
        return _procedure(self)

    def _list(self, name: str, model: type[Model]) -> Model | None:
        for owner in (self.id, self.about.sources_of):
            document = self.list_of(owner or self.id, name)
            if document:
                return build(model, document)
        return None

    def list_of(self, owner: str, name: str) -> Marked | None:
        """Return the file of a dated list in a scheme's folder, if it has one."""
        path = self.root / owner / f"{name}.yaml"
        return _read(path, self.root) if path.exists() else None


def shelf_name(root: Path) -> str:
    """Return how messages name a shelf: the shipped one by its path in the repository."""
    return f"flows/{root.name}" if root == HERE else root.name


def _read(path: Path, root: Path) -> Marked:
    return read_marked(path, f"{shelf_name(root)}/{path.relative_to(root).as_posix()}")


@cache
def _written(scheme: Scheme, day: date) -> tuple[Marked, Edition]:
    """Return an edition as its file states it, and the file."""
    document = _read(scheme.folder / f"{day}.yaml", scheme.root)
    return document, build(Edition, document)


@cache
def _edition(scheme: Scheme, day: date) -> Edition:
    document, edition = _written(scheme, day)
    if edition.scheme != scheme.id or edition.day != day:
        found = f"the edition is {edition.key}, but its file is {scheme.id} {day}"
        place = ("scheme",) if edition.scheme != scheme.id else ("day",)
        raise document.fault(place, f"{found}; write the same scheme and day.")
    if edition.prerequisites_of:
        edition = _with_prerequisites(scheme, edition, document)
    _tiles(scheme, edition, document)
    _succeeded(scheme, edition, document)
    proofread(edition, document, scheme.sources)
    return edition


@cache
def _procedure(scheme: Scheme) -> Procedure | None:
    # Read late: the first screens do without.
    from flows.library.proofread_procedure import Known, proofread_applying  # noqa: PLC0415
    from flows.rules.procedure import Procedure  # noqa: PLC0415

    document = _applying_file(scheme)
    if document is None:
        return None
    procedure = build(Procedure, document)
    sharing = [
        one
        for one in schemes(scheme.root).values()
        if getattr(_applying_file(one), "file", None) == document.file
    ]
    editions = [
        one.edition(day)
        for one in sharing
        for day, after in zip_longest(one.days, one.days[1:], fillvalue=date.max)
        if after > procedure.from_
    ]
    known = Known(
        schemes=[one.id for one in sharing],
        ways={way for one in editions if one.route for way in one.route.ways},
        factors={factor.id for one in editions for factor in one.factors},
        sources=scheme.sources,
    )
    proofread_applying(procedure, document, known)
    return procedure


@cache
def _applying_file(scheme: Scheme) -> Marked | None:
    """Return the scheme's own file, or else that of the scheme whose sources it shares."""
    own = scheme.list_of(scheme.id, "applying")
    return own or scheme.list_of(scheme.about.sources_of or scheme.id, "applying")


def _with_prerequisites(scheme: Scheme, edition: Edition, document: Marked) -> Edition:
    """Return the edition with the prerequisites that another scheme states for the same day."""
    id_, place = edition.prerequisites_of or "", ("prerequisites_of",)
    folder = scheme.root / id_
    if edition.prerequisites:
        raise document.fault(place, "the prerequisites also stand here; keep one of both.")
    if id_ == scheme.id or not (folder / "scheme.yaml").exists():
        raise document.fault(place, f'"{id_}" is no other scheme; name one that is.')
    other = read_scheme(folder)
    if edition.day not in other.days:
        sentence = f"{id_} has no edition of {edition.day}; write the prerequisites out here."
        raise document.fault(place, sentence)
    if _written(other, edition.day)[1].prerequisites_of:
        sentence = f"{id_} takes its own from elsewhere; name the scheme that states them."
        raise document.fault(place, sentence)
    stated = other.edition(edition.day).prerequisites
    return edition.model_copy(update={"prerequisites": stated})


def _succeeded(scheme: Scheme, edition: Edition, document: Marked) -> None:
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


@cache
def read_scheme(folder: Path) -> Scheme:
    """Read a scheme's folder: its own file and the days of its editions. Raises RuleError."""
    root = folder.parent
    document = _read(folder / "scheme.yaml", root)
    about = build(SchemeFile, document)
    if about.id != folder.name:
        sentence = f'the id is "{about.id}", but the folder is "{folder.name}"; write the same.'
        raise document.fault(("id",), sentence)
    days = []
    for path in sorted(folder.glob("[0-9]*.yaml")):
        day = _day(path.stem)
        if day is None:
            name = f"{shelf_name(root)}/{path.relative_to(root).as_posix()}"
            sentence = f"{name}:1: an edition's file is named by its day, YYYY-MM-DD; rename it."
            raise RuleError(sentence)
        days.append(day)
    if not days:
        raise document.fault((), "the scheme has no edition; add a file named by its first day.")
    return Scheme(about, folder, root, tuple(days))


@cache
def schemes(root: Path = HERE) -> Mapping[str, Scheme]:
    """Return all schemes by id, in the order in which they are offered."""
    folders = sorted(path.parent for path in root.glob("*/scheme.yaml"))
    found = sorted((read_scheme(folder) for folder in folders), key=lambda s: s.about.order)
    return {one.id: one for one in found}


@cache
def scheme(id_: str) -> Scheme:
    """Return the scheme of an id, without reading the others. Raises KeyError."""
    folder = HERE / id_
    plain = len(id_) <= LONGEST_ID and id_.replace("-", "").isalnum()
    if not plain or not (folder / "scheme.yaml").exists():
        raise KeyError(id_)
    return read_scheme(folder)
