"""What the law's examples ask is asked again from the inputs of their answers.

What is stored of a computation is enough to compute it anew: on that rest a
certificate, and a caseload that is compared with another law.
"""

from __future__ import annotations

import legalcase as lc
from legalcase.certificates import Certificate, certify, verify
from legalcase.law.ask.repeat import repeat
from legalcase.law.examples import Example, answer_of, examples_of
from legalcase.law.files.folder import BUNDLED, LawFolder

LAW = lc.Law.bundled()
#: Of so many examples one is certified, written, read and verified as well.
EVERY = 12


def asked() -> list[Example]:
    """The examples that ask a question of time."""
    return [one for one in examples_of(LawFolder(BUNDLED)) if one.sort != "calendar"]


def test_the_inputs_of_each_answer_give_it_again() -> None:
    """To the last step, with its readings and its instant."""
    missed = []
    for example in asked():
        first = answer_of(LAW, example)
        again = repeat(LAW, first.inputs, first.runs_from())
        is_same = (again, again.readings) == (first, first.readings)
        if not is_same or again.due_at != first.due_at:
            missed.append(f"{example.entry}: {dict(example.table)}")
    assert missed == []


def test_some_of_them_are_certified() -> None:
    """Read back equal, and reproduced."""
    missed = []
    for example in asked()[::EVERY]:
        certificate = certify(answer_of(LAW, example))
        read = Certificate.from_json(certificate.to_json())
        if read != certificate or not verify(read).is_reproduced:
            missed.append(f"{example.entry}: {dict(example.table)}")
    assert missed == []
