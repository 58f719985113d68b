from pathlib import Path

import yaml

from engine.config import frame_links, language_config, write_config
from paths import CONFIG
from settings import SiteSettings
from support.small_site import LANGUAGES, NO_ADDRESS


def make(docs: Path, settings: SiteSettings) -> dict[str, object]:
    return language_config(LANGUAGES[0], LANGUAGES, settings, {"policy": "p"}, docs)


def test_only_pages_that_exist_are_in_the_frame(tmp_path: Path) -> None:
    (tmp_path / "carriers").mkdir()
    (tmp_path / "index.md").touch()
    (tmp_path / "carriers" / "index.md").touch()
    assert frame_links(LANGUAGES[0], tmp_path) == [
        {"text": "home <词>", "to": ""},
        {"text": "carriers <词>", "to": "carriers/"},
    ]


def test_without_an_address_there_is_no_site_url(tmp_path: Path) -> None:
    assert "site_url" not in make(tmp_path, NO_ADDRESS)


def test_each_language_has_its_own_site_url(tmp_path: Path) -> None:
    config = make(tmp_path, SiteSettings("https://example.org/siopp/", "", ""))
    assert config["site_url"] == "https://example.org/siopp/zh/"


def test_written_configuration_inherits_the_repository(tmp_path: Path) -> None:
    path = tmp_path / "zh.yml"
    write_config({"extra": {"word": "词"}}, path, tmp_path / "docs", tmp_path / "out")
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert (tmp_path / written["INHERIT"]).resolve() == CONFIG
    assert written["extra"] == {"word": "词"}
