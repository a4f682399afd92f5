"""A wheel that was written smaller has the same files, as they were."""

from __future__ import annotations

import importlib.util
import zipfile
from typing import TYPE_CHECKING

from house import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: Nothing, what can't be made smaller, a name of other letters, a program, a text.
FILES = (
    ("nothing.py", b"", (1980, 1, 1, 0, 0, 0), 0o644),
    ("short", b"ab", (2020, 2, 2, 23, 59, 58), 0o644),
    ("zw\u00f6lf/\u65e5.toml", bytes(range(256)) * 3, (2026, 12, 31, 1, 2, 4), 0o600),
    ("run.sh", b"#!/bin/sh\n" * 40, (2107, 1, 1, 0, 0, 0), 0o755),
    ("text.toml", b'due = "2026-06-30"\n' * 9000, (2020, 2, 2, 0, 0, 0), 0o644),
)


def packed() -> Callable[[Path], bytes]:
    """The function of the build hook, which is no module of the package."""
    spec = importlib.util.spec_from_file_location("built", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[[Path], bytes] = module._packed
    return found


def test_every_file_is_as_it_was_and_none_is_larger(tmp_path: Path) -> None:
    """Its bytes, name, day, rights and sum; what cannot be made smaller is stored."""
    before, after = tmp_path / "before.whl", tmp_path / "after.whl"
    with zipfile.ZipFile(before, "w") as archive:
        for name, content, day, rights in FILES:
            info = zipfile.ZipInfo(name, day)
            info.external_attr = rights << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    after.write_bytes(packed()(before))
    with zipfile.ZipFile(before) as one, zipfile.ZipFile(after) as other:
        assert other.testzip() is None
        assert other.namelist() == [name for name, *_ in FILES]
        for was, now in zip(one.infolist(), other.infolist(), strict=True):
            assert one.read(was) == other.read(now)
            for each in ("filename", "date_time", "external_attr", "create_system"):
                assert getattr(now, each) == getattr(was, each)
            assert (now.CRC, now.file_size) == (was.CRC, was.file_size)
            assert now.compress_size <= was.compress_size
        methods = [info.compress_type for info in other.infolist()]
    assert methods == [0, 0, 8, 8, 8]
    assert packed()(after) == after.read_bytes()
