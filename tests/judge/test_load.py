"""Loading rules: what is right comes in, and what is wrong is said by file and line, all at once."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import ConfigurationError, RuleError
from checker.judge.load import LARGEST_FILE, load_rules, select_rules
from checker.judge.toml_lines import key_lines, line_of

GOOD = """\
summary  = "Two amounts"
severity = "error"
message  = "{a.text} and {b.text} disagree about {a.measure}"
why      = "Readers trust neither."

[pair]
select     = { kind = "quantity", role = ["level", "total"], quoted = false }
same       = ["measure", "unit"]
compatible = ["subject", "time"]
flag       = "disjoint"

[[example]]
text  = "Poland hosts 8,500 soldiers and 10,000 soldiers."
flags = [["8,500 soldiers", "10,000 soldiers"]]

[[example]]
text  = "Poland hosts 8,500 soldiers."
flags = []
"""
CLAIM = GOOD[: GOOD.index("[pair]")].replace("{a.text} and {b.text} disagree about {a.measure}", "{text}")


@pytest.fixture
def folder(tmp_path):
    def write(files):
        for name, source in files.items():
            path = tmp_path / "rules" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source if isinstance(source, bytes) else source.encode())
        return tmp_path / "rules"

    return write


def problems(folder, files):
    root = folder(files)
    with pytest.raises(RuleError) as caught:
        load_rules([root])
    return str(caught.value).replace(f"{root}/", "").split("\n")


def test_a_rule_has_its_name_from_its_file_and_its_pack_from_the_folder(folder):
    rules = load_rules([folder({"style/b-rule.toml": GOOD, "art/a-rule.toml": GOOD, "lexicon/words.toml": "x = 1"})])

    assert [(rule.pack, rule.id) for rule in rules] == [("art", "a-rule"), ("style", "b-rule")]
    assert rules[0].pair[0].select["role"].values == ("level", "total")
    assert rules[0].example[0].flags == (("8,500 soldiers", "10,000 soldiers"),)


def test_files_directly_in_a_folder_are_a_pack_of_its_name(folder):
    assert [rule.pack for rule in load_rules([folder({"house-rule.toml": GOOD})])] == ["rules"]


def test_a_plain_string_among_the_flags_is_a_finding_of_one_place(folder):
    source = CLAIM + '[claim]\nflag = "any"\n[[example]]\ntext = "One and two"\nflags = ["One", ["two"]]\n'

    (rule,) = load_rules([folder({"a/one.toml": source})])

    assert rule.example[0].flags == (("One",), ("two",))


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('"disjoint"', '"disjiont"', 10, 'flag = "disjiont" is not a predicate of a pair. Did you mean "disjoint"?'),
        ('"unit"]', '"unti"]', 8, 'same = "unti" is not a column of the claims table. Did you mean "unit"?'),
        ('"time"]', '"tiem"]', 9, 'compatible = "tiem" is not a column of the claims table or "time". Did'),
        ("role =", "roel =", 7, 'select.roel = "roel" is not a column of the claims table. Did you mean "role"?'),
        ('"quantity"', '"quantty"', 7, '"quantty" is not a kind. Did you mean "quantity"? Known: quantity, date'),
        ("quoted = false", 'quoted = "no"', 7, "select.quoted holds true or false, not 'no'"),
        ('kind = "quantity"', "kind = 3", 7, "select.kind holds words in quotation marks, not 3"),
        ('kind = "quantity"', "kind = [[1]]", 7, "holds a word, a number, true or false, or a list of these"),
        ("summary ", "sumary ", 1, '"sumary" is not a key here. Did you mean "summary"? Known: summary, severity'),
        ("summary  =", "#", 1, 'the key "summary" is missing'),
        ("same  ", "samme  ", 8, '"samme" is not a key here. Did you mean "same"?'),
        ('"error"', '"fatal"', 2, 'severity = "fatal" input should be \'error\', \'warning\' or \'note\''),
        ("{a.text}", "{a.txt}", 3, 'names "{a.txt}", which is not known here. Did you mean "a.text"?'),
        ("[\"8,500 soldiers\"", "[\"8,501 soldiers\"", 14, "example 1: flags quotes '8,501 soldiers'"),
        ("flags = []", "flag = []", 18, '"flag" is not a key here. Did you mean "flags"?'),
        (GOOD[GOOD.index("[pair]") : GOOD.index("[[ex")], "", 1, "needs one of [claim], [pair], [frame] and [across]"),
        ("[pair]", "[claim]\nflag = 'any'\n[pair]", 3, 'names "{a.text}", which is not known here'),
        ('same       = ["measure", "unit"]\n', "", 6, "[pair] needs `same` or `share`"),
        ("[pair]", "id = 'x'\n[pair]", 6, "id is taken from the file's place; leave it out"),
        ("[[example]]", "[[example", 12, "not valid TOML."),
        ("why", "why = 3\nwhy", 5, "not valid TOML."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(folder, old, new, line, message):
    assert old in GOOD

    found = problems(folder, {"contradiction/two-amounts.toml": GOOD.replace(old, new, 1)})

    assert any(one.startswith(f"contradiction/two-amounts.toml:{line}: ") and message in one for one in found), found


def test_all_mistakes_of_all_files_are_told_at_once(folder):
    wrong = GOOD.replace("disjoint", "disjiont").replace('"unit"', '"unti"')

    found = problems(folder, {"a/one.toml": wrong, "a/two.toml": GOOD, "b/three.toml": "summary = "})

    assert [one.split(": ")[0] for one in found] == ["a/one.toml:8", "a/one.toml:10", "b/three.toml:1"]


def test_two_rules_of_one_name_are_told(folder):
    (found,) = problems(folder, {"a/one.toml": GOOD, "b/one.toml": GOOD})

    assert found.startswith("b/one.toml:1: ")
    assert "a/one.toml is a rule of the same name" in found


def test_a_rule_named_like_a_pack_is_told(folder):
    assert "also the name of a pack" in problems(folder, {"a/one.toml": GOOD, "b/a.toml": GOOD})[0]


def test_a_name_that_nobody_can_type_is_told(folder):
    assert "is no rule id" in problems(folder, {"a/One Rule.toml": GOOD})[0]


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(RuleError, match="no such folder"):
        load_rules([tmp_path / "nowhere"])


HOSTILE = {
    "too large": b"#" * (LARGEST_FILE + 1),
    "not UTF-8": b'summary = "\xff"',
    "deep brackets": b"x = " + b"[" * 30_000,
    "long dotted key": b"a." * 30_000 + b"a = 1",
    "many keys": b"".join(b"k%d = 1\n" % number for number in range(6000)),
    "many conditions": CLAIM.encode()
    + b"[claim]\nflag = 'any'\n[claim.select]\n"
    + b"".join(b"c%d = 1\n" % number for number in range(5000)),
    "many columns": CLAIM.encode() + b"[pair]\nflag = 'any'\nsame = [" + b"'unti'," * 7000 + b"]",
    "many examples": GOOD.encode() + b"[[example]]\ntext = ''\nflags = []\n" * 1500,
    "braces": b"message = '" + b"{" * 60_000 + b"'",
    "code": GOOD.replace("{a.text}", "{a.__class__.__mro__}").encode(),
    "evaluation": GOOD.replace('"quantity"', "\"@__import__('os').system('false')\"").encode(),
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_quickly_and_briefly(folder, source):
    began = time.process_time()

    found = problems(folder, {"a/hostile.toml": source})

    assert time.process_time() - began < 5
    assert len(found) <= 30


def test_selecting_rules_by_name_and_pack(folder):
    rules = load_rules([folder({"a/one.toml": GOOD, "a/two.toml": GOOD, "b/three.toml": GOOD})])

    def ids(select=(), ignore=()):
        return [rule.id for rule in select_rules(rules, select, ignore)]

    assert ids() == ["one", "two", "three"]
    assert ids(["a"]) == ["one", "two"]
    assert ids(["three", "a"], ["one"]) == ["two", "three"]
    assert ids(ignore=["a"]) == ["three"]
    with pytest.raises(ConfigurationError, match=r'"thre" is neither a rule nor a pack\. Did you mean "three"\?'):
        ids(["thre"])


def test_loading_and_explaining_need_neither_pandas_nor_the_parser():
    code = (
        "import sys; from checker.judge.load import load_rules; from checker.judge.explain import explain;"
        "[str(explain(rule)) for rule in load_rules()];"
        "print([name for name in ('pandas', 'spacy', 'numpy') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert done.stdout.strip() == "[]", done.stderr


def test_lines_of_keys_are_found_past_strings_comments_and_brackets():
    source = (
        'a = """\n[not.a.table]\nb = 1\n"""  # c = 2\n'
        "[one]  # [two]\n"
        "list = [ # [x]\n  \"]\", '=',\n]\n"
        '"quoted key" = {x = 1, y = 2}\n'
        "[[many]]\nz = 1\n[[many]]\nz.deep = 2\n"
        "[many . 'sub']\n"
    )
    lines = key_lines(source)

    assert lines[("a",)] == 1
    assert lines[("one",)] == 5
    assert lines[("one", "list")] == 6
    assert lines[("one", "quoted key")] == 9
    assert lines[("many", 0, "z")] == 11
    assert lines[("many", 1, "z", "deep")] == 13
    assert ("b",) not in lines
    assert line_of(lines, ("one", "quoted key", "x")) == 9
    assert line_of(lines, ("nowhere",)) == 1


@given(st.text(alphabet="ab[]{}=.\"'#\n ,1"))
def test_looking_for_lines_never_fails(source):
    assert all(line >= 1 for line in key_lines(source).values())
