# ruff: noqa: E501  (an article is easier to read on one line)
"""Small articles about events: what cannot both have happened is found, and everything else is left alone."""

import datetime as dt

import pytest

import checker

PUBLISHED = dt.date(2025, 6, 15)
RULES = ("conflicting-date", "event-order", "negation-conflict", "uniqueness-conflict")

FIRING = [
    (
        "conflicting-date",
        "The funicular, which has carried visitors since it opened in 1903, is steep.\n\nThe funicular opened in 1897 to carry slate.",
    ),
    (
        "conflicting-date",
        "The company was founded by two sisters in 1974. The founding of the company in 1979 made the local papers.",
    ),
    (
        "conflicting-date",
        "The old gate is lifted out. It had held back the river from the day of its opening in 2007.\n\nThe gate opened in 2009.",
    ),
    (
        "conflicting-date",
        "When the valves of the Arden corridor were opened in May 2014, it rained.\n\nThe pipeline came into service in 2012.",
    ),
    ("conflicting-date", "The 2016 Arosa summit was a failure. Held in May 2015, the Arosa summit lasted three days."),
    (
        "conflicting-date",
        "# Harbour Museum\n\n- Opened: 1998\n- Staff: 12\n\nThe Harbour Museum opened in 1989 in a warehouse.",
    ),
    (
        "conflicting-date",
        "The comet was discovered on 14 February 2020. Its discovery, on 19 February 2020, was confirmed by two observatories.",
    ),
    (
        "conflicting-date",
        "The hotel closed in 1990. Guests still recall the closure of the hotel, in 1994, with regret.",
    ),
    ("conflicting-date", "The bridge opened in 1931. The bridge was not opened until 1937."),
    (
        "conflicting-date",
        "Ferrand stepped down as chairman in March 2024. Since Ferrand's resignation in May 2024 the shares have gained 8%.",
    ),
    (
        "conflicting-date",
        "The comet was discovered by an amateur in Osaka on 14 February 2020. It was discovered on 19 February 2020.",
    ),
    (
        "conflicting-date",
        "The ferry sank in the storm of January 1903. The sinking of the ferry in 1905 shocked the town.",
    ),
    ("conflicting-date", "The museum welcomed its first visitors in 1974. The museum opened in 1978."),
    ("conflicting-date", "The museum first welcomed the public in 1974. The museum opened in 1978."),
    ("conflicting-date", "The market burned to the ground in 1912. The market was gutted by fire in 1921."),
    ("conflicting-date", "The bells were cast in 1733. The bells, which were made in 1753, weigh four tonnes."),
    ("conflicting-date", "The clinic began taking patients in 2003. The clinic opened in 2006."),
    ("conflicting-date", "The school took in its first pupils in 1903. The school opened in 1906."),
    ("conflicting-date", "The tunnel has been open since 1991. The tunnel opened in 1993."),
    (
        "event-order",
        "The goalkeeper was discharged from hospital on 9 May 2025. The goalkeeper was taken to hospital on 12 May 2025.",
    ),
    ("event-order", "Anna Brandt resigned as treasurer in June 2019. Brandt was made treasurer in October 2019."),
    ("event-order", "The factory shut for good in 1988. The factory was set up in 1991."),
    ("event-order", "The library was pulled down in 1969. The library opened its doors in 1974."),
    ("event-order", "The ferry sank in January 1903. The ferry was launched at Greenock in 1907."),
    ("event-order", "Ministers scrapped the toll in 2015. The toll had been brought in in 2017."),
    ("event-order", "Voters rejected the plan in 2016. The mayor first put the plan forward in 2018."),
    ("event-order", "The submarine was scrapped in 1979. The submarine entered service in 1983."),
    ("event-order", "The patent was granted in 1869. Ames applied for the patent in 1872."),
    ("event-order", "The strike was called off on 21 November 2024. The strike began on 25 November 2024."),
    ("event-order", "Mrs Petrie sold the hotel in 1998. Petrie had bought the hotel in 2001."),
    ("event-order", "The fire was put out at noon on 3 May 2025. The fire broke out on 4 May 2025."),
    ("event-order", "The prisoners were freed in 1944. The prisoners were captured in 1945."),
    ("event-order", "The book was translated into Dutch in 1950. The book was first published in 1955."),
    ("event-order", "The statue was unveiled in 1902. The statue was commissioned in 1905."),
    ("event-order", "The company went bankrupt in 2009. The company was founded in 2012."),
    ("event-order", "The museum moved to Mill Lane in 1920. The museum was founded in 1924."),
    ("event-order", "The bank was taken over in 2010. The bank was set up in 2013."),
    ("event-order", "The treaty was ratified in 1920. The treaty was signed in 1922."),
    ("event-order", "The inquest ended on 3 May 2025. The inquest opened on 12 May 2025."),
    ("event-order", "The cathedral was consecrated in 1220. Building of the cathedral started in 1250."),
    ("event-order", "The couple divorced in 1990. The couple married in 1994."),
    ("event-order", "Petra Moss graduated from the college in 1999. Moss enrolled at the college in 2002."),
    ("event-order", "The ban was lifted in 2001. The ban was imposed in 2004."),
    ("event-order", "The satellite burned up in 2011. The satellite was launched in 2014."),
    ("event-order", "The king abdicated in 1830. The king was crowned in 1834."),
    (
        "negation-conflict",
        "The council has yet to publish the report. The council published the report in March 2025.",
    ),
    ("conflicting-date", "The Gate is a 1917 drama film. The Gate is a 1957 film by Ada Poll."),
    ("event-order", "The dam was completed in 1962. Construction of the dam began in 1964."),
    ("event-order", "She applied for a licence in June 2015; the office had granted it in February 2014."),
    (
        "event-order",
        "The bid was announced on 4 November 2025. Shareholders backed the takeover at a meeting on 17 October 2025.",
    ),
    (
        "event-order",
        "The first stone of the pier was laid in 1974. The king declared the bridge open to traffic in August 1972.",
    ),
    ("event-order", "| Director | From | To |\n|---|---|---|\n| A. Bell | 1999 | 2004 |\n| C. Dole | 2009 | 2006 |"),
    ("event-order", "The painting was stolen in 1990. The painting was recovered in 1988."),
    ("conflicting-date", "The pool opened in April 1968. Swimmers have used the pool since its inauguration in 1971."),
    ("event-order", "The ship was launched in 1911 and sank in 1909."),
    ("event-order", "Elena Ruiz was born in Cadiz in 1950. Ruiz graduated from the university in 1948."),
    ("event-order", "The orchestra was founded in 1950. In 1948 the orchestra won a prize in Graz."),
    (
        "event-order",
        "Thirty firms volunteered for the pilot, which started in May 2024. By the time the pilot came to an end, in March 2024, two had left.",
    ),
    (
        "negation-conflict",
        "Maya Lindqvist has never visited Chile. Lindqvist visited Chile in 2014 to study the desert.",
    ),
    (
        "negation-conflict",
        "None of those sanctions has been lifted. The lifting in May of the ban on flights brought tourists back.",
    ),
    (
        "negation-conflict",
        "Neither side has signed the agreement. The agreement, which both sides signed in Geneva, has nine articles.",
    ),
    (
        "negation-conflict",
        "The clinic has not closed. Since the closure of the clinic in June, patients have travelled to Harnby.",
    ),
    ("negation-conflict", "Nobody died in the crash. A nurse, Ada Poll, died in the crash."),
    (
        "negation-conflict",
        "The two firms never merged. After the merger of the two firms in 2008, half of the staff left.",
    ),
    (
        "uniqueness-conflict",
        "Marn Tower is the tallest building in the city. At 210 metres, Crown House is the tallest building in the city.",
    ),
    ("uniqueness-conflict", "This is the minister's first visit to Cairo. It is her third visit to Cairo."),
    (
        "uniqueness-conflict",
        "It is Calder's first acquisition, and a bold one. Calder's purchase of Lumen Optics in 2022 went well.",
    ),
]

