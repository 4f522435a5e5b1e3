"""The engine on hand-written rows: which findings come out, with which places, severity and words."""

import datetime as dt
import math
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.claims.table import claims_table, frames_table
from checker.judge.context import Context
from checker.judge.engine import judge
from checker.judge.finding import Finding, Location
from checker.judge.predicates import FRAME_PREDICATES
from checker.judge.registry import Predicate
from checker.judge.rule import Rule


def rule(**parts):
    basis = {
        "id": "a-rule",
        "pack": "contradiction",
        "path": "a-rule.toml",
        "summary": "Two amounts",
        "severity": "error",
        "message": "{a.text} against {b.text}",
        "why": "Because.",
        "remedy": "Correct one.",
    }
    return Rule.model_validate(basis | parts)


def pair(**parts):
    shape = {"select": {"kind": "quantity"}, "same": ["measure", "unit"], "flag": "disjoint"}
    return rule(pair=shape | parts)


def figure(value, at, measure="soldier", **columns):
    row = {"kind": "quantity", "low": value, "high": value, "value": value, "resolution": 0.5, "bound": "exact"}
    row |= {"unit": "count", "measure": measure, "text": f"{value:,} {measure}s", "article": "a.md"}
    row |= {"start": at, "end": at + 5, "claim": at, "sentence": f"There were {value:,} {measure}s."}
    return row | columns


def year(start, end=None):
    return {"date_start": dt.datetime(start, 1, 1), "date_end": dt.datetime((end or start) + 1, 1, 1)}


def locate(start, end, label):
    return Location(start, end, 1, start + 1, 1, end + 1, "", label)


def judged(rows, *rules, frames=(), **context):
    return judge(claims_table(rows), frames_table(frames), rules, Context(**context), locate)


def places(findings: tuple[Finding, ...]):
    return [[location.start for location in finding.locations] for finding in findings]


SCOPED = pair(compatible=["subject", "place", "group", "time"])


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        pytest.param({}, {}, True, id="nothing else known"),
        pytest.param({"subject": "Poland"}, {"subject": "Poland"}, True, id="same subject"),
        pytest.param({"subject": "Poland"}, {"subject": "Norway"}, False, id="other subject"),
        pytest.param({"subject": "Poland"}, {}, True, id="subject unknown on one side"),
        pytest.param({"measure": ""}, {"measure": ""}, False, id="unknown key"),
        pytest.param({"unit": "percent"}, {}, False, id="other unit"),
        pytest.param({"article": "b.md"}, {}, False, id="other article"),
        pytest.param({"group": "US armoured"}, {"group": "US"}, True, id="subset of the modifiers"),
        pytest.param({"group": "US"}, {"group": "Polish"}, False, id="other modifiers"),
        pytest.param({"kind": "date"}, {}, False, id="not selected"),
        pytest.param(year(2024), year(2024), True, id="same year"),
        pytest.param(year(2023), year(2024), False, id="other year"),
        pytest.param(year(2020, 2026), year(2024), True, id="overlapping times"),
        pytest.param(year(2023), {}, True, id="time unknown on one side"),
        pytest.param({"date_start": dt.datetime(2025, 1, 1)}, year(2024), False, id="open end after"),
        pytest.param({"date_start": dt.datetime(2020, 1, 1)}, year(2024), True, id="open end over"),
        pytest.param({"date_end": dt.datetime(2024, 1, 1)}, year(2024), False, id="open start before"),
        pytest.param({"start": 98, "end": 103}, {}, False, id="one and the same place"),
    ],
)
def test_pair_is_found_only_where_the_scope_fits(one, other, found):
    rows = [figure(8500, 10, **one), figure(10000, 100, **other)]

    assert bool(judged(rows, SCOPED)) is found


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ({"subject": "Poland"}, {"subject": "Poland"}, "error"),
        ({"subject": ""}, {"subject": ""}, "error"),
        ({"subject": "Poland"}, {"subject": ""}, "warning"),
        ({"group": "US"}, {"group": "US armoured"}, "warning"),
        (year(2024), {}, "warning"),
        ({"subject": "Poland", "zone": "title"}, {"subject": ""}, "error"),
        ({"subject": "Poland", "zone": "list"}, {"subject": ""}, "warning"),
    ],
)
def test_partly_known_scope_lowers_the_severity_unless_zones_repeat_each_other(one, other, severity):
    rows = [figure(8500, 10, **one), figure(10000, 100, **other)]

    assert [finding.severity for finding in judged(rows, SCOPED)] == [severity]


