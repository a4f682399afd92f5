"""What is built into the wheel besides the sources: the index of the law's words.

hatchling runs this when it builds a wheel. An editable installation gets none: the law
of a checkout changes, and is searched by an index in memory.
"""

from __future__ import annotations

import sys
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
        """Remove what was written: the wheel has it."""
        del build_data, artifact_path
        if version == "standard":
            self._place.cleanup()