DECIDED = [
    "# Council approves plan for 40 homes\n\nCouncillors rejected the plan for 40 homes at Mill Lane on Monday.",
    "# Planners throw out hillside turbines\n\nBy eight votes to five they granted permission for the nine turbines.",
    "# Jury clears nurse of theft\n\nThe nurse, Ida Brown, was convicted of theft after a trial of nine days.",
    "Ms Ode was found guilty of fraud on Monday. The jury found Ms Ode not guilty of fraud.",
    "The union accepted the offer.\n\nThe union rejected the offer on Friday.",
    "Parliament passed the bill in May. The bill was defeated in parliament in May.",
]

DECIDED_ANEW = [
    "# Council approves plan for 40 homes\n\nCouncillors had rejected the plan for 40 homes in May.",
    "# Council approves plan for 40 homes\n\nCouncillors rejected the first plan for 40 homes.",
    "# Inspector approves plan for 40 homes\n\nCouncillors approved the plan. They rejected the plan for 90 homes.",
    "The council rejected the plan for the bridge in 2019. The council approved the plan for the bridge.",
    "The council rejected the plan for the bridge, and the minister approved the plan for the bridge.",
    "The council rejected the plan for the bridge. The minister approved the plan for the bridge.",
    "The council rejected the plan for the bridge. The council approved the plan for the tower.",
    "Ida Brown was convicted of theft. Carl Dole was acquitted of theft.",
    "# Nurse convicted of fraud\n\nThe jury convicted the nurse of fraud and acquitted her of theft.",
    "The council may reject the plan for the bridge. The council approved the plan for the bridge.",
]

