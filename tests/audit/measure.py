"""Measures extraction: `python -m tests.audit.measure articles.jsonl [COUNT]`; see docs/scale.md.

Prints the words a second of a bare `nlp.pipe` over the texts of the archive, with all of its components, and those of
extraction over the same articles in the same process, by turns, so that whatever else the machine does hits both.
"""

from __future__ import annotations

import itertools
import sys
import time
from pathlib import Path

from checker.audit.archive import ArchivedArticle, open_archive
from checker.audit.extraction import ExtractionOptions, extract_shard, memory_in_use, reread
from checker.language.parse import model

TURN = 50  # articles


def main(archive: str, count: str = "400") -> None:
    """Print both rates, their ratio, and the memory in use now and then."""
    entries = (one for one in open_archive(Path(archive)) if isinstance(one, ArchivedArticle))
    nlp = model()
    options = ExtractionOptions()
    words, bare, whole = 0, 0.0, 0.0
    for number, part in enumerate(iter(lambda: list(itertools.islice(entries, TURN)), [])):
        if number * TURN >= int(count):
            break
        texts = ["\n\n".join(block.text for block in reread(one, options).blocks) for one in part]
        words += sum(len(text.split()) for text in texts)
        started = time.perf_counter()
        for _ in nlp.pipe(texts):
            pass
        turned = time.perf_counter()
        extract_shard(part, options)
        bare += turned - started
        whole += time.perf_counter() - turned
        print(
            f"{(number + 1) * TURN:6} articles, {words:8} words: bare {words / bare:6.0f}, extraction "
            f"{words / whole:6.0f} words/s, ratio {bare / whole:.2f}, {memory_in_use() / 1e6:.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
