"""Where the addresses on a page lead to, as paths of files in the site."""

from posixpath import normpath


def target_of(path: str, address: str, prefix: str) -> str:
    """Path of the file that an address on the page at path leads to; "" if it leads out of the site.

    prefix: path of the site on its host, which an absolute address begins with.
    """
    if not address:
        return path
    if address.startswith("/"):
        if not address.startswith(prefix):
            return ""
        joined = address.removeprefix(prefix)
    else:
        joined = f"{path.rpartition('/')[0]}/{address}".lstrip("/")
    folder = joined.endswith(("/", "/.", "/..")) or joined in ("", ".", "..")
    plain = normpath(joined) if joined else "."
    if plain.startswith(".."):
        return ""
    return f"{plain}/index.html".removeprefix("./") if folder else plain
