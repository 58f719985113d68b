"""Prints the checksum of every text that a build generates, in Chinese: generate; for comparing two runs."""

import hashlib
import json

from build import data_texts, feed_texts, router_texts, search_texts
from support import project
from writing.stage import Inputs, read_inputs, stage_texts, staged_pages


def texts(inputs: Inputs) -> dict[str, str]:
    """Every text of the staging folder, by path there."""
    pages = staged_pages(inputs, project.TODAY)
    made = project.export_of(inputs)
    found = stage_texts(pages) | data_texts(made) | feed_texts(made, inputs.phrases)
    return found | search_texts(made.site, inputs, pages) | router_texts(made.site, inputs)


def main() -> None:
    """Generate everything once."""
    inputs = read_inputs(project.ROOT / "carriers", project.ROOT / "docs", ["zh"], project.TODAY)
    sums = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in texts(inputs).items()}
    print(json.dumps(sums))


if __name__ == "__main__":
    main()
