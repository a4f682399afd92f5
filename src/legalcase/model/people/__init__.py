"""People: who takes part in a case, and who represents them."""

from legalcase.model.people.events import (
    AppearedProSe,
    BecameClient,
    CeasedAsClient,
    CounselAppeared,
    CounselReinstated,
    CounselSubstituted,
    CounselSuspended,
    CounselTerminated,
    CounselWithdrew,
    IncapacityEnded,
    IncapacityFound,
    PartyJoined,
    PartyLeft,
    RoleEnded,
    RoleTaken,
)
from legalcase.model.people.facet import (
    PEOPLE,
)
from legalcase.model.people.findings import (
    PeopleFinding,
    people_findings,
)
from legalcase.model.people.naming import (
    display_name,
)
from legalcase.model.people.service import (
    ServedThrough,
    ServiceList,
    ServiceRow,
    service_list,
)
from legalcase.model.people.state import (
    Incapacity,
    Participant,
    People,
    Representation,
    Represented,
    RoleHeld,
)

__all__ = [
    "PEOPLE",
    "AppearedProSe",
    "BecameClient",
    "CeasedAsClient",
    "CounselAppeared",
    "CounselReinstated",
    "CounselSubstituted",
    "CounselSuspended",
    "CounselTerminated",
    "CounselWithdrew",
    "Incapacity",
    "IncapacityEnded",
    "IncapacityFound",
    "Participant",
    "PartyJoined",
    "PartyLeft",
    "People",
    "PeopleFinding",
    "Representation",
    "Represented",
    "RoleEnded",
    "RoleHeld",
    "RoleTaken",
    "ServedThrough",
    "ServiceList",
    "ServiceRow",
    "display_name",
    "people_findings",
    "service_list",
]
