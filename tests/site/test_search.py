"""What a reader loads to search stays light."""

import gzip
from pathlib import Path

from support import project


def test_code_and_index_are_light(real_site: Path) -> None:
    scripts = [*(real_site / "assets").glob("minisearch.*.js"), *(real_site / "assets").glob("search.*.js")]
    assert len(scripts) == 2
    for language in project.inputs().phrases:
        files = [*scripts, real_site / language / "search" / "index.json"]
        assert sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files) <= 30_000
