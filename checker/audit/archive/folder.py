"""A folder of articles: Markdown, HTML and text files, in sorted order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from checker.articles import decode
from checker.articles.read import ENDINGS
from checker.audit.archive.article import ArchivedArticle
from checker.errors import ArticleError
from checker.pipeline import Failure


def read_folder(folder: Path) -> Iterator[ArchivedArticle | Failure]:
    """The articles below `folder`, by their path within it, which names them; hidden files and folders are left out.

    An article's section is the uppermost folder that it lies in.
    """
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                path = Path(parent, name)
                yield _read(path, path.relative_to(folder).as_posix())


def _read(path: Path, identity: str) -> ArchivedArticle | Failure:
    section = identity.split("/")[0] if "/" in identity else ""
    try:
        text = decode(path.read_bytes(), identity)
    except ArticleError as error:
        return Failure(identity, str(error).removeprefix(f"{identity}: "))
    except OSError as error:
        return Failure(identity, f"this file cannot be read: {(error.strerror or type(error).__name__).lower()}.")
    if not text.strip("\ufeff \t\r\n"):
        return Failure(identity, "this file is empty. There is nothing to check.")
    return ArchivedArticle(identity, text, section=section)
