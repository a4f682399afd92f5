"""needs: what a question cannot do without, said in words where it was left out."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

from legalcase.errors import MissingInputError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["needs"]

F = TypeVar("F", bound="Callable[..., Any]")


def needs(
    first: Callable[[Any], object] | None = None, /, **advice: str
) -> Callable[[F], F]:
    """Return a decorator of a function that has to be given these keywords.

    A type checker sees them as needed; whoever runs it without one is told what it
    is for and what to pass, `advice`, by `MissingInputError`. `first` checks the first
    argument before that: what it is asked of is the greater mistake.
    """

    def decorate(function: F) -> F:
        @wraps(function)
        def asked(*args: Any, **given: Any) -> Any:  # noqa: ANN401 - as the function
            lacking = next((name for name in advice if name not in given), None)
            if lacking is not None:
                if first is not None and args:
                    first(args[0])
                msg = f"{lacking}= is missing: {advice[lacking]}"
                raise MissingInputError(msg, field=lacking, value=None)
            return function(*args, **given)

        return cast("F", asked)

    return decorate
