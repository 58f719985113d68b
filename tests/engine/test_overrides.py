"""Overridden templates are copies of a moment: a changed original must be looked at again."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

import pytest

from paths import OVERRIDES

# The originals our overrides were written against, mkdocs-material 9.8.1.
ORIGINALS = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "partials/alternate.html": "572b1d4dae611aa5fd65107edec95e44331b6141abf86834ea4dc6c1ddd7241b",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/javascripts/base.html": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    "partials/javascripts/content.html": "3722e156f0f6339de39fbbfc178b6e401d1a4fb890f189ac5b80c2504bda7dcf",
    "partials/language.html": "3a44516f305006ac794f51a45ad7b532cf270916d8e92e8c42784e58b2eff0a3",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}
# Templates of ours that replace nothing of Material's.
OWN = {"main.html", "checklist.html", "partials/head.html"}


def material_templates() -> Path:
    package = find_spec("material")
    assert package is not None
    assert package.origin is not None
    return Path(package.origin).parent / "templates"


def overrides() -> list[str]:
    return sorted(path.relative_to(OVERRIDES).as_posix() for path in OVERRIDES.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", sorted(ORIGINALS))
def test_original_of_an_override_is_unchanged(name: str) -> None:
    content = (material_templates() / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == ORIGINALS[name]


def test_every_override_is_known() -> None:
    assert set(overrides()) == OWN | set(ORIGINALS) - {"base.html"}


@pytest.mark.parametrize("name", overrides())
def test_override_begins_with_its_reason(name: str) -> None:
    assert (OVERRIDES / name).read_text(encoding="utf-8").startswith("{#-")


@pytest.mark.parametrize("name", sorted(set(ORIGINALS) - {"base.html"}))
def test_override_names_the_version_it_replaces(name: str) -> None:
    first = (OVERRIDES / name).read_text(encoding="utf-8").partition("#}")[0]
    assert "Material 9.8.1" in first
