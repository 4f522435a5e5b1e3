"""Sentences that say the same of two things, of then and now: two figures, and no conflict between them."""

import pytest

import checker
from checker.pipeline import load_rules

_RULES = [rule for rule in load_rules() if rule.pack == "contradiction"]


@pytest.mark.parametrize(
    "text",
    [
        "He weighs 90 kg. She weighs 60 kg.",
        "The town has a population of 9,300. The village has a population of 880.",
        "The chair costs £90. The table costs £300.",
        "The first floor has 12 rooms. The second floor has 9 rooms.",
        "Anna ran 12 km. Bert ran 15 km.",
        "The north tower is 40 metres high. The south tower is 32 metres high.",
        "My brother earns £30,000 a year. My sister earns £42,000 a year.",
        "The adult ticket costs £12. The child ticket costs £6.",
        "The old bridge carried 4,000 cars a day. The new bridge carries 9,000 cars a day.",
        "The tall man weighs 90 kg. The short man weighs 60 kg.",
        "The bakery employs 12 people. The butcher employs 9 people.",
        "Route 7 carries 4,000 riders a day. Route 9 carries 6,500 riders a day.",
        "The red team scored 40 points. The team in white scored 32 points.",
        "Smith has 12 goals. Jones has 9 goals.",
        "The kitchen measures 12 square metres. The bedroom measures 14 square metres.",
        "Class A has 24 pupils. Class B has 27 pupils.",
        "The train takes 40 minutes. The bus takes 65 minutes.",
        "In Leeds the fee is £40. In York the fee is £55.",
        "The ground floor has six rooms and the attic has two rooms.",
        "The Severn is 354 km long. The Thames is 346 km long.",
        "Our cheapest plan costs £5 a month. The family plan costs £12 a month.",
        "The company made a profit of £4m. Its rival made a profit of £6m.",
        "The museum's first exhibition drew 12,000 visitors. Its latest exhibition drew 19,000 visitors.",
        "Smith scored 12 goals last season. Jones managed nine goals.",
        "Norway sent 40 athletes to the games. Sweden sent 62 athletes.",
        "The clinic treated 400 patients. The hospital treated 9,000 patients.",
        "Mr Lund owns 40% of the firm. His daughter owns 25% of the firm.",
        "A small coffee costs £2.40. A large coffee costs £3.10.",
        "Liverpool have won 19 titles. Manchester United have won 20 titles.",
        "The orchestra has 60 players. The choir has 45 singers.",
        "The novel sold 20,000 copies. The sequel sold 50,000 copies.",
        "The council has spent £3m on roads. It has spent £5m on schools.",
        "Phase one created 300 jobs. Phase two created 450 jobs.",
        "The cheaper phone has 64 GB of storage. The dearer phone has 256 GB of storage.",
        "Line 4 opened with 12 stations. It now has 22 stations.",
        "Lake Vern covers 12 square km. Lake Orr covers 30 square km.",
        "The shop in Hull employs 14 people. The shop in Leeds employs 22 people.",
        "The earlier survey counted 340 puffins. The later survey counted 410 puffins.",
        "The winning entry took 14 hours to make. The runner-up took 20 hours to make.",
        "The recipe needs 200 g of flour. The icing needs 300 g of sugar.",
        "One worker lost two fingers. Another worker lost a hand and three fingers.",
        "The left bank has 12 cafes. On the right bank there are 30 cafes.",
        "The firm's British arm employs 400 people. Its German arm employs 650 people.",
        "Dr Wynn has published 40 papers. Her co-author has published 12 papers.",
        "The car does 50 miles to the gallon. The van does 34 miles to the gallon.",
        "The mayor was elected in 2016. Her deputy was elected in 2019.",
        "The east wing opened in 1990. The west wing opened in 1996.",
        "Anna was born in 1970. Her sister was born in 1973.",
        "The first edition appeared in 1998. The second edition appeared in 2004.",
        "Line A opened in 1990. Line B opened in 1999.",
        "The museum opened in 1998. Its cafe opened in 2003.",
        "The film was released in March. The sequel was released in November.",
        "The company was founded in 1990. Its rival was founded in 1985.",
        "The factory closed in 2001. The warehouse closed in 2004.",
        "The north gate is closed. The south gate is open.",
        "The old library never opened on Sundays. The new library opens on Sundays.",
        "Dogs are not allowed in the garden. Dogs are allowed in the park.",
        "The club has never won the cup. It won the league in 1998.",
        "Smith did not play. Jones played for an hour.",
        "The first trial ended in 2010. The second trial began in 2012 and ended in 2013.",
        "Only one member voted against. Two members abstained.",
        "The tower is the tallest building in the city. The spire is the tallest church in the county.",
        "She was the first woman to climb it. He was the first Briton to climb it.",
        "The bill did not pass in 2019. It passed in 2021.",
        "His father died in 1980. His mother died in 1992.",
        "The ferry does not run in winter. In summer it runs every hour.",
        "Every shop on the High Street is open. Two shops on Mill Lane are closed.",
    ],
)
def test_two_things_are_told_apart(text: str) -> None:
    assert not checker.check(text, rules=_RULES).findings


@pytest.mark.parametrize(
    "text",
    [
        "The museum holds 12,000 coins. It is open all year. The museum holds 15,000 coins.",
        "The fire killed four people. The three people killed in the fire have been named.",
        "Poland hosts about 8,500 US soldiers. Today 10,000 US soldiers are based in Poland.",
        "The new bridge carries 4,000 cars a day. The bridge carries 9,000 cars a day.",
        "The club has 40 members. The club has 25 members.",
    ],
)
def test_one_thing_with_two_figures_is_a_conflict(text: str) -> None:
    assert checker.check(text, rules=_RULES).findings
