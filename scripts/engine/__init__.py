"""The engine: turns a staging folder of Markdown into HTML pages, one MkDocs process a language."""
