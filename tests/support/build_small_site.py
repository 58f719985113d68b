"""Builds the small site in a process of its own: build_small_site OUT [STAGE TO BE KILLED AT]."""

import os
import signal
import sys
from pathlib import Path

import pipeline
from support.small_site import EPOCH, NO_ADDRESS, write_stage


def die(*_args: object) -> None:
    """End as a killed process does: at once, without any clean-up."""
    os.kill(os.getpid(), signal.SIGKILL)


def main(out: str, stage: str = "") -> None:
    """Build into out; instead of running the stage (a function of pipeline), be killed."""
    if stage:
        setattr(pipeline, stage, die)
    pipeline.build_site(write_stage, Path(out), NO_ADDRESS, EPOCH)


if __name__ == "__main__":
    main(*sys.argv[1:])
