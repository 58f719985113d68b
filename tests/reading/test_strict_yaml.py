from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.strict_yaml import MAX_DEPTH, Mapping, Node, Scalar, Sequence, read_tree
from support.carriers import Place, as_yaml, brief, plain

# What YAML gives a meaning to, and pieces that have surprised its readers.
PIECES = (
    *"abc:#-?[]{},&*!|>'\"%@`~=\\ \n",
    *("  ", "\n  ", "\n    ", ": ", " #", "- ", "? ", "---\n", "...\n", "<<: ", "&a ", "*a", "!!str ", "!t ", "|-\n"),
    *(">+2\n", "''", '""', '"\\u202e"', '"\\uD800"', "no", "1_000", "2026-13-40", "0x10", "挪威", "\x00", "\u00a0"),
)
TEXTS = st.text(max_size=12)
DATA = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4), max_leaves=12
)


def found(text: str) -> list[Place]:
    tree, problems = read_tree("a.yml", text.encode())
    assert not (tree and problems)
    return brief(problems)


def places(node: Node) -> list[tuple[int, int]]:
    inner: list[Node] = []
    if isinstance(node, Sequence):
        inner = node.items
    elif isinstance(node, Mapping):
        inner = [part for pair in node.entries.values() for part in pair]
    return [(node.line, node.col), *(place for child in inner for place in places(child))]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("country: no\n", {"country": "no"}),
        ("no: Norsk\non: off\n", {"no": "Norsk", "on": "off"}),
        ("phone: +4700000000\n", {"phone": "+4700000000"}),
        (
            "a: 04700\nb: 09876\nc: 0x10\nd: 1_000\ne: 1.10\n",
            {"a": "04700", "b": "09876", "c": "0x10", "d": "1_000", "e": "1.10"},
        ),
        ("a: 12:30\nb: 09:00\n", {"a": "12:30", "b": "09:00"}),
        ("a: 2026-11-20\nb: 2026-13-40\n", {"a": "2026-11-20", "b": "2026-13-40"}),
        ("a: ~\nb: null\nc:\n", {"a": "~", "b": "null", "c": ""}),
        ("a: {b: [c, d]}\n", {"a": {"b": ["c", "d"]}}),
        ("- a\n- - b\n", ["a", ["b"]]),
        ("# comment\na: b\n\n  # another\nc: d\n", {"a": "b", "c": "d"}),
        ("a: [\n  b,\n  # comment\n  c,\n]\n", {"a": ["b", "c"]}),
        ("a: b#c\n", {"a": "b#c"}),
        ("a: 'b # c'\nd: \"e # f\"\n", {"a": "b # c", "d": "e # f"}),
        ("a: |-\n  b # c\n  # d\n", {"a": "b # c\n# d"}),
        ("a: b\n   c\n", {"a": "b c"}),
        ("a: 'b\n  # c'\n", {"a": "b # c"}),
        ('a: "<<"\n', {"a": "<<"}),
        ("---\na: b\n", {"a": "b"}),
        ("a\n", "a"),
        ("[[[[[[[[]]]]]]]]\n", [[[[[[[[]]]]]]]]),
        ("# nothing\n", None),
    ],
)
def test_every_value_is_text(text: str, data: Any) -> None:
    tree, problems = read_tree("a.yml", text.encode())
    assert (plain(tree), problems) == (data, [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: &x b\n", [(1, 4, "yaml-anchor", "file must not use anchors: 'x'")]),
        (
            "a: &x b\nc: *x\n",
            [
                (1, 4, "yaml-anchor", "file must not use anchors: 'x'"),
                (2, 4, "yaml-alias", "file must not use aliases (*name)"),
            ],
        ),
        ("a: &x {b: c}\n", [(1, 4, "yaml-anchor", "file must not use anchors: 'x'")]),
        ("a: *x\n", [(1, 4, "yaml-alias", "file must not use aliases (*name)")]),
        ("*x : a\n", [(1, 1, "yaml-alias", "file must not use aliases (*name)")]),
        ("a: ! b\n", [(1, 4, "yaml-tag", "file must not use tags: '!'")]),
        ("a: !!str b\n", [(1, 4, "yaml-tag", "file must not use tags: 'tag:yaml.org,2002:str'")]),
        ("a: !x [b]\n", [(1, 4, "yaml-tag", "file must not use tags: '!x'")]),
        (
            "!!python/object/apply:os.system [ls]\n",
            [(1, 1, "yaml-tag", "file must not use tags: 'tag:yaml.org,2002:python/object/apply:os.system'")],
        ),
        ("<<: {a: b}\n", [(1, 1, "yaml-merge-key", "file must not use merge keys (<<)")]),
        ("a: b\nc: d\na: e\n", [(3, 1, "yaml-duplicate-key", "key must stand once: 'a' is on line 1 too")]),
        (
            "a: b\n'a': c\n\"a\": d\n",
            [
                (2, 1, "yaml-duplicate-key", "key must stand once: 'a' is on line 1 too"),
                (3, 1, "yaml-duplicate-key", "key must stand once: 'a' is on line 1 too"),
            ],
        ),
        ("[a]: b\n", [(1, 1, "yaml-key", "a key must be plain text")]),
        ("{a: b, ? {c: d} : e}\n", [(1, 10, "yaml-key", "a key must be plain text")]),
        ('"a\\nb": c\n', [(1, 1, "yaml-key", "a key must be plain text")]),
        ("a: b\n---\nc: d\n", [(2, 1, "yaml-documents", "file must hold one document")]),
        (
            "a: b\n--- # c\n",
            [
                (2, 1, "yaml-documents", "file must hold one document"),
                (2, 5, "yaml-comment", "a comment must stand on a line of its own: '# c'"),
            ],
        ),
        ("[[[[[[[[[]]]]]]]]]\n", [(1, 9, "yaml-depth", "file must not nest deeper than 8")]),
        ("[" * 1000 + "\n", [(1, 9, "yaml-depth", "file must not nest deeper than 8")]),
        ("{a: " * 1000 + "\n", [(1, 33, "yaml-depth", "file must not nest deeper than 8")]),
        ("- " * 1000 + "\n", [(1, 17, "yaml-depth", "file must not nest deeper than 8")]),
        ("a: b # c\n", [(1, 6, "yaml-comment", "a comment must stand on a line of its own: '# c'")]),
        ("a: # c\n  b: d\n", [(1, 4, "yaml-comment", "a comment must stand on a line of its own: '# c'")]),
        ("- a #\n", [(1, 5, "yaml-comment", "a comment must stand on a line of its own: '#'")]),
        ("a: 'b # c' # d\n", [(1, 12, "yaml-comment", "a comment must stand on a line of its own: '# d'")]),
        ("a: 挪威 # c\n", [(1, 7, "yaml-comment", "a comment must stand on a line of its own: '# c'")]),
        (
            "a: b # c\nd: [e, # f\n  g]\n",
            [
                (1, 6, "yaml-comment", "a comment must stand on a line of its own: '# c'"),
                (2, 8, "yaml-comment", "a comment must stand on a line of its own: '# f'"),
            ],
        ),
        (
            "a: &x b # c\n",
            [
                (1, 4, "yaml-anchor", "file must not use anchors: 'x'"),
                (1, 9, "yaml-comment", "a comment must stand on a line of its own: '# c'"),
            ],
        ),
        (
            "a: b: c\n",
            [(1, 5, "yaml-syntax", "file must be valid YAML: mapping values are not allowed in this context")],
        ),
        ("a: [b\n", [(2, 1, "yaml-syntax", "file must be valid YAML: did not find expected ',' or ']'")]),
        ('a: "b\n', [(2, 1, "yaml-syntax", "file must be valid YAML: found unexpected end of stream")]),
        (
            "a: b\n c: d\n",
            [(2, 3, "yaml-syntax", "file must be valid YAML: mapping values are not allowed in this context")],
        ),
        ("a: @b\n", [(1, 4, "yaml-syntax", "file must be valid YAML: found character that cannot start any token")]),
        (
            'a: "\\uD800"\n',
            [(1, 7, "yaml-syntax", "file must be valid YAML: found invalid Unicode character escape code")],
        ),
        ('a: "b\\u202ec"\n', [(1, 4, "file-character", "text must not hold U+202E")]),
        (
            'a: "\\0\\t\\uFFFF"\n',
            [
                (1, 4, "file-character", "text must not hold U+0000"),
                (1, 4, "file-character", "text must not hold U+0009"),
                (1, 4, "file-character", "text must not hold U+FFFF"),
            ],
        ),
        ('"\\_": b\n', [(1, 1, "file-character", "text must not hold U+00A0")]),
    ],
)
def test_yaml_that_is_refused(text: str, problems: list[Place]) -> None:
    assert found(text) == problems


