"""What the keys and words of CourtListener mean for a case, as tables.

Names of fields and codes are those of its REST API, version 4 (serializers of docket,
party, attorney, docket entry and document).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

__all__ = ["CAPACITIES", "CARRIES_NOTHING", "ENDED", "KEYS", "PARTY_TYPES", "ROLES"]

_RECORD: Final = "it says when the service made or changed its own record"
_ADDRESS: Final = "it is an address or a key within the service"
_SPELT: Final = "it says again, cut to pieces or spelt otherwise, what another key says"
_ARCHIVE: Final = "it is of the service's own archive and search"

_OF_ALL: Final = {
    "resource_uri": _ADDRESS,
    "id": _ADDRESS,
    "date_created": _RECORD,
    "date_modified": _RECORD,
}
_OF_DOCKET: Final = {
    "absolute_url": _ADDRESS,
    "slug": _ADDRESS,
    "court": _SPELT,
    "source": _ARCHIVE,
    "tags": _ARCHIVE,
    "assigned_to": _ADDRESS,
    "referred_to": _ADDRESS,
    "panel": _ADDRESS,
    "clusters": _ADDRESS,
    "audio_files": _ADDRESS,
    "pacer_case_id": _ADDRESS,
    "filepath_ia": _ARCHIVE,
    "filepath_ia_json": _ARCHIVE,
    "ia_upload_failure_count": _ARCHIVE,
    "ia_needs_upload": _ARCHIVE,
    "ia_date_first_change": _ARCHIVE,
    "date_last_index": _ARCHIVE,
    "case_name_short": _SPELT,
    "docket_number_core": _SPELT,
    "docket_number_raw": _SPELT,
    "docket_number_source": _ARCHIVE,
    "federal_dn_office_code": _SPELT,
    "federal_dn_case_type": _SPELT,
    "federal_dn_judge_initials_assigned": _SPELT,
    "federal_dn_judge_initials_referred": _SPELT,
    "federal_defendant_number": _SPELT,
    "date_last_filing": _SPELT,
}
_OF_ENTRY: Final = {
    "docket": _ADDRESS,
    "tags": _ARCHIVE,
    "recap_sequence_number": "it orders the entries, as their dates and numbers do",
    "pacer_sequence_number": "it orders the entries, as their dates and numbers do",
}
_OF_DOCUMENT: Final = {
    "absolute_url": _ADDRESS,
    "tags": _ARCHIVE,
    "date_upload": _ARCHIVE,
    "sha1": _ARCHIVE,
    "file_size": _ARCHIVE,
    "filepath_local": _ARCHIVE,
    "filepath_ia": _ARCHIVE,
    "ia_upload_failure_count": _ARCHIVE,
    "thumbnail": _ARCHIVE,
    "thumbnail_status": _ARCHIVE,
    "ocr_status": _ARCHIVE,
    "is_available": _ARCHIVE,
    "is_free_on_pacer": _ARCHIVE,
    "pacer_doc_id": _ADDRESS,
    "acms_document_guid": _ADDRESS,
}


def _under(place: str, keys: dict[str, str]) -> dict[str, str]:
    return {f"{place}.{key}": why for key, why in keys.items()}


def _of_list(name: str, keys: dict[str, str]) -> dict[str, str]:
    """Return keys of the members of a list, given as it is or as a page."""
    return {
        **_under(f"{name}[]", {**_OF_ALL, **keys}),
        **_under(f"{name}.results[]", {**_OF_ALL, **keys}),
    }


_DOCUMENT: Final = _under("recap_documents[]", {**_OF_ALL, **_OF_DOCUMENT})

#: By the place, its indexes left out: why what stands there carries nothing for a case.
CARRIES_NOTHING: Final = MappingProxyType(
    {
        **_under("docket", {**_OF_ALL, **_OF_DOCKET}),
        **_of_list("parties", {}),
        **_of_list("attorneys", {}),
        **_of_list("entries", {**_OF_ENTRY, **_DOCUMENT}),
    }
)

#: Keys that the service has and no event of a case says; any other key is unknown.
_LEFT: Final = {
    "docket": (
        "appeal_from appeal_from_str appellate_case_type_information "
        "appellate_fee_status assigned_to_str bankruptcy_information blocked case_name "
        "case_name_full cause court_id date_argued date_blocked date_cert_denied "
        "date_cert_granted date_filed date_reargued date_reargument_denied "
        "date_terminated docket_number idb_data jurisdiction_type jury_demand "
        "mdl_status nature_of_suit original_court_info panel_str parent_docket "
        "referred_to_str"
    ),
    "parties[]": "name extra_info attorneys party_types",
    "parties[].attorneys[]": "attorney attorney_id date_action docket docket_id role",
    "parties[].party_types[]": (
        "docket docket_id name date_terminated extra_info criminal_counts "
        "highest_offense_level_opening highest_offense_level_terminated "
        "criminal_complaints"
    ),
    "attorneys[]": "name contact_raw phone fax email parties_represented",
    "attorneys[].parties_represented[]": "role docket party date_action",
    "entries[]": "date_filed time_filed entry_number description recap_documents",
    "entries[].recap_documents[]": (
        "attachment_number description document_number document_type is_sealed "
        "page_count plain_text"
    ),
}
KEYS: Final = frozenset(
    f"{place}.{key}"
    for where, keys in _LEFT.items()
    for place in (where, where.replace("[]", ".results[]", 1))
    for key in keys.split()
)

#: Types of party that the vocabulary has under another word, or under several.
PARTY_TYPES: Final = MappingProxyType(
    {
        "amici-curiae": ("amicus",),
        "consol-defendant": ("defendant",),
        "consol-plaintiff": ("plaintiff",),
        "consolidated-defendant": ("defendant",),
        "consolidated-plaintiff": ("plaintiff",),
        "counter-defendant": ("counter-defendant",),
        "cross-claimant": ("cross-claimant",),
        "defendant-appellant": ("defendant", "appellant"),
        "defendant-appellee": ("defendant", "appellee"),
        "intervenor-defendant": ("intervenor", "defendant"),
        "intervenor-plaintiff": ("intervenor", "plaintiff"),
        "petitioner-appellant": ("petitioner", "appellant"),
        "petitioner-appellee": ("petitioner", "appellee"),
        "plaintiff-appellant": ("plaintiff", "appellant"),
        "plaintiff-appellee": ("plaintiff", "appellee"),
        "respondent-appellant": ("respondent", "appellant"),
        "respondent-appellee": ("respondent", "appellee"),
        "thirdparty-defendant": ("third-party-defendant",),
        "thirdparty-plaintiff": ("third-party-plaintiff",),
    }
)

#: The roles of an attorney, by number, as the service calls them.
ROLES: Final = MappingProxyType(
    {
        1: "attorney to be noticed",
        2: "lead attorney",
        3: "attorney in sealed group",
        4: "pro hac vice",
        5: "self-terminated",
        6: "terminated",
        7: "suspended",
        8: "inactive",
        9: "disbarred",
        10: "unknown",
    }
)
#: Those that are a capacity, the first one before the others.
CAPACITIES: Final = MappingProxyType({2: "lead", 4: "pro-hac-vice", 1: "to-be-noticed"})
#: Those that end a representation on the day of the action.
ENDED: Final = frozenset({5, 6})
