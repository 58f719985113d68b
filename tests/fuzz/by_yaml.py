"""YAML that is hostile to readers of YAML, in and around real carrier files."""

from random import Random

from fuzz.made import carriers

DEEP = 5000
LONG = 70_000
BOMB = b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (n + 1, n + 1, n, n) for n in range(97, 121))
# Whole files.
FILES: dict[str, bytes] = {
    "empty": b"",
    "line end": b"\n",
    "comment": b"# nothing\n",
    "marks only": b"---\n...\n",
    "one word": b"word\n",
    "list": b"- a\n- b\n",
    "bomb": BOMB,
    "bomb of merges": b"a: &a {x: y}\nb: &b {<<: *a}\nc: {<<: [*a, *b]}\n",
    "alias of itself": b"a: &a [*a]\n",
    "deep flow": b"[" * DEEP + b"]" * DEEP + b"\n",
    "deep flow, open": b"[" * DEEP,
    "deep mappings": b"{a: " * DEEP,
    "deep blocks": b"".join(b" " * depth + b"a:\n" for depth in range(300)),
    "deep lists": b"- " * DEEP + b"a\n",
    "deep keys": b"? " * DEEP + b"a\n",
    "zeroes": b"\0" * 100,
    "long line": b"slug: " + b"x" * LONG + b"\n",
    "long key": b"x" * 2000 + b": y\n",
    "many keys": b"".join(b"k%d: v\n" % number for number in range(5000)),
    "blanks": b" " * LONG,
    "UTF-16": "slug: ice\n".encode("utf-16"),
    "UTF-32": "slug: ice\n".encode("utf-32"),
    "Latin-1": "name: Bærum\n".encode("latin-1"),
    "overlong": b"slug: \xc0\xaf\n",
    "surrogate": b"slug: \xed\xa0\x80\n",
    "beyond": b"slug: \xf5\x80\x80\x80\n",
    "tabs": b"slug:\tice\n\tname: x\n",
    "directive": b"%YAML 9.9\n---\nslug: ice\n",
    "tag directive": b"%TAG ! tag:example.org,2000:\n---\n!x {slug: ice}\n",
    "open quote": b'slug: "ice\n',
    "open flow": b"slug: {a: [b, {c\n",
    "null key": b"? \n: x\n",
    "key of a mapping": b"? {a: b}\n: x\n",
    "key of two lines": b'"a\\nb": x\n',
}
# Lines put into a real file, at its own indentation or at none.
LINES: dict[str, str] = {
    "second document": "---\nslug: other",
    "end of document": "...",
    "anchor": "anchored: &x y",
    "alias": "aliased: *x",
    "merge": "<<: {a: b}",
    "merge of an alias": "<<: *x",
    "tag": "tagged: !!python/object/apply:os.system [id]",
    "binary": "tagged: !!binary aGk=",
    "timestamp": "tagged: !!timestamp 2001-01-01",
    "set": "tagged: !!set {a, b}",
    "repeated key": "slug: other",
    "complex key": "? [a, b]\n: c",
    "empty key": ": x",
    "block": "text: |9\n  x",
    "kept block": "text: |+\n  <script>\n\n",
    "folded": "text: >-\n  a\n  b",
    "escape of nothing": 'text: "\\0"',
    "escape of half a sign": 'text: "\\ud800"',
    "escape of bidi": 'text: "\\u202E"',
    "escape beyond": 'text: "\\UFFFFFFFF"',
    "escape unknown": 'text: "\\q"',
    "tab": "\tname: x",
    "trailing comment": "name: x # y",
    "bare sign": "@",
    "backtick": "a: `b`",
    "percent": "%a: b",
    "octal": "a: 0777",
    "no": "no: no",
    "sexagesimal": "a: 1:20:30",
    "infinity": "a: .inf",
    "null": "a: ~",
    "nothing": "slug:",
}
# Bytes put anywhere.
PIECES = (b"\0", b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\r\n", b"\r", b"\t", "\u202e\u2066".encode(), "\u2028".encode())


def changed(random: Random, slug: str) -> tuple[bytes, str, bytes]:
    """A hostile file, or a real one with something hostile in it."""
    content = carriers()[slug]
    match random.randrange(4):
        case 0:
            name = random.choice(list(FILES))
            return FILES[name] + (content if random.random() < 0.3 else b""), name, b""
        case 1:
            piece = random.choice(PIECES)
            at = random.choice([0, len(content), random.randrange(len(content))])
            return content[:at] + piece + content[at:], f"{piece!r} at {at}", b""
        case _:
            return _with_line(random, content.decode())


def _with_line(random: Random, text: str) -> tuple[bytes, str, bytes]:
    name, lines = random.choice(list(LINES)), text.split("\n")
    at = random.randrange(len(lines))
    blanks = " " * random.choice([0, len(lines[at]) - len(lines[at].lstrip())])
    lines[at:at] = [blanks + line for line in LINES[name].split("\n")]
    return "\n".join(lines).encode(), f"{name} at line {at + 1}", b""
