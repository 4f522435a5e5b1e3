"""One thing counted under two names, on hand-written rows."""

import pytest

from checker.claims.table import claims_table
from checker.judge.engine import prepared
from checker.judge.kinds import called_by_kind, gave_one_each
from checker.judge.rows import rows_of

_ORDERED = {"kind": "quantity", "article": "a.md", "unit": "count", "predicate": "order", "subject": "city"}


def _rows(*rows):
    return rows_of(prepared(claims_table([_ORDERED | row for row in rows])))


@pytest.mark.parametrize(
    ("special", "general", "one"),
    [
        ({"measure": "tram"}, {"measure": "vehicle", "definite": True}, True),
        ({"measure": "tram"}, {"measure": "vehicle"}, False),  # any vehicles
        ({"measure": "tram"}, {"measure": "vehicle", "definite": True, "predicate": "scrap"}, False),
        ({"measure": "tram"}, {"measure": "vehicle", "definite": True, "predicate": "run", "terms": "order"}, True),
        ({"measure": "tram"}, {"measure": "vehicle", "definite": True, "subject": "port"}, False),
        ({"measure": "tram", "around": "bus city tram"}, {"measure": "vehicle", "definite": True}, False),
        ({"measure": "oak"}, {"measure": "vehicle", "definite": True}, False),
        ({"measure": "tram"}, {"measure": "bus", "definite": True}, False),
    ],
)
def test_called_by_kind(special, general, one):
    a, b = _rows(special, general)

    assert called_by_kind(a, b) is one
    assert called_by_kind(b, a) is one


def test_the_vehicles_can_be_trams_and_buses():
    tram, _, vehicles = _rows({"measure": "tram"}, {"measure": "bus"}, {"measure": "vehicle", "definite": True})

    assert not called_by_kind(tram, vehicles)


@pytest.mark.parametrize(
    ("people", "things", "one"),
    [
        ({"measure": "resident", "terms": "fill form"}, {"measure": "form", "predicate": "come"}, True),
        ({"measure": "person", "predicate": "sign"}, {"measure": "signature", "predicate": "collect"}, True),
        ({"measure": "resident", "terms": "read form"}, {"measure": "form", "predicate": "reject"}, False),
        (
            {"measure": "resident", "terms": "fill form"},
            {"measure": "form", "predicate": "come", "group": "late"},
            False,
        ),
        ({"measure": "house", "terms": "fill form"}, {"measure": "form", "predicate": "come"}, False),
        ({"measure": "resident", "terms": "visit"}, {"measure": "form", "predicate": "come"}, False),
    ],
)
def test_gave_one_each(people, things, one):
    a, b = _rows(people, things | {"definite": True})

    assert gave_one_each(a, b) is one
    assert gave_one_each(b, a) is one
