"""For the tests of those who build on this package; provisional at first."""

from legalcase.testing.blobs_contract import BlobsContract
from legalcase.testing.case_store_contract import CaseStoreContract
from legalcase.testing.fixed_clock import FixedClock
from legalcase.testing.fixed_ids import FixedIds

__all__ = ["BlobsContract", "CaseStoreContract", "FixedClock", "FixedIds"]