def test_bomb_of_aliases_is_refused_before_it_goes_off() -> None:
    rows = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))]
    rules = [rule for _, _, rule, _ in found("\n".join(rows) + "\n")]
    assert (rules.count("yaml-anchor"), rules.count("yaml-alias"), len(rules)) == (9, 72, 81)


def test_places_count_characters_from_one() -> None:
    tree, _ = read_tree("a.yml", "å: {挪威: x}\nb:\n  - y\n".encode())
    assert tree is not None
    assert places(tree) == [(1, 1), (1, 1), (1, 4), (1, 5), (1, 9), (2, 1), (3, 3), (3, 5)]


def sound(text: str) -> None:
    """The reader's promise: data or problems inside the file, and nothing deeper than allowed."""
    tree, problems = read_tree("a.yml", text.encode())
    rows = text.split("\n")
    assert not (tree and problems)
    assert all(1 <= problem.line <= len(rows) and problem.col >= 1 for problem in problems)
    assert all("\n" not in problem.text for problem in problems)
    if tree:
        assert depth(tree) <= MAX_DEPTH
        assert all(col <= len(rows[line - 1]) + 1 for line, col in places(tree))


def depth(node: Node) -> int:
    inner: list[Node] = []
    if isinstance(node, Sequence):
        inner = node.items
    elif isinstance(node, Mapping):
        inner = [value for _, value in node.entries.values()]
    return 0 if isinstance(node, Scalar) else 1 + max(map(depth, inner), default=0)


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=200)
def test_any_bytes_give_a_tree_or_problems(data: bytes) -> None:
    tree, problems = read_tree("a.yml", data)
    assert not (tree and problems)


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=200)
def test_any_text_gives_a_tree_or_problems(text: str) -> None:
    sound(text + "\n")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(deadline=None, max_examples=300)
def test_any_heap_of_yaml_pieces_gives_a_tree_or_problems(text: str) -> None:
    sound(text + "\n")


@given(DATA)
@settings(deadline=None, max_examples=300)
def test_any_data_is_read_back_or_refused(data: Any) -> None:
    tree, problems = read_tree("a.yml", as_yaml(data).encode())
    assert problems or plain(tree) == data


@given(st.lists(st.sampled_from([piece for piece in PIECES if piece.isprintable()]), max_size=30).map("".join))
@settings(deadline=None, max_examples=300)
def test_what_is_accepted_is_what_pyyaml_reads_as_text(text: str) -> None:
    tree, _ = read_tree("a.yml", f"{text}\n".encode())
    if tree:
        assert plain(tree) == yaml.CBaseLoader(f"{text}\n").get_single_data()
