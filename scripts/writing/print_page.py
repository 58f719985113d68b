"""The page for printing several checklists at once: all of them by carrier, as links and as boxes to tick."""

from composing.site import Site, StepsPage
from writing import addresses
from writing.facts import Speaker
from writing.languages import begun
from writing.rendering import rendered


def page(speaker: Speaker, site: Site) -> tuple[str, str]:
    """Address and text of the page."""
    say = speaker.phrases.say
    carriers = [
        {"name": one.name, "sheets": [sheet for page in site.pages_of(one) for sheet in _sheets(speaker, page)]}
        for one in site.carriers
    ]
    meta: dict[str, object] = {
        "template": "checklist.html",
        "kind": "print",
        "sheets": ["print.css"],
        "scripts": ["print.js"],
        "summary": say("print_page.summary"),
    }
    values = {"carriers": carriers, "back": addresses.DIRECTORY}
    link = addresses.linker(addresses.PRINT)
    return addresses.PRINT, rendered("print.md.j2", meta, page=values, say=say, link=link)


def _sheets(speaker: Speaker, page: StepsPage) -> list[dict[str, str]]:
    """The checklists of a steps page: what the address of the list calls each, its name and its address."""
    say, name = speaker.phrases.say, begun(speaker.phrases.say(f"guide.{page.guide}"))
    key = f"{page.carrier.slug}/{page.guide}"
    sheets = [{"key": key, "name": name, "address": addresses.checklist(page.carrier, page.guide)}]
    for procedure in page.procedures[1:]:
        kind = procedure.kind
        contract = say("channel.with_name", kind=name, name=say(f"contract.{kind}"))
        address = addresses.checklist(page.carrier, page.guide, kind)
        sheets.append({"key": f"{key}/{kind}", "name": contract, "address": address})
    return sheets
