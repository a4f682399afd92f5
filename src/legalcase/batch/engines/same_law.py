"""LawThere: which law a question is to be asked of, wherever that is done.

A question goes to other machines with the names of folders, and not with their law.
What is installed there answers; where that is another law, the same row would get
another date in one partition than in the next.
"""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from legalcase.errors import ConflictingInputError
from legalcase.kept import Kept
from legalcase.law.files.folder import BUNDLED
from legalcase.law.files.stamps import Stamp, stamp_of

if TYPE_CHECKING:
    from legalcase.law.lawbook import Law

__all__ = ["LawThere", "digest_of"]

#: So much of a digest is shown: enough to tell two apart by eye.
_SHOWN: Final = 12
_bundled: list[str] = []
_digests: Final[Kept[tuple[str, Stamp], str]] = Kept(16)


class LawThere(NamedTuple):
    """The version of the package and the digests of the folders that are read."""

    package: str
    folders: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, law: Law) -> LawThere:
        """Return which law a law is, in this process."""
        paths = (folder.path for folder in law.folders[1:])
        mine = (("", _digest_of_bundled()), *((path, _digest(path)) for path in paths))
        return cls(version("legalcase"), mine)

    def check(self, law: Law) -> None:
        """Raise `ConflictingInputError` where the law of this process is another."""
        here = LawThere.of(law)
        if here == self:
            return
        if here.package != self.package:
            what = f"legalcase {self.package}", f"legalcase {here.package}"
            to_do = "Install one version on every machine"
        else:
            what, to_do = self._folder_apart(here)
        msg = (
            f"The question was made under {what[0]}, and this worker has {what[1]}: "
            f"a row could get another date than elsewhere. {to_do}."
        )
        raise ConflictingInputError(msg, field="law", value=None)

    def _folder_apart(self, here: LawThere) -> tuple[tuple[str, str], str]:
        path, theirs, ours = next(
            (path, theirs, ours)
            for (path, theirs), (_, ours) in zip(
                self.folders, here.folders, strict=True
            )
            if theirs != ours
        )
        if not path:
            what = f"the bundled law {theirs[:_SHOWN]}", ours[:_SHOWN]
            return what, "Install the same files on every machine"
        its = ours[:_SHOWN] if ours else "no law in that folder"
        what = f"the law {theirs[:_SHOWN]} in {path!r}", its
        return what, "Put the same files there on every machine"


def _digest_of_bundled() -> str:
    # Read once, as the law itself is: what comes with the package does not change.
    if not _bundled:
        _bundled.append(digest_of(BUNDLED))
    return _bundled[0]


def _digest(path: str) -> str:
    key = path, stamp_of(path)
    found = _digests.get(key)
    if found is None:
        found = _digests[key] = digest_of(path)
    return found


def digest_of(path: str) -> str:
    """Return a digest of the law in a folder: equal wherever its files say the same.

    Names count as they stand below the folder, and times of change do not. A folder
    that is not there, or holds no law, has an empty one.
    """
    digest = sha256()
    root = Path(path)
    found = sorted(
        (Path(name).relative_to(root).as_posix(), name) for name, _, _ in stamp_of(path)
    )
    for below, name in found:
        content = Path(name).read_bytes()
        digest.update(f"{below}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest() if found else ""
