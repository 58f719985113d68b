"""One page of each kind of the real site, for tests that hold of every kind."""

STEPS = "/zh/carriers/telenor/esim/"
CHECKLIST = "/zh/carriers/ice/5g/checklist/"
KINDS = {
    # As it is for those who come back to choose: else its script sends readers on.
    "chooser": "/?choose",
    "home": "/zh/",
    "directory": "/zh/carriers/",
    "guide": "/zh/guides/esim/",
    "carrier": "/zh/carriers/lycamobile/",
    "steps of several contracts": "/zh/carriers/telenor/4g/",
    "steps of unknown applicability": "/zh/carriers/airalo/smart-card/",
    "steps of a travel eSIM": "/zh/carriers/holafly/esim/",
    "checklist": CHECKLIST,
    "proof sheet": "/zh/topics/proof-sheet/",
    "dates": "/zh/tools/dates/",
    "topic": "/zh/topics/without-bankid/",
    "tool": "/zh/tools/answers/",
    "glossary": "/zh/topics/glossary/",
    "sentences": "/zh/topics/phrases/",
    "state of the data": "/zh/about/status/",
    "reporting": "/zh/about/correct/",
    "not found": "/zh/404.html",
    "not found above the languages": "/404.html",
    "description of the data": "/api/v1/",
}
