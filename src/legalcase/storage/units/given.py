"""Given: with what a store is opened, refused at once where it is something else."""

from __future__ import annotations

from legalcase.errors import InvalidTypeError
from legalcase.model.core import Model
from legalcase.storage.sealing import Sealer

__all__ = ["check_sealer", "model_given"]


def model_given(model: object) -> Model:
    """Return the model of a store, the core's for ``None``.

    Raises `InvalidTypeError` for what is none.
    """
    if model is None:
        return Model.core()
    if not isinstance(model, Model):
        msg = (
            f"model needs a Model, not {type(model).__name__}. Pass Model.core(), or "
            "one with rooms of your own."
        )
        raise InvalidTypeError(msg, field="model", value=None)
    return model


def check_sealer(sealer: object) -> None:
    """Refuse what seals nothing: the first line would show it, and a key is not one."""
    if sealer is not None and not isinstance(sealer, Sealer):
        msg = (
            f"sealer needs a Sealer, not {type(sealer).__name__}. Pass "
            "Sealer(LocalKeys(…), tenant=…, which=…)."
        )
        raise InvalidTypeError(msg, field="sealer", value=None)
