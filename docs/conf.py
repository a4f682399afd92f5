"""How the documentation is built: `make docs`."""

from __future__ import annotations

from importlib.metadata import version as version_of

project = "legalcase"
author = "The legalcase contributors"
project_copyright = f"2026, {author}"
release = version = version_of("legalcase")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]

nitpicky = True
nitpick_ignore_regex = [
    (r"py:class", r"legalcase\.kernel\.facet\.S"),  # the state of a room, any type
    # Nothing is fetched while building, so other projects' pages are not known.
    (r"py:.*", r"(?!legalcase).*"),
]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
python_use_unqualified_type_names = True

copybutton_prompt_text = r"^\$ |>>> |\.\.\. "
copybutton_prompt_is_regexp = True

html_theme = "furo"
html_title = f"legalcase {release}"
html_static_path: list[str] = []
