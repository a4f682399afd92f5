"""A docket as CourtListener's REST API (version 4) gives it out.

Keys and types are those of its serializers. The facts of the case are those of the
public docket that the demo tells; numbers of the service and counsel are made up.
"""

from __future__ import annotations

from typing import Any

from legalcase.cli.demo.docket_files import dockets

API = "https://www.courtlistener.com/api/rest/v4"
DOCKET = 4001
EPIC = next(one for one in dockets() if one.id == "epic-v-apple")
_STAMPS = {
    "date_created": "2020-08-13T12:00:00.000000-07:00",
    "date_modified": "2026-11-01T01:02:03.000000-07:00",
}


def docket(**said: Any) -> dict[str, Any]:
    """What /dockets/ID/ returns."""
    empty = dict.fromkeys(
        [
            "appeal_from",
            "original_court_info",
            "idb_data",
            "bankruptcy_information",
            "parent_docket",
            "referred_to",
            "date_last_index",
            "date_cert_granted",
            "date_cert_denied",
            "date_argued",
            "date_reargued",
            "date_reargument_denied",
            "date_last_filing",
            "federal_defendant_number",
            "ia_upload_failure_count",
            "ia_date_first_change",
            "date_blocked",
            "filepath_ia_json",
            "docket_number_source",
        ]
    )
    blank = dict.fromkeys(
        [
            "appeal_from_str",
            "referred_to_str",
            "panel_str",
            "case_name_full",
            "appellate_fee_status",
            "appellate_case_type_information",
            "mdl_status",
            "filepath_ia",
            "federal_dn_judge_initials_referred",
        ],
        "",
    )
    return {
        "resource_uri": f"{API}/dockets/{DOCKET}/",
        "id": DOCKET,
        "court": f"{API}/courts/cand/",
        "court_id": "cand",
        "clusters": [],
        "audio_files": [],
        "assigned_to": f"{API}/people/1268/",
        "absolute_url": f"/docket/{DOCKET}/epic-games-inc-v-apple-inc/",
        **_STAMPS,
        **empty,
        **blank,
        "source": 1,
        "assigned_to_str": "Yvonne Gonzalez Rogers",
        "date_filed": "2020-08-13",
        "date_terminated": "2021-09-10",
        "case_name_short": "",
        "case_name": "Epic Games, Inc. v. Apple Inc.",
        "slug": "epic-games-inc-v-apple-inc",
        "docket_number": "4:20-cv-05640",
        "docket_number_core": "2005640",
        "docket_number_raw": EPIC.number,
        "federal_dn_office_code": "4",
        "federal_dn_case_type": "cv",
        "federal_dn_judge_initials_assigned": "YGR",
        "pacer_case_id": "1",
        "cause": "15:1 Antitrust Litigation",
        "nature_of_suit": "Anti-Trust",
        "jury_demand": "None",
        "jurisdiction_type": "Federal question",
        "ia_needs_upload": False,
        "blocked": False,
        "tags": [],
        "panel": [],
        **said,
    }


def party(number: int, name: str, *types: str, **said: Any) -> dict[str, Any]:
    """What /parties/ has of one party."""
    return {
        "resource_uri": f"{API}/parties/{number}/",
        "id": number,
        "attorneys": [],
        "party_types": [party_type(one) for one in types],
        **_STAMPS,
        "name": name,
        "extra_info": "",
        **said,
    }


def party_type(name: str, ended: str | None = None, of: int = DOCKET) -> dict[str, Any]:
    """In which type somebody is a party of a docket."""
    return {
        "docket": f"{API}/dockets/{of}/",
        "docket_id": of,
        "name": name,
        "date_terminated": ended,
        "extra_info": "",
        "highest_offense_level_opening": "",
        "highest_offense_level_terminated": "",
        "criminal_counts": [],
        "criminal_complaints": [],
    }


