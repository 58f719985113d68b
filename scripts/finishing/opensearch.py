"""The search as browsers take it up: an OpenSearch description for each language."""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from settings import Language

OPENSEARCH = "opensearch.xml"
_TEXT = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{name}</ShortName>
<Description>{line}</Description>
<Language>{tag}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template={template}/>
</OpenSearchDescription>
"""


def write_opensearch(site: Path, name: str, languages: Sequence[Language], url: str) -> None:
    """Write <code>/opensearch.xml for each language that has a search; none without the public address it needs.

    name: that of the site, at most 16 signs as the format asks.
    """
    for language in languages:
        search = f"{language.code}/search/"
        if url and (site / search / "index.html").is_file():
            text = _TEXT.format(
                name=escape(name[:16]),
                line=escape(language.words["footer_line"]),
                tag=language.tag,
                template=quoteattr(f"{url}{search}?q={{searchTerms}}"),
            )
            (site / language.code / OPENSEARCH).write_text(text, encoding="utf-8", newline="\n")
