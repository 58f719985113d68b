"""Builds single pages with MkDocs inside this process, with what it needs kept ready.

A page's HTML depends on its own Markdown, on the language's settings, and on which other pages exist; navigation
comes from front matter. So a changed page can be built alone, and comes out as a build of all pages makes it.
"""

from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from engine.blocks import LostBlock, lifted, lowered
from engine.run import EngineError
from finishing.tidy import tidy_page


class PageBuilder:
    """Builds pages of one language; config: the language's MkDocs settings."""

    def __init__(self, config: Path) -> None:
        self._file = config

    @cached_property
    def _config(self) -> MkDocsConfig:
        return load_config(str(self._file))

    @cached_property
    def _templates(self) -> Environment:
        """The templates, read once: a change of a template is a reason to build the whole site."""
        return self._config.theme.get_env()

    def pages(self, names: Collection[str]) -> Iterator[tuple[str, str]]:
        """Address and HTML of each page's file, by the names of their Markdown files; EngineError for a lost block."""
        files = get_files(self._config)
        nav = get_navigation(files, self._config)
        documents = files.documentation_pages()
        for file in documents:
            if file.src_uri in names:
                page = file.page or Page(None, file, self._config)
                page.read_source(self._config)
                text = page.markdown or ""
                page.markdown, blocks = lifted(text)
                page.render(self._config, files)
                page.active = True
                template = self._templates.get_template(str(page.meta.get("template", "main.html")))
                html = template.render(get_context(nav, documents, self._config, page))
                page.active = False
                try:
                    whole = lowered(html, text, blocks)
                except LostBlock as error:
                    raise EngineError(f"{self._file.stem}: {file.dest_uri}: {error}") from None
                yield file.dest_uri, tidy_page(whole)
