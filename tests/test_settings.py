from pathlib import Path

import pytest

from settings import SettingsError, SiteSettings, language_tags, read_settings, site_name


def config(folder: Path, extra: str) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(f"site_name: Si opp\nextra: {extra}\n", encoding="utf-8")
    return path


EMPTY = '{url: "", repository: "", contact: ""}'


def test_nothing_set_gives_empty_settings(tmp_path: Path) -> None:
    assert read_settings({}, config(tmp_path, EMPTY)) == SiteSettings("", "", "")


def test_environment_overrides_the_file(tmp_path: Path) -> None:
    file = config(tmp_path, "{url: 'https://a.example/', repository: '', contact: a@b.example}")
    environ = {"SITE_URL": "https://b.example/x/", "SITE_CONTACT": "c@d.example"}
    assert read_settings(environ, file) == SiteSettings("https://b.example/x/", "", "c@d.example")


def test_address_ends_with_a_slash(tmp_path: Path) -> None:
    settings = read_settings({"SITE_URL": "https://b.example/x"}, config(tmp_path, EMPTY))
    assert settings.url == "https://b.example/x/"


@pytest.mark.parametrize(
    ("url", "prefix"),
    [("", "/"), ("https://b.example/", "/"), ("https://b.example/x/y/", "/x/y/")],
)
def test_prefix_is_the_path_of_the_address(url: str, prefix: str) -> None:
    assert SiteSettings(url, "", "").prefix == prefix


@pytest.mark.parametrize(
    "url",
    ["b.example", "ftp://b.example/", "https://", "https://u@b.example/", "http://[", "https://b.example/?a",
     "https://b.example/#a", "https://b.example/a b/", "https://挪威.example/"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["SITE_URL", "SITE_REPOSITORY"])
def test_unusable_address_is_refused(tmp_path: Path, name: str, url: str) -> None:
    with pytest.raises(SettingsError, match="must be a plain"):
        read_settings({name: url}, config(tmp_path, EMPTY))


@pytest.mark.parametrize("contact", ["one", "a@b", "a b@c.example", "mailto:a@b.example", "http://a b/"])
def test_unusable_contact_is_refused(tmp_path: Path, contact: str) -> None:
    with pytest.raises(SettingsError, match="contact must be a mail address or a plain"):
        read_settings({"SITE_CONTACT": contact}, config(tmp_path, EMPTY))


@pytest.mark.parametrize("contact", ["", "corrections@b.example", "https://b.example/write"])
def test_contact_is_a_mail_address_or_a_page(tmp_path: Path, contact: str) -> None:
    assert read_settings({"SITE_CONTACT": contact}, config(tmp_path, EMPTY)).contact == contact


def test_configuration_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mkdocs.yml"
    path.write_text("- a\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"mkdocs.yml must be a mapping"):
        site_name(path)


def test_name_and_languages_come_from_the_repository() -> None:
    assert site_name() == "Si opp"
    assert language_tags()["zh"] == "zh-Hans"
