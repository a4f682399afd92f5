"""Law of your own: a folder laid over what comes with the package."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import legalcase as lc

# A pack of your own beside the bundled ones …
OFFICE = """\
format = 1

[pack]
id = "us/office"
name = "What our office does in every federal case"
counting = "us/frcp"
cite_prefix = "Office manual "

[[deadline]]
id = "report"
title = "Report the judgment to the client"
trigger = "judgment-entered"
act = "perform"
period = "3 days"
bound = "not later than"
service_extension = "none"
cite = "4.2"
in_force = { from = 2020-01-01 }
verified = { how = "text", on = 2026-11-25 }
examples = [{ after = 2026-06-03, due = 2026-06-08, source = "Saturday, so Monday" }]
"""

# … and an entry that takes the place of a bundled one.
SHORTENED = """\
format = 1

[pack]
id = "us/frcp"
name = "Shortened by order in this case"
counting = "us/frcp"
cite_prefix = "Order of 1 June 2026 "

[[deadline]]
id = "33(b)(2)"
title = "Answers and objections to interrogatories, on shortened time"
trigger = "discovery-request-served"
act = "serve"
period = "14 days"
bound = "not later than"
service_extension = "none"
cite = "¶ 3"
in_force = { from = 2026-06-01 }
verified = { how = "text", on = 2026-11-25 }
examples = [{ after = 2026-06-03, due = 2026-06-17, source = "counted by hand" }]
"""

SERVED_ON = date(2026, 6, 3)

with TemporaryDirectory() as name:
    folder = Path(name) / "our law"
    packs = folder / "us" / "deadlines"
    packs.mkdir(parents=True)
    (packs / "office.toml").write_text(OFFICE, encoding="utf-8")
    law = lc.Law.bundled().with_folder(folder)
    print("Report:", law.compute("us/office/report", after=SERVED_ON, court="cand").due)

    (packs / "frcp.toml").write_text(SHORTENED, encoding="utf-8")
    # What exists is never replaced by accident: it has to be named.
    try:
        lc.Law.bundled().with_folder(folder)
    except lc.LegalCaseError as error:
        print("Refused:", str(error).partition("\n")[0])

    law = lc.Law.bundled().with_folder(folder, overriding=("us/frcp/33(b)(2)",))
    answers = law.compute("us/frcp/33(b)(2)", after=SERVED_ON, court="cand")
    print("Answers, by order:", answers.due)
    for notice in answers.notices:
        if notice.code == "override":
            print("Notice:", notice)

# Every other program still has the bundled law.
print("Answers, by rule:", lc.compute("us/frcp/33(b)(2)", after=SERVED_ON).due)