def test_repeats_become_one_finding_that_counts_them():
    rows = [figure(8500, 10), figure(10000, 40), figure(8500, 70), figure(8500, 90)]

    (finding,) = judged(rows, SCOPED)

    assert places((finding,)) == [[10, 40, 70, 90]]
    assert "The article says 8,500 soldiers 3 times, 10,000 soldiers once" in finding.message


def test_three_values_under_one_key_mean_that_it_is_no_key():
    rows = [figure(3, 10, "goal"), figure(1, 40, "goal"), figure(2, 70, "goal")]

    assert judged(rows, SCOPED) == ()
    assert len(judged(rows[:2], SCOPED)) == 1


def test_a_third_value_of_unknown_scope_does_not_hide_a_clear_contradiction():
    known = {"subject": "Poland"}
    rows = [figure(8500, 10, **known), figure(10000, 40, **known), figure(300, 70)]

    assert places(judged(rows, SCOPED)) == [[10, 40]]


def test_zones_that_disagree_are_named():
    rows = [figure(20, 10, "victim", zone="title"), figure(18, 40, "victim")]

    (finding,) = judged(rows, SCOPED)

    assert "The title says 20 victims, the text 18 victims" in finding.message


def test_the_reason_names_the_shared_scope_and_what_only_one_side_states():
    scope = {"subject": "poland", "sentence": "In Rzeszów Poland hosts them.", **year(2025)}
    rows = [figure(8500, 10, place="rzeszów", **scope), figure(10000, 40, **scope)]

    (finding,) = judged(rows, SCOPED)

    assert finding.why == "Both give soldier (count) for Poland in Rzeszów, 2025; only one of them states the place"


def test_an_asymmetric_pair_is_oriented_by_its_sides():
    events = [
        {"kind": "event", "predicate": "begin", "subject": "war", "start": 50, "end": 55, "claim": 1, "text": "began"},
        {"kind": "event", "predicate": "end", "subject": "war", "start": 10, "end": 15, "claim": 0, "text": "ended"},
    ]
    order = rule(
        message="{a.text} before it {b.text}",
        pair={
            "left": {"predicate": "end"},
            "right": {"predicate": "begin"},
            "same": ["subject"],
            "flag": "before",
        },
    )

    (finding,) = judged([events[0] | year(1950), events[1] | year(1940)], order)

    assert finding.message == "ended before it began"
    assert places((finding,)) == [[10, 50]]
    assert judged([events[0] | year(1940), events[1] | year(1950)], order) == ()


def test_sharing_words_joins_only_rows_with_enough_rare_words_in_common():
    rows = [
        figure(12.4, 10, "", terms="approve flood wall"),
        figure(15.3, 40, "", terms="cost flood wall"),
        figure(99.0, 70, "", terms="approve school roof"),
    ]

    assert places(judged(rows, pair(same=["unit"], share=2))) == [[10, 40]]
    assert judged(rows, pair(same=["unit"], share=3)) == ()


def test_claims_with_equal_once_per_columns_are_one_finding():
    rows = [
        {"kind": "phrase", "entry": "experts", "text": "Experts", "start": 10, "end": 17, "claim": 0},
        {"kind": "phrase", "entry": "critics", "text": "Critics", "start": 30, "end": 37, "claim": 1},
        {"kind": "phrase", "entry": "experts", "text": "experts", "start": 50, "end": 57, "claim": 2},
        {"kind": "phrase", "entry": "", "text": "they", "start": 60, "end": 64, "claim": 3},
        {"kind": "phrase", "entry": "", "text": "some", "start": 70, "end": 74, "claim": 4},
    ]
    each = rule(message="Who? {text}", claim={"select": {"kind": "phrase"}, "flag": "any"})
    once = rule(message="Who? {text}", claim={"select": {"kind": "phrase"}, "flag": "any", "once_per": ["entry"]})

    assert places(judged(rows, each)) == [[10], [30], [50], [60], [70]]
    assert places(judged(rows, once)) == [[10, 50], [30], [60], [70]]
    assert judged(rows, each)[0].message == "Who? Experts"


