from pathlib import Path

from lxml import html


def links(page: Path) -> list[tuple[str | None, ...]]:
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    return [(item.get("lang"), item[-1].get("href"), item[-1].text) for item in tree.iter("li")]


def addresses(page: Path, query: str) -> list[str]:
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    return [str(hit) for hit in tree.xpath(query)]


def test_chooser_names_each_language_in_itself(built: Path) -> None:
    assert links(built / "index.html") == [
        ("zh-Hans", "zh/", "简体中文"),
        ("zh-Hant", "zh-hant/", "繁體中文"),
        ("en", "en/", "English"),
        ("nb", "nb/", "Norsk"),
    ]


def test_only_the_chooser_sends_readers_on(built: Path) -> None:
    for page, names in (("index.html", ["site", "chooser"]), ("404.html", ["site"])):
        scripts = addresses(built / page, "//script[@defer]/@src")
        assert [script.rpartition("/")[2].partition(".")[0] for script in scripts] == names


def test_chooser_names_the_homes_only_with_an_address(built: Path, built_below_prefix: Path) -> None:
    query = "//link[@rel='alternate']/@href | //link[@rel='canonical']/@href"
    base = "https://example.org/siopp/"
    assert addresses(built / "index.html", query) == []
    wanted = [base, f"{base}zh/", f"{base}zh-hant/", f"{base}en/", f"{base}nb/", base]
    assert addresses(built_below_prefix / "index.html", query) == wanted
    assert addresses(built_below_prefix / "404.html", query) == []


def test_not_found_page_of_the_root_works_at_any_depth(built_below_prefix: Path) -> None:
    page = built_below_prefix / "404.html"
    assert addresses(page, "//li/a/@href") == [
        f"/siopp/{code}/{to}" for code in ("zh", "zh-hant", "en", "nb") for to in ("", "carriers/")
    ]
    assert all(
        address.startswith("/siopp/assets/")
        for address in addresses(page, "//@src | //link[not(@href='data:,')]/@href")
    )


def test_not_found_page_of_the_root_speaks_every_language(built: Path) -> None:
    tree = html.document_fromstring((built / "404.html").read_text(encoding="utf-8"))
    said = [(item.get("lang"), map(str.strip, item.text_content().split("\n"))) for item in tree.iter("li")]
    assert [(tag, [line for line in lines if line]) for tag, lines in said] == [
        (tag, [f"not_found_title <{word}>", f"home <{word}>", f"carriers <{word}>", f"search <{word}>"])
        for tag, word in (("zh-Hans", "词"), ("zh-Hant", "詞"), ("en", "word"), ("nb", "ord"))
    ]