def of_party(
    attorney: int, role: int, day: str | None = None, of: int = DOCKET
) -> dict[str, Any]:
    """A role in the list of a party's attorneys."""
    return {
        "attorney": f"{API}/attorneys/{attorney}/",
        "attorney_id": attorney,
        "date_action": day,
        "docket": f"{API}/dockets/{of}/",
        "docket_id": of,
        "role": role,
    }


def of_attorney(
    of_number: int, role: int, day: str | None = None, of: int = DOCKET
) -> dict[str, Any]:
    """A role in the list of the parties that an attorney represents."""
    return {
        "role": role,
        "docket": f"{API}/dockets/{of}/",
        "party": f"{API}/parties/{of_number}/",
        "date_action": day,
    }


def attorney(number: int, name: str, *roles: dict[str, Any]) -> dict[str, Any]:
    """What /attorneys/ has of one attorney."""
    return {
        "resource_uri": f"{API}/attorneys/{number}/",
        "id": number,
        "parties_represented": list(roles),
        **_STAMPS,
        "name": name,
        "contact_raw": "Doe & Roe LLP\n1 Main Street\n",
        "phone": "",
        "fax": "",
        "email": "",
    }


def entry(number: int, day: str, text: str, **said: Any) -> dict[str, Any]:
    """What /docket-entries/ has of one entry, with the document to it."""
    return {
        "resource_uri": f"{API}/docket-entries/{9000 + number}/",
        "id": 9000 + number,
        "docket": f"{API}/dockets/{DOCKET}/",
        "recap_documents": [
            {
                "resource_uri": f"{API}/recap-documents/{70000 + number}/",
                "id": 70000 + number,
                "tags": [],
                "absolute_url": f"/docket/{DOCKET}/{number}/epic/",
                **_STAMPS,
                "sha1": "",
                "page_count": 65,
                "file_size": None,
                "filepath_local": None,
                "filepath_ia": "",
                "ia_upload_failure_count": None,
                "plain_text": "",
                "ocr_status": None,
                "date_upload": None,
                "document_number": str(number),
                "attachment_number": None,
                "pacer_doc_id": f"0350{number}",
                "is_available": True,
                "is_free_on_pacer": None,
                "is_sealed": None,
                "thumbnail": None,
                "thumbnail_status": 0,
                "document_type": 1,
                "description": "",
                "acms_document_guid": "",
            }
        ],
        **_STAMPS,
        "date_filed": day,
        "time_filed": None,
        "entry_number": number,
        "recap_sequence_number": f"{day}.001",
        "pacer_sequence_number": None,
        "description": text,
        "tags": [],
        **said,
    }


def page(*results: dict[str, Any], after: str | None = None) -> dict[str, Any]:
    """A page of a list, as the service paginates it."""
    return {
        "count": f"{API}/parties/?count=on&docket={DOCKET}",
        "next": after,
        "previous": None,
        "results": list(results),
    }


_NUMBERS = {"complaint": 1, "counterclaims": 66, "answer-to-counterclaims": 106}
PARTIES = [
    party(
        11,
        "Epic Games, Inc.",
        "Plaintiff",
        "Counter Defendant",
        attorneys=[of_party(21, 2), of_party(21, 1), of_party(21, 4)],
    ),
    party(
        12,
        "Apple Inc.",
        "Defendant",
        "Counter Claimant",
        attorneys=[
            of_party(22, 2),
            of_party(23, 1),
            of_party(23, 6, "2021-01-04"),
            of_party(22, 2, of=999),
        ],
    ),
]
ATTORNEYS = [
    attorney(21, "Jane Roe", of_attorney(11, 2), of_attorney(11, 4)),
    attorney(22, "Richard Doe", of_attorney(12, 2), of_attorney(12, 2, of=999)),
    attorney(23, "Mary Major", of_attorney(12, 1), of_attorney(12, 6, "2021-01-04")),
]
ENTRIES = [
    entry(number, EPIC.event(name).on.isoformat(), EPIC.event(name).text)
    for name, number in _NUMBERS.items()
]