def test_reject_drops_a_row_where_any_named_column_matches():
    rows = [figure(1, 10, quoted=True), figure(2, 20, zone="heading"), figure(3, 30)]
    kept = rule(
        message="{text}",
        claim={"select": {"kind": "quantity"}, "reject": {"quoted": True, "zone": ["heading", "title"]}, "flag": "any"},
    )

    assert places(judged(rows, kept)) == [[30]]


def test_frames_are_judged_one_by_one_with_their_own_slots():
    share = {"unit": "percent", "measure": "respondent", "role": "share"}
    rows = [figure(value, at, **share) for value, at in ((41, 10), (33, 20), (19, 30), (14, 40), (60, 50), (40, 60))]
    frames = [{"frame": 7, "kind": "shares", "slot": "share", "claim": row["claim"]} for row in rows[:4]]
    frames += [{"frame": 8, "kind": "shares", "slot": "share", "claim": row["claim"]} for row in rows[4:]]
    frames += [{"frame": 9, "kind": "total", "slot": "share", "claim": row["claim"]} for row in rows[:3]]
    shares = rule(message="{sum} = {total}", frame={"kind": "shares", "flag": "shares_off"})

    (finding,) = judged(rows, shares, frames=frames)

    assert places((finding,)) == [[10, 20, 30, 40]]
    assert finding.message == "41% + 33% + 19% + 14% = 107"


def test_a_frame_predicate_may_choose_the_places_and_lower_the_severity(monkeypatch):
    def test(rows, context):
        return {"sum": "x", "rows": [rows[0]["claim"], rows[2]["claim"]], "lowered": True}

    monkeypatch.setitem(FRAME_PREDICATES, "shares_off", Predicate("shares_off", test, "Off.", ("sum",)))
    rows = [figure(value, at) for value, at in ((1, 10), (2, 20), (3, 30))]
    frames = [{"frame": 0, "kind": "shares", "slot": "share", "claim": row["claim"]} for row in rows]

    (finding,) = judged(rows, rule(message="{sum}", frame={"kind": "shares", "flag": "shares_off"}), frames=frames)

    assert places((finding,)) == [[10, 30]]
    assert finding.severity == "warning"


def test_a_frame_whose_places_were_all_told_is_not_told_again(monkeypatch):
    monkeypatch.setitem(
        FRAME_PREDICATES, "shares_off", Predicate("shares_off", lambda rows, context: {"sum": "x"}, "Off.", ("sum",))
    )
    rows = [figure(value, at) for value, at in ((1, 10), (2, 20), (3, 30))]
    members = ((0, 10), (0, 20), (0, 30), (1, 10), (1, 20), (2, 30))
    frames = [{"frame": frame, "kind": "shares", "slot": "share", "claim": claim} for frame, claim in members]

    findings = judged(rows, rule(message="{sum}", frame={"kind": "shares", "flag": "shares_off"}), frames=frames)

    assert places(findings) == [[10, 20, 30]]


def test_findings_stand_in_order_of_position_then_rule():
    rows = [figure(8500, 30), figure(10000, 60), figure(3, 10, "tank"), figure(5, 80, "tank")]
    other = SCOPED.model_copy(update={"id": "another-rule"})

    findings = judged(rows, SCOPED, other)

    assert [(finding.locations[0].start, finding.rule) for finding in findings] == [
        (10, "a-rule"),
        (10, "another-rule"),
        (30, "a-rule"),
        (30, "another-rule"),
    ]
    assert findings == judged(list(reversed(rows)), other, SCOPED)


def test_equal_findings_in_one_article_have_numbered_fingerprints():
    rows = [figure(5, 10), figure(5, 20), figure(5, 30)]
    each = rule(message="{text}", claim={"select": {"kind": "quantity"}, "flag": "any"})

    first, second, third = (finding.fingerprint for finding in judged(rows, each))

    assert (second, third) == (f"{first}:2", f"{first}:3")


