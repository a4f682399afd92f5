"""No module grows into a giant."""

from __future__ import annotations

from house import SOURCE

LARGEST = 400


def test_no_module_is_longer_than_400_lines() -> None:
    """A module longer than this has more than one subject: split it."""
    sizes = {
        path.relative_to(SOURCE).as_posix(): len(
            path.read_text(encoding="utf-8").splitlines()
        )
        for path in SOURCE.rglob("*.py")
    }
    assert sizes
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
