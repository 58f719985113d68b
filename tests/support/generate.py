"""Prints the checksum of every text that a build generates, in Chinese: generate; for comparing two runs."""

import hashlib
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from model.history import History
from staging import Source, fill_stage
from support import project
from support.small_site import tree
from writing.inputs import read_inputs


def main() -> None:
    """Generate everything once."""
    inputs = read_inputs(project.ROOT / "carriers", project.ROOT / "docs", ["zh"], project.TODAY)
    with TemporaryDirectory() as folder:
        fill_stage(Source(inputs, project.TODAY, History(), project.NO_ADDRESS), Path(folder))
        print(json.dumps({path: hashlib.sha256(text).hexdigest() for path, text in tree(Path(folder)).items()}))


if __name__ == "__main__":
    main()
