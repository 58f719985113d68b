"""Packed copies beside the files of a site, for servers that send them as they are: `.gz` and `.br`."""

import os
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# The package brings no types.
import brotli  # type: ignore[import-untyped]

from finishing.files import files_below

KINDS = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt")
# What packed copies add to a file's name.
ENDINGS = (".gz", ".br")
# Below this the headers of the answer are most of what travels.
SMALLEST = 200
# 11 makes the site 9 % smaller and takes 50 times as long.
_BROTLI_QUALITY = 6
# The gzip format, with neither time nor name in its head.
_GZIP = 31


def compress_site(site: Path) -> None:
    """Write the copies of every text of the site; equal texts give equal copies. Call it when no text changes more."""
    texts = [site / path for path in sorted(files_below(site)) if path.endswith(KINDS)]
    # Both packers work outside the interpreter's lock, so that threads use every core.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(_compress, texts))


def _compress(path: Path) -> None:
    content = path.read_bytes()
    if len(content) < SMALLEST:
        return
    copies = (zlib.compress(content, 9, _GZIP), brotli.compress(content, quality=_BROTLI_QUALITY))
    for ending, packed in zip(ENDINGS, copies, strict=True):
        if len(packed) < len(content):
            path.with_name(path.name + ending).write_bytes(packed)
