"""Changes in two levels, people by sort, stages, and denials told in other words: which words belong together."""

import pytest

from tests.claims.test_frames_in_text import frames


@pytest.mark.parametrize(
    ("kind", "text", "members"),
    [
        (
            "change",
            "Turnout, 58.3% five years ago, sank to 61.7%.",
            {"from": ["58.3%"], "to": ["61.7%"], "direction": ["sank"]},
        ),
        (
            "change",
            "The reader was £80 in May and is £60 now, which makes it a third cheaper.",
            {"from": ["£80"], "to": ["£60"], "share": ["a third"]},
        ),
        (
            "change",
            "The margin gained four percentage points, from 38.5% to 44%.",
            {"from": ["38.5%"], "to": ["44%"], "points": ["four percentage points"]},
        ),
        (
            "total",
            "Four people were arrested. Police arrested three men and two women.",
            {"part": ["three men", "two women"], "total": ["Four people"]},
        ),
        (
            "stages",
            "The film was released in 2010. Shooting of the film began in 2012.",
            {"earlier": ["Shooting of the film began in 2012"], "later": ["was released in 2010"]},
        ),
        (
            "denied",
            "Nobody was hurt in the collision. Her son needed stitches after the collision.",
            {"denial": ["Nobody was hurt"], "told": ["stitches"]},
        ),
    ],
)
def test_belong_together(kind, text, members):
    assert members in frames(text, kind)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("change", "Turnout was not 58.3%, nor did it sink to 61.7%."),
        ("total", "Three men and two women were arrested. Nine people have been arrested since the fire."),
        ("stages", "The film was released in 2010. Shooting of another film began in 2012."),
        ("denied", "Nobody was hurt in the collision. Last year her son needed stitches after a collision."),
        ("denied", "Nobody was hurt in the collision. “I needed stitches after the collision,” she said."),
    ],
)
def test_do_not_belong_together(kind, text):
    assert frames(text, kind) == []
