"""What is built into the wheel besides the sources: the index of the law's words.

hatchling runs this when it builds a wheel. An editable installation gets none: the law
of a checkout changes, and is searched by an index in memory. What was built is written
once more, as small as deflate can be: most of it is law, and it is to stay a wheel that
one waits a moment for.
"""

from __future__ import annotations

import struct
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["LawIndex"]

_INSTALLED = "legalcase/jurisdictions.index"


class LawIndex(BuildHookInterface[Any]):
    """Writes the index of the law, and has it put into the wheel beside the law."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the index, by the code and of the law that the wheel will hold."""
        if version != "standard":
            return
        source = str(Path(self.root) / "src")
        sys.path.insert(0, source)
        try:
            from legalcase.law.book.finding.indexing.writing import index_of
            from legalcase.law.lawbook import Law

            law = Law.bundled()
            if not Path(law.folders[0].path).is_relative_to(source):
                msg = (
                    f"Another legalcase was imported, {law.folders[0].path}. Build "
                    "with a Python that has not imported one."
                )
                raise RuntimeError(msg)
            content = index_of(law)
        except ImportError as error:
            msg = (
                f"The index of the law can't be built without {error.name}. Install "
                "what legalcase needs at run time, or build with isolation."
            )
            raise RuntimeError(msg) from error
        finally:
            sys.path.remove(source)
        self._place = TemporaryDirectory()
        path = Path(self._place.name) / "law.index"
        path.write_bytes(content)
        build_data["force_include"][str(path)] = _INSTALLED

    def finalize(
        self, version: str, build_data: dict[str, Any], artifact_path: str
    ) -> None:
        """Remove what was written, for the wheel has it, and make the wheel smaller."""
        del build_data
        if version == "standard":
            self._place.cleanup()
            wheel = Path(artifact_path)
            wheel.write_bytes(_packed(wheel))


#: Of the format (PKWARE's APPNOTE): a file's header, its line of contents, the end.
_FILE = struct.Struct("<4s5H3L2H")
_LINE = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_NEEDS = 20  # version 2.0 of the format, which has deflate
_UTF_8 = 0x800  # a flag: the name is UTF-8


def _packed(wheel: Path) -> bytes:
    """Return a wheel with the same files, each as small as deflate can make it.

    Python's own `zlib` stops looking early; and its `zipfile` takes no bytes that were
    deflated elsewhere, so the headers are written here. Nothing of a wheel needs more
    of the format: no file is of four gigabytes, encrypted or commented.
    """
    try:
        from deflate import deflate_compress
    except ImportError as error:
        msg = (
            "The wheel can't be written without deflate. Install what pyproject.toml "
            "asks for under build-system, or build with isolation."
        )
        raise RuntimeError(msg) from error
    files: list[bytes] = []
    contents: list[bytes] = []
    place = 0
    with zipfile.ZipFile(wheel) as archive:
        for held in archive.infolist():
            plain = archive.read(held)
            small = deflate_compress(plain, 12)
            method = zipfile.ZIP_DEFLATED
            if len(small) >= len(plain):
                small, method = plain, zipfile.ZIP_STORED
            name = held.filename.encode()
            year, month, day, hour, minute, second = held.date_time
            told = (
                *(0 if name.isascii() else _UTF_8, method),
                hour << 11 | minute << 5 | second // 2,
                (year - 1980) << 9 | month << 5 | day,
                *(held.CRC, len(small), len(plain), len(name), 0),
            )
            made = held.create_system << 8 | _NEEDS
            apart = 0, 0, held.internal_attr, held.external_attr, place
            files += _FILE.pack(b"PK\3\4", _NEEDS, *told), name, small
            contents += _LINE.pack(b"PK\1\2", made, _NEEDS, *told, *apart), name
            place += _FILE.size + len(name) + len(small)
    count, size = len(contents) // 2, sum(map(len, contents))
    end = _END.pack(b"PK\5\6", 0, 0, count, count, size, place, 0)
    return b"".join((*files, *contents, end))
