"""Values as plain JSON types and back: strict, versioned, with every problem named."""

from legalcase.codec.envelope import decode, encode, from_json, to_json

__all__ = ["decode", "encode", "from_json", "to_json"]
