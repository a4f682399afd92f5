"""Every exception and warning of the package: one root, two sentences each.

The first sentence says what was wrong with the actual value, the second what to do.
Each class also inherits the builtin that a stranger would catch, carries attributes
for machines, and survives pickling with class, message and attributes.
"""

from legalcase.errors.bounds import (
    CalendarOutOfBoundsError,
    OutOfBoundsError,
    RuleNotInForceError,
)
from legalcase.errors.cases import (
    CorrectionRefusedError,
    IllegalTransitionError,
    UnknownEventError,
)
from legalcase.errors.due_dates import (
    ExtensionBarredError,
    PeriodNotRunningError,
    ReadingNotCountedError,
    TooManyReadingsError,
)
from legalcase.errors.listing import (
    DeclarationError,
    ImportRefusedError,
    LawError,
    PlaybookError,
)
from legalcase.errors.questions import (
    ConflictingInputError,
    InvalidPeriodError,
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    MissingInputError,
    RoleNotFilledError,
    UnknownNameError,
    UnsupportedQuestionError,
    UnusedInputError,
)
from legalcase.errors.root import (
    LegalCaseError,
)
from legalcase.errors.stored import (
    CaseExistsError,
    CaseNotFoundError,
    ConflictError,
    DecodeError,
    SchemaTooNewError,
    StaleCaseError,
    StorageError,
    UnknownTagError,
)

__all__ = [
    "CalendarOutOfBoundsError",
    "CaseExistsError",
    "CaseNotFoundError",
    "ConflictError",
    "ConflictingInputError",
    "CorrectionRefusedError",
    "DeclarationError",
    "DecodeError",
    "ExtensionBarredError",
    "IllegalTransitionError",
    "ImportRefusedError",
    "InvalidPeriodError",
    "InvalidTypeError",
    "InvalidValueError",
    "LawError",
    "LegalCaseError",
    "MissingExtraError",
    "MissingInputError",
    "OutOfBoundsError",
    "PeriodNotRunningError",
    "PlaybookError",
    "ReadingNotCountedError",
    "RoleNotFilledError",
    "RuleNotInForceError",
    "SchemaTooNewError",
    "StaleCaseError",
    "StorageError",
    "TooManyReadingsError",
    "UnknownEventError",
    "UnknownNameError",
    "UnknownTagError",
    "UnsupportedQuestionError",
    "UnusedInputError",
]

# In a traceback, and in what is pickled, an error is called as it is imported.
for _name in __all__:
    globals()[_name].__module__ = __name__
del _name
