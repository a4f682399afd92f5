"""Certificate: a computation with all that it takes to compute it again elsewhere."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, Self, TypeVar

from attrs import field, frozen

from legalcase.certificates.document import (
    as_text,
    body_in,
    digest_of,
    pairs_in,
    quotation_out,
    quotations_in,
    unfit,
)
from legalcase.codec import decode, encode
from legalcase.counting.argument.computation import Computation
from legalcase.counting.argument.quotation import Quotation, Quoted
from legalcase.markup import escape
from legalcase.plain_data import PlainData

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Certificate"]

#: What a certificate holds, and as what.
_BODY: Final = MappingProxyType(
    {
        "library": str,
        "computation": dict,
        "runs_from": list,
        "words": list,
        "without": list,
    }
)
#: How many certificates may lie in each other: more than a chain can have links.
_DEEPEST: Final = 60
_Kind = TypeVar("_Kind", bound="Certificate")


@frozen(kw_only=True, repr=False)
class Certificate(PlainData):
    """What was asked, the editions of the law, every step, the words, and a digest.

    `computation` has the inputs, the sources with their editions, the steps, the
    readings and the notices; `runs_from` are certificates of the computations from
    whose ends it runs, by trigger word. `words` are the operative words of the law by
    clause of a step, as they stood, `without` the citations of which none are entered;
    `library` is the version of legalcase that computed it.

    It is written with `to_json`, read with `from_json` and held against a law with
    `verify`. Its digest shows that something was changed since it was written; who
    wrote it, it does not show: keep the digest where others cannot write.
    """

    computation: Computation
    runs_from: tuple[tuple[str, Certificate], ...] = ()
    words: tuple[tuple[str, tuple[Quotation, ...]], ...] = field(default=(), repr=False)
    without: tuple[str, ...] = ()
    library: str

    def __repr__(self) -> str:
        """Return what was computed, and the beginning of the digest."""
        return f"<Certificate of {self.computation!r} {self.digest[:19]}>"

    @property
    def digest(self) -> str:
        """SHA-256 over the canonical JSON of all that it holds: ``"sha256:…"``."""
        return digest_of(_body_of(self))

    def to_json(self) -> str:
        """Return it as JSON, with its digest: one line, equal for equal certificates.

        What it was made with goes in: inputs are stored as they were given.
        """
        return as_text(_body_of(self))

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Return the certificate that a text holds.

        Raises `DecodeError` for what is none, or was changed since it was written, and
        `SchemaTooNewError` for what a newer version wrote.
        """
        return _of_body(cls, body_in(text), "$.body")

    def quoted_in(self, computation: Computation) -> Quoted:
        """Return the words that it holds, of its own computation."""
        clauses: Mapping[str, tuple[Quotation, ...]] = dict(self.words)
        return Quoted(
            {step[3]: clauses.get(step[3], ()) for step in computation.trace},
            self.without,
        )

    def explain(
        self,
        form: Literal["text", "markdown", "html"] = "text",
        *,
        width: int = 80,
    ) -> str:
        """Return the argument with its words, then the editions and the digest.

        Forms and errors are those of `Computation.explain`; no law is needed.
        """
        argument = self.computation.explain(form, width=width, words=True, law=self)
        said = self._said()
        if form == "html":
            rows = "".join(f"<li>{escape(line)}</li>" for line in said)
            return f"{argument}\n<ul>{rows}</ul>"
        if form == "markdown":
            rows = "\n".join(f"- {line}" for line in said)
            return f"{argument}\n\n{rows}"
        return "\n\n".join((argument, "\n".join(said)))

    def _said(self) -> list[str]:
        """Return what stands under the argument, line by line."""
        found = [
            f"{source.kind} {source.id}"
            + (f" as of {source.version}" if source.version else "")
            + f", edition {source.edition}"
            for source in self.computation.sources
        ]
        for word, one in self.runs_from:
            what = word.replace("-", " ") or "what it runs from"
            found.append(f"{what}: {one.computation.subject}, {one.digest}")
        return [*found, f"legalcase {self.library}", self.digest]

    def _repr_html_(self) -> str:
        return self.explain("html")

    def __str__(self) -> str:
        """Return the explanation as text."""
        return self.explain()


def _body_of(certificate: Certificate) -> dict[str, Any]:
    """Return what a certificate holds, as JSON types."""
    return {
        "library": certificate.library,
        "computation": encode(certificate.computation),
        # In lists: the order is part of what is certified, and members have none.
        "runs_from": [[word, _body_of(one)] for word, one in certificate.runs_from],
        "words": [
            [clause, [quotation_out(one) for one in words]]
            for clause, words in certificate.words
        ],
        "without": list(certificate.without),
    }


def _of_body(cls: type[_Kind], body: object, path: str, depth: int = 0) -> _Kind:
    """Return the certificate that holds this; every part is read strictly."""
    if depth > _DEEPEST:
        raise unfit((path, f"lies more than {_DEEPEST} certificates deep"))
    if not isinstance(body, dict) or body.keys() != _BODY.keys():
        raise unfit((path, f"has other members than {', '.join(_BODY)}"))
    for name, kind in _BODY.items():
        if not isinstance(body[name], kind):
            raise unfit((f"{path}.{name}", f"is no {kind.__name__}"))
    computation = decode(body["computation"])
    if not isinstance(computation, Computation):
        raise unfit((f"{path}.computation", "is no computation"))
    if not all(isinstance(cite, str) for cite in body["without"]):
        raise unfit((f"{path}.without", "is no list of citations"))
    return cls(
        computation=computation,
        runs_from=tuple(
            (word, _of_body(cls, one, where, depth + 1))
            for word, one, where in pairs_in(body["runs_from"], f"{path}.runs_from")
        ),
        words=tuple(
            (clause, quotations_in(words, where))
            for clause, words, where in pairs_in(body["words"], f"{path}.words")
        ),
        without=tuple(body["without"]),
        library=body["library"],
    )
