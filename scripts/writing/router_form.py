"""The form of the home page that asks what the reader still has: what docs/assets/router.js shows and fills."""

from composing.router import Have
from composing.site import Site
from model.vocabulary import Guide
from writing import addresses
from writing.languages import begun
from writing.phrases import Phrases

SCRIPTS = ["router.js"]
SHEETS = ["forms.css"]


def view(site: Site, phrases: Phrases) -> dict[str, object]:
    """Questions, carriers and cards, each as (id, words); without a script none of it shows."""
    return {
        "data": addresses.ROUTER_DATA,
        "haves": [(have, phrases.say(f"router.{have}")) for have in Have],
        "carriers": [(carrier.slug, carrier.name) for carrier in site.carriers],
        "cards": [(guide, begun(phrases.say(f"guide.{guide}"))) for guide in Guide],
    }