NUMBERS = st.sampled_from([0.0, 1.0, 8500.0, 10_000.0, -3.0, 1e300, math.inf, -math.inf, math.nan])
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "start": st.integers(0, 60),
            "kind": st.sampled_from(["quantity", "date", "event", "question"]),
            "low": NUMBERS,
            "high": NUMBERS,
            "value": NUMBERS,
            "resolution": st.sampled_from([0.0, 0.5, 50.0]),
            "bound": st.sampled_from(["exact", "more_than", "range", ""]),
            "approximate": st.booleans(),
            "measure": st.sampled_from(["", "soldier", "tank"]),
            "unit": st.sampled_from(["", "count", "percent", "GBP"]),
            "group": st.sampled_from(["", "us", "us armoured", "polish"]),
            "terms": st.sampled_from(["", "a b c", "b c d", "x"]),
            "zone": st.sampled_from(["title", "body"]),
            "date_start": st.sampled_from([None, dt.datetime(1, 1, 1), dt.datetime(2024, 1, 1)]),
            "date_end": st.sampled_from([None, dt.datetime(2025, 1, 1), dt.datetime(9999, 12, 31)]),
        }
    ),
    max_size=12,
)
EVERY_SHAPE = [
    SCOPED,
    pair(same=["unit"], share=2).model_copy(update={"id": "sharing"}),
    pair(left={"zone": "title"}, right={"zone": "body"}).model_copy(update={"id": "sided"}),
    pair(select={}, flag="dates_disjoint", same=["kind"]).model_copy(update={"id": "timed"}),
    rule(id="single", message="{label} {low} {date_start} {as_of}", claim={"flag": "any", "once_per": ["measure"]}),
    rule(id="framed", message="{sum}", frame={"kind": "shares", "flag": "shares_off"}),
]


@given(ROWS, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=60)
def test_whatever_the_rows_the_findings_are_ordered_and_each_row_is_told_once_a_rule(rows, random):
    rows = [row | {"claim": number, "end": row["start"] + 3} for number, row in enumerate(rows)]
    frames = [{"frame": 0, "kind": "shares", "slot": "share", "claim": row["claim"]} for row in rows]

    findings = judged(rows, *EVERY_SHAPE, frames=frames)

    assert [finding.locations[0].start for finding in findings] == sorted(f.locations[0].start for f in findings)
    for one in EVERY_SHAPE[:4]:
        told = [
            (place.start, place.label) for finding in findings if finding.rule == one.id for place in finding.locations
        ]
        spans = [start for start, _ in told]
        assert all(spans.count(start) <= sum(row["start"] == start for row in rows) for start in spans)
    assert len({finding.fingerprint for finding in findings}) == len(findings)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert judged(shuffled, *reversed(EVERY_SHAPE), frames=frames) == findings


@pytest.mark.parametrize("subjects", [1, 50], ids=["one subject", "many subjects"])
def test_time_does_not_grow_with_the_square_of_the_rows(subjects):
    def seconds(count):
        rows = [
            figure(
                3 + number % 2, 10 * number, subject=f"s{number % subjects}", terms=f"a{number % 9} b{number % 30} c"
            )
            for number in range(count)
        ]
        claims, frames = claims_table(rows), frames_table([])
        began = time.process_time()
        judge(claims, frames, [SCOPED, pair(same=["unit"], share=2)], Context(), locate)
        return time.process_time() - began

    seconds(10)
    assert seconds(3000) < 40 * max(seconds(300), 0.02)


def test_an_article_without_claims_has_no_findings():
    assert judged([], SCOPED, rule(message="x", frame={"kind": "shares", "flag": "shares_off"})) == ()


def test_a_message_never_evaluates_what_it_names(tmp_path: Path):
    rows = [figure(8500, 10, text="{b.text} {a.__class__}"), figure(10000, 40)]

    (finding,) = judged(rows, SCOPED)

    assert finding.message.startswith("{b.text} {a.__class__} against 10,000 soldiers")