UNIQUE = [
    "St Wyn is the oldest church in the diocese, begun in 1094.\n\nSt Ruth is older than any other church in the diocese.",
    "The beet factory at Holm is the biggest in the country.\n\nThey prefer Crow, the country's largest beet factory.",
    "Dr Banks was the only survivor of the 1956 air crash.\n\nGreta Holm, the other survivor, ran a hotel.",
    "Dr Banks was the sole survivor of the air crash.\n\nThe two survivors of the air crash still write letters.",
]

NOT_UNIQUE = [
    "St Wyn is the oldest church in the diocese.\n\nSt Ruth is older than any other church in the town.",
    "St Wyn is the oldest church that has a spire.\n\nSt Ruth is older than any other church in the diocese.",
    "Dr Banks was the only survivor of the air crash.\n\nThe two survivors of the ferry crash still write letters.",
    "St Wyn is the oldest church in the diocese.\n\nSt Ruth is older than St Wyn's other church.",
]

SILENT = [
    "The museum opened in 1898, closed in 1940 and reopened in 1998.",
    "The old bridge opened in 1931. The new bridge opened in 1998.",
    "The science museum opened in 1998. The art museum opened in 1996.",
    "A bakery opened in Leeds in 1998. Another bakery opened in York in 2001.",
    "SR 319 was established in 1932. SR 118 was established in 1950.",
    "The festival began on 3 May 2024. The festival began on 5 May 2023.",
    "The band released the album in 2010. The band released its second album in 2012.",
    "The school was founded in 1890 and moved to Mill Lane in 1920. In 1950 the school moved to Hill Road.",
    "The firm launched the app in 2012. It launched the app in Japan in 2014.",
    "The museum closed in March 2020. It reopened in June. The museum closed for good in 2023.",
    "She left the party in 2004. She joined the party in 2010.",
    "Smith was arrested in 2010 for theft. Smith was convicted of assault in 2008.",
    "Christian Benteke was born in Kinshasa in 1990. Christian Benteke was born before 1991.",
    "Poland joined the alliance in 1999. Croatia joined the alliance in 2009.",
    "The 2003 film was a success. The 2008 film was not.",
    "In July 2014 the union launched a process for naming planets. In December 2012 the union announced a prize.",
    "The plan was announced in 2019. The station was opened in 2021.",
    "The pilot started in May 2024. It will end in September 2026.",
    "The council had not sold the hall by May. It has since sold the hall.",
    "The council says it has not sold the hall. Neighbours say the council sold the hall in 2021.",
    "The two companies have not signed a contract yet. They signed a contract in May.",
    "The road was not closed by the flood. The road was closed for repairs in 2019.",
    "The company did not publish its accounts for 2019. The company published its accounts for 2020.",
    "Ferrand resigned in May 2024. Moss resigned in June 2024.",
    "The bridge was not open until 1990. The bridge was not opened before 1990.",
    "The ferry sank in the storm of January 1903. A new ferry was launched in 1904.",
    "The gallery first welcomed visitors in 1974. The gallery reopened in 1978.",
    "The museum welcomed visitors in 1974. The museum opened in 1970.",
    "Petrie was elected to the council in 2012. Petrie won a seat in parliament in 2019.",
    "The road reopened on 3 June 2025. The road was closed again on 5 June 2025.",
    "The club was relegated in 2011. The club was promoted in 2014 and relegated in 2016.",
    "The suspect was charged on 3 May 2025. The suspect was arrested in April 2025.",
    "The book was translated into Dutch in 1950. A second edition of the book was published in 1955.",
    "The hotel was sold in 1998. The hotel was bought by a bank in 2001.",
    "The factory closed in 1988. A new factory was set up in 1991.",
    "The inquest ended on 3 May 2025. An inquest into the other death opened on 12 May 2025.",
    "The council had yet to publish the report. The council published the report in March 2025.",
    "The council has yet to publish the report. The council published a summary in March 2025.",
    "The treaty was not signed in Lisbon. The treaty was signed in Madrid.",
    "Nobody died in the crash. Her father died in 1990.",
    "She did not return to England for twenty years. She returned to England with a fortune.",
    "He does not look like a rich man. He looks like a man who has lost his glasses.",
    "Do not share the file. The team shared the file.",
    "Files that are never used by the site can go. Any files that are used by the site stay.",
    "You can move on once you know why. If you do not know why, you cannot move on.",
    "Marn Tower is one of the tallest buildings in the city. Crown House is the tallest building in the city.",
    "Marn Tower is the tallest building in the city. Crown House is the tallest building in the region.",
    "His first visit to Cairo was in 2010. His second visit to Cairo came in 2015.",
    "Ada Bell is the first woman to lead the bank. Carl Dole is the first Scot to lead the bank.",
    "It is the club's first title since 2015. The club won the title in 2009.",
    "Marn Tower was the tallest building in the city until 1990. Crown House is the tallest building in the city.",
]


def found(text: str) -> list[str]:
    report = checker.check(text, published=PUBLISHED)
    return [finding.rule for finding in report.findings if finding.rule in RULES]


@pytest.mark.parametrize(("rule", "text"), FIRING, ids=[text[:40] for _, text in FIRING])
def test_what_cannot_both_be_true_is_found_once(rule, text):
    assert found(text) == [rule]


@pytest.mark.parametrize("text", SILENT, ids=[text[:40] for text in SILENT])
def test_what_can_both_be_true_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize("text", DECIDED, ids=[text[:40] for text in DECIDED])
def test_one_matter_has_one_outcome(text):
    assert found(text) == ["negation-conflict"]


@pytest.mark.parametrize("text", DECIDED_ANEW, ids=[text[:40] for text in DECIDED_ANEW])
def test_what_others_decide_or_what_is_decided_anew_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize("text", UNIQUE, ids=[text[:40] for text in UNIQUE])
def test_there_is_only_one(text):
    assert found(text) == ["uniqueness-conflict"]


@pytest.mark.parametrize("text", NOT_UNIQUE, ids=[text[:40] for text in NOT_UNIQUE])
def test_there_may_be_one_of_each(text):
    assert found(text) == []
