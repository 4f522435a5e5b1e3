# ruff: noqa: E501  (an article is easier to read on one line)
"""Small articles in twins: one contradicts itself, the other differs in a word or two and does not."""

import datetime as dt

import pytest

import checker

PUBLISHED = dt.date(2025, 6, 15)
TWINS = [
    (
        "conflicting-date",
        "The Alder Mill was completed in 1887 and gave work to 400 people. It spun cotton until the war. When the mill was finished in 1891, the town had doubled.",
        "The Alder Mill was completed in 1887 and gave work to 400 people. It spun cotton until the war. When the chimney was finished in 1891, the town had doubled.",
    ),
    (
        "conflicting-date",
        "Kestrel Foods was established in 2006 in a farm kitchen. It now employs 90 people. Its sauces are sold in six countries. Since the company was set up in 2009, it has never borrowed.",
        "Kestrel Foods was established in 2006 in a farm kitchen. It now employs 90 people. Its sauces are sold in six countries. Since its rival was set up in 2009, it has never borrowed.",
    ),
    (
        "conflicting-date",
        "The novelist Clara Hume died on 4 May 2019 in Bath. Her last book came out a year before. After her death in 2018, her letters went to the library.",
        "The novelist Clara Hume died on 4 May 2019 in Bath. Her last book came out a year before. After her death in 2019, her letters went to the library.",
    ),
    (
        "conflicting-date",
        "The Rialto cinema shut in 1978 after a fire. For years it stood empty. The closure of the cinema in 1983 left the town without a screen.",
        "The Rialto cinema shut in 1978 after a fire. For years it stood empty. The closure of the theatre in 1983 left the town without a stage.",
    ),
    (
        "conflicting-date",
        "The probe was launched in March 2011 and reached its orbit four years later. Its camera failed early. Since its launch in 2013 it has sent back 40,000 pictures.",
        "The probe was launched in March 2011 and reached its orbit four years later. Its camera failed early. Since its launch in 2011 it has sent back 40,000 pictures.",
    ),
    (
        "conflicting-date",
        "The recipe for the almond cake was published in 1961. It made the cook famous. The almond cake is older than most readers. The recipe, first printed in 1958, needs no flour.",
        "The recipe for the almond cake was published in 1961. It made the cook famous. The almond cake is older than most readers. The card, first printed in 1958, needs no stamp.",
    ),
    (
        "conflicting-date",
        "Lord Fenwick bought the estate in 1822. He planted the limes. The purchase of the estate in 1827 ruined the family.",
        "Lord Fenwick bought the estate in 1822. He planted the limes. The sale of the estate in 1887 ruined the family.",
    ),
    (
        "conflicting-date",
        "Dr Ines Falk joined the clinic in 2004. She treats children with asthma. Before Falk joined the clinic in 2007 she worked in Ghent.",
        "Dr Ines Falk joined the clinic in 2004. She treats children with asthma. Before Falk joined the board in 2007 she worked in Ghent.",
    ),
    (
        "conflicting-date",
        "The lighthouse, built in 1836, stands on a reef. Its lamp was changed in 1921. Sailors had asked for it for decades before the lighthouse was erected in 1846.",
        "The lighthouse, built in 1836, stands on a reef. Its lamp was changed in 1921. Sailors had asked for it for decades before the harbour was built in 1846.",
    ),
    (
        "conflicting-date",
        "The comet was discovered on 12 January 2020 by a school class. It is visible at dawn. Astronomers have followed the comet since its discovery in March 2020.",
        "The comet was discovered on 12 January 2020 by a school class. It is visible at dawn. Astronomers have followed the comet since its discovery in January 2020.",
    ),
    (
        "conflicting-date",
        "The tram line opened on 3 June 2014. Cyclists were unhappy. In its first year it carried two million people. The line, which opened in May 2015, has 14 stops.",
        "The tram line opened on 3 June 2014. Cyclists were unhappy. In its first year it carried two million people. The extension, which opened in May 2015, has 14 stops.",
    ),
    (
        "conflicting-date",
        "Mayor Greta Olsen resigned in October 2022 over the stadium. Her deputy took over. The resignation of Olsen in November 2022 came as a surprise.",
        "Mayor Greta Olsen resigned in October 2022 over the stadium. Her deputy took over. The resignation of the deputy in November 2022 came as a surprise.",
    ),
    (
        "conflicting-date",
        "The hospital was founded by nuns in 1871. It has 300 beds. The founders of the hospital were poor. It was founded in 1874, the year of the flood.",
        "The hospital was founded by nuns in 1871. It has 300 beds. The founders of the hospital were poor. It was enlarged in 1874, the year of the flood.",
    ),
    (
        "conflicting-date",
        "Construction of the stadium began in May 2016. The council paid half. Work on the stadium started in September 2017 after a court case.",
        "Construction of the stadium began in May 2016. The council paid half. Work on the car park started in September 2017 after a court case.",
    ),
    (
        "conflicting-date",
        "The treaty was signed on 8 April 1904. France gave up its claims. Historians still argue about the treaty. The signing of the treaty in April 1907 ended a long quarrel.",
        "The treaty was signed on 8 April 1904. France gave up its claims. Historians still argue about the treaty. The signing of the treaty in April 1904 ended a long quarrel.",
    ),
    (
        "conflicting-date",
        "The market hall burned down in 1905. Nobody was hurt. The town lost its pride. When the hall was destroyed by fire in 1908, the traders moved to the square.",
        "The market hall burned down in 1905. Nobody was hurt. The town lost its pride. When the church was destroyed by fire in 1908, the priest moved to the square.",
    ),
    (
        "conflicting-date",
        "Tom Roscoe, a farmer's son, was elected to parliament in 2001. He is 50. Roscoe, who was elected to parliament in 2005, sits on two committees.",
        "Tom Reyes is a farmer's son. Reyes was elected to parliament in 2001. Reyes, who was elected to the committee in 2005, has a farm.",
    ),
    (
        "conflicting-date",
        "The zoo's panda was born in July 2018. Visitors love it. The panda, born in August 2017, weighs 90 kilos.",
        "The zoo's panda was born in July 2018. Visitors love it. The panda's brother, born in August 2017, weighs 90 kilos.",
    ),
    (
        "event-order",
        "After the army he opened a bakery in Leith. He opened the bakery in 1998. The bakery closed in 1996, when the rent went up.",
        "After the army he opened a bakery in Leith. He opened the bakery in 1988. The bakery closed in 1996, when the rent went up.",
    ),
    (
        "event-order",
        "Nora Lind retired from the stage in 1979 and founded a theatre school in Turku. The school closed in 1975. She died in 2003.",
        "Nora Lind retired from the stage in 1979 and founded a theatre school in Turku. The school closed in 1995. She died in 2003.",
    ),
    (
        "event-order",
        "The epidemic began in October 1918 and killed 300 people in the valley. Schools were shut. It ended in March 1918, when the snow melted.",
        "The epidemic began in October 1918 and killed 300 people in the valley. Schools were shut. It ended in March 1919, when the snow melted.",
    ),
    (
        "event-order",
        "The company launched its first phone in 2009. Reviews were poor. The phone was discontinued in 2007 after 10,000 had been sold.",
        "The company launched its first phone in 2009. Reviews were poor. The phone was discontinued in 2011 after 10,000 had been sold.",
    ),
    (
        "event-order",
        "Rosa Vidal was born in 1931 in Cadiz. She married a fisherman. Vidal emigrated to Chile in 1929 and worked in a hotel.",
        "Rosa Vidal was born in 1931 in Cadiz. She married a fisherman. Vidal emigrated to Chile in 1949 and worked in a hotel.",
    ),
    (
        "event-order",
        "The trial opened on 12 May 2023. Forty witnesses were heard. The trial ended on 3 April 2023 with a fine.",
        "The trial opened on 12 May 2023. Forty witnesses were heard. The trial ended on 3 July 2023 with a fine.",
    ),
    (
        "event-order",
        "The festival was cancelled in 2020. The ship was laid down in 1939 in Belfast. The ship was launched in 1937 before a crowd of thousands.",
        "The festival was cancelled in 2020. The ship was laid down in 1935 in Belfast. The ship was launched in 1937 before a crowd of thousands.",
    ),
    (
        "event-order",
        "The museum acquired the vase in 2004. It is from Crete. The museum sold the vase in 2001 to pay for the roof.",
        "The museum acquired the vase in 2004. It is from Crete. The museum sold the vase in 2011 to pay for the roof.",
    ),
    (
        "event-order",
        "The couple divorced in 1988. They have three children. The couple married in 1990 in Rome.",
        "The couple divorced in 1988. They have three children. The couple married in 1980 in Rome.",
    ),
    (
        "event-order",
        "The patient was admitted on 14 March 2022 with a fever. Doctors found nothing. The patient was discharged on 9 March 2022.",
        "The patient was admitted on 14 March 2022 with a fever. Doctors found nothing. The patient was discharged on 19 March 2022.",
    ),
    (
        "event-order",
        "The striker joined the club in 2018. He scored 40 goals. The striker left the club in 2016 for Porto.",
        "The striker joined the club in 2018. He scored 40 goals. The striker left the club in 2021 for Porto.",
    ),
    (
        "event-order",
        "The bill was introduced in June 2019. It was much debated. The bill was passed in April 2019 by 40 votes to 12.",
        "The bill was introduced in June 2019. It was much debated. The bill was passed in October 2019 by 40 votes to 12.",
    ),
    (
        "event-order",
        "The expedition set off in May 1912. It had nine dogs. The expedition returned in March 1912 with two.",
        "The expedition set off in May 1912. It had nine dogs. The expedition returned in March 1913 with two.",
    ),
    (
        "event-order",
        "The firm was taken over in 2015. Anna Beck founded the firm in 2017 with a loan.",
        "The firm was taken over in 2015. Anna Beck founded the firm in 2007 with a loan.",
    ),
    (
        "event-order",
        "The poet was buried in June 1955 in the village. Thousands came. The poet died in August 1955 in Paris.",
        "The poet was buried in June 1955 in the village. Thousands came. The poet died in May 1955 in Paris.",
    ),
    (
        "event-order",
        "The outage started at midday on 4 May 2023. Shops had to close. By 3 May 2023 the outage was over.",
        "The outage started at midday on 4 May 2023. Shops had to close. By 5 May 2023 the outage was over.",
    ),
    (
        "event-order",
        "The scheme was scrapped in 2012. Few had used it. The scheme was introduced in 2014 by the coalition.",
        "The scheme was scrapped in 2012. Few had used it. The scheme was introduced in 2004 by the coalition.",
    ),
    (
        "negation-conflict",
        "No window was broken in the storm. The school stayed open. The two windows that the storm broke were mended on Monday.",
        "No window was broken in the storm. The school stayed open. The two fences that the storm broke were mended on Monday.",
    ),
    (
        "negation-conflict",
        "The couple had no children. They travelled a great deal. Their daughter, Elsa, became a vet.",
        "The couple had no children. They travelled a great deal. Their niece, Elsa, became a vet.",
    ),
    (
        "negation-conflict",
        "The philosopher Karl Ruus never married. His books were his company. His wife, Irene, typed all his manuscripts.",
        "The philosopher Karl Ruus never married. His books were his company. His sister, Irene, typed all his manuscripts.",
    ),
    (
        "negation-conflict",
        "No driver is exempt from the toll. It is paid at the bridge. Drivers with a disabled badge are exempt from the toll.",
        "No driver is exempt from the toll. It is paid at the bridge. Drivers with a disabled badge are exempt from the parking charge.",
    ),
    (
        "negation-conflict",
        "The bakery does not deliver. Orders are taken by phone. The bakery delivers to homes within five miles.",
        "The bakery does not deliver. Orders are taken by phone. The butcher delivers to homes within five miles.",
    ),
    (
        "negation-conflict",
        "Ada Clegg has never been to Japan. She paints from books. In 2016 Clegg went to Japan for a year.",
        "Ada Clegg has never been to Japan. She paints from books. In 2016 Clegg went to China for a year.",
    ),
    (
        "negation-conflict",
        "The council did not renew the lease. The club is looking for a new ground. The council renewed the lease in May.",
        "The council did not renew the lease. The club is looking for a new ground. The council renewed the permit in May.",
    ),
    (
        "negation-conflict",
        "The minister was not present at the signing. Her deputy was. The minister was present at the signing and shook hands.",
        "The minister was not present at the signing. Her deputy was. The minister was present at the dinner and shook hands.",
    ),
    (
        "negation-conflict",
        "The bridge has never been repaired. It is 90 years old. When the bridge was repaired in 1987, traffic was diverted.",
        "The bridge has never been repaired. It is 90 years old. When the tunnel was repaired in 1987, traffic was diverted.",
    ),
    (
        "negation-conflict",
        "The bank had not been warned. It acted too late. The bank was warned in June that the fund was empty.",
        "The bank had not been warned. It acted too late. The ministry was warned in June that the fund was empty.",
    ),
    (
        "negation-conflict",
        "The goalkeeper was not injured in the match. She played on. The goalkeeper, injured in the match, will miss the final.",
        "The goalkeeper was not injured in the match. She played on. The striker, injured in the match, will miss the final.",
    ),
    (
        "negation-conflict",
        "The vaccine is not available in the country. Doctors want it. The vaccine is available in the country at any pharmacy.",
        "The vaccine is not available in the country. Doctors want it. The vaccine is available in the capital of the neighbouring state.",
    ),
    (
        "negation-conflict",
        "Entry to the garden is not free. Dogs must stay outside. Entry to the garden is free.",
        "Entry to the house is not free. Dogs must stay outside. Entry to the garden is free.",
    ),
    (
        "negation-conflict",
        "The film was never shown in Spain. The censor saw to that. The film was shown in Spain in 1962.",
        "The film was never shown in Spain. The censor saw to that. The film was shown in Portugal in 1962.",
    ),
    (
        "negation-conflict",
        "None of the climbers survived. The news came on Friday. Two of the climbers survived the fall and were brought down.",
        "None of the climbers survived. The news came on Friday. Two of the guides survived the fall and were brought down.",
    ),
    (
        "negation-conflict",
        "Tilda Aho had no brothers or sisters. She read a great deal. Her younger brother, Max, took over the farm.",
        "Tilda Aho had no brothers or sisters. She read a great deal. Her younger cousin, Max, took over the farm.",
    ),
    (
        "negation-conflict",
        "The inspector found no faults. The lift was in use again by noon. The inspector found a fault in the brake.",
        "The inspector found no faults. The lift was in use again by noon. The mechanic found a fault in the brake.",
    ),
    (
        "negation-conflict",
        "The union has not accepted the offer. Talks go on. The union's acceptance of the offer ended the strike.",
        "The union has not accepted the offer. Talks go on. The employers' acceptance of the demand ended the strike.",
    ),
    (
        "negation-conflict",
        "The island has no airport. Visitors come by boat. The runway of the island's airport is short.",
        "The island has no airport. Visitors come by boat. The runway of the mainland's airport is short.",
    ),
    (
        "negation-conflict",
        "The village has no school. Children take the bus. The village school has 40 pupils.",
        "The village has no school. Children take the bus. The village hall has 40 chairs.",
    ),
    (
        "negation-conflict",
        "Rudd did not vote for the bill. He had doubts. Rudd voted for the bill in May.",
        "Rudd did not vote for the bill. He had doubts. Rudd voted against the bill in May.",
    ),
    (
        "uniqueness-conflict",
        "In 1974 Ella Grant became the first person to climb the north face. It took her two days. Maria Kolb, who climbed the north face in 1968, wrote the preface.",
        "In 1974 Ella Grant became the first person to climb the north face. It took her two days. Maria Kolb, who climbed the south face in 1968, wrote the preface.",
    ),
    (
        "uniqueness-conflict",
        "St Mary's is the oldest church in the town. It was built in 1240. St Anne's, the oldest church in the town, has a crooked spire.",
        "St Mary's is the oldest church in the town. It was built in 1240. St Anne's, the oldest chapel in the town, has a crooked spire.",
    ),
    (
        "uniqueness-conflict",
        "It is the first time that the firm has cut jobs. Managers are sorry. Three years after it cut 400 jobs in 2021, the firm had recovered.",
        "It is the first time that the firm has cut pay. Managers are sorry. Three years after it cut 400 jobs in 2021, the firm had recovered.",
    ),
    (
        "uniqueness-conflict",
        "The Esk Viaduct is the longest in the county. It has 30 arches. At 900 metres the Tarn Viaduct is the longest in the county.",
        "The Esk Viaduct is the longest in the county. It has 30 arches. At 900 metres the Tarn Tunnel is the longest in the country.",
    ),
    (
        "uniqueness-conflict",
        "The Ash Hall, completed in 1902, is the oldest in the district. It seats 300. The Corn Hall, across the river, was completed in 1875.",
        "The Ash Hall, completed in 1872, is the oldest in the district. It seats 300. The Corn Hall, across the river, was completed in 1875.",
    ),
    (
        "uniqueness-conflict",
        "Lena Moss is the only doctor in Arvik. She is on call day and night. Dr Paul Eide, the only doctor in Arvik, retires in May.",
        "Lena Moss is the only doctor in Arvik. She is on call day and night. Dr Paul Eide, the only dentist in Arvik, retires in May.",
    ),
    (
        "uniqueness-conflict",
        "Beck was the first goalkeeper to score in a final. That was in 2004. Ten years earlier, in 1994, the goalkeeper Ruiz had scored in a final.",
        "Beck was the first goalkeeper to score in a final. That was in 2004. Ten years later, in 2014, the goalkeeper Ruiz scored in a final.",
    ),
    (
        "duration-mismatch",
        "The strike began on 3 March 2022 and ended on 24 March 2022. Both sides were tired. The five-week strike cost the port $40m.",
        "The strike began on 3 March 2022 and ended on 24 March 2022. Both sides were tired. The three-week strike cost the port $40m.",
    ),
    (
        "duration-mismatch",
        "The siege lasted nine months, from May 1642 to August 1642. The walls held.",
        "The siege lasted three months, from May 1642 to August 1642. The walls held.",
    ),
    (
        "age-mismatch",
        "Born in 1948, Hugh Prior learned to fly at 16. He flew until 2009. Prior died in 2011 at the age of 72.",
        "Born in 1948, Hugh Prior learned to fly at 16. He flew until 2009. Prior died in 2011 at the age of 62.",
    ),
    (
        "age-mismatch",
        "Agnes Roe (1902–1985) was a baker. She died at 93.",
        "Agnes Roe (1902–1985) was a baker. She died at 83.",
    ),
    (
        "age-mismatch",
        "Lise Holm was born on 3 March 1990. She won gold in 2016, aged 30.",
        "Lise Holm was born on 3 March 1990. She won gold in 2016, aged 26.",
    ),
    (
        "age-mismatch",
        "Peter Vance was 25 when he founded the firm in 1999. He was born in 1964.",
        "Peter Vance was 25 when he founded the firm in 1989. He was born in 1964.",
    ),
    (
        "age-mismatch",
        "Mira Sol, who was born in 1955, took up running at 50, in 1995.",
        "Mira Sol, who was born in 1955, took up running at 50, in 2005.",
    ),
    (
        "age-mismatch",
        "The actress Joan Firth was born in May 1930 in Hull. In 1960, at 40, she gave up the stage.",
        "The actress Joan Firth was born in May 1930 in Hull. In 1970, at 40, she gave up the stage.",
    ),
    (
        "age-mismatch",
        "Omar Diaz was born in 1980. He became a father in 2004, when he was 34.",
        "Omar Diaz was born in 1980. He became a father in 2014, when he was 34.",
    ),
    (
        "age-mismatch",
        "Vera Lunn died on 2 May 2020. She was 91. Lunn was born in Ely on 7 June 1939.",
        "Vera Lunn died on 2 May 2020. She was 80. Lunn was born in Ely on 7 June 1939.",
    ),
    (
        "name-drift",
        "The architect Elena Marković drew the plans. The hall will cost £3m. “It will be light,” Ms Markowić said.",
        "The architect Elena Marković drew the plans. The hall will cost £3m. “It will be light,” Ms Marković said.",
    ),
    (
        "name-drift",
        "Fire chief Douglas Whitcombe led the team. They had to wait. Mr Whitcome thanked the public.",
        "Fire chief Douglas Whitcombe led the team. They had to wait. Mr Whitaker thanked the public.",
    ),
    (
        "name-drift",
        "Professor Amara Nwosu led the study. It took a year. Amara Nwozu said that more work was needed.",
        "Professor Amara Nwosu led the study. It took a year. Amara Nwosu said that more work was needed.",
    ),
    (
        "direction-mismatch",
        "Unemployment in the city dropped from 5.1% to 6.4% over the year.",
        "Unemployment in the city rose from 5.1% to 6.4% over the year.",
    ),
    (
        "direction-mismatch",
        "The number of wolves increased from 310 in 2019 to 280 in 2023.",
        "The number of wolves decreased from 310 in 2019 to 280 in 2023.",
    ),
    (
        "direction-mismatch",
        "The club cut its squad from 24 to 28 players.",
        "The club cut its squad from 28 to 24 players.",
    ),
    (
        "direction-mismatch",
        "Profit shrank from $4m to $6m in a year.",
        "Profit grew from $4m to $6m in a year.",
    ),
    (
        "direction-mismatch",
        "A drop in admissions from 800 to 950 surprised the managers.",
        "A rise in admissions from 800 to 950 surprised the managers.",
    ),
    (
        "weekday-mismatch",
        "The fair takes place on Saturday 14 June 2024 in the park.",
        "The fair takes place on Friday 14 June 2024 in the park.",
    ),
    (
        "weekday-mismatch",
        "The verdict was given on Tuesday, March 5, 2025.",
        "The verdict was given on Wednesday, March 5, 2025.",
    ),
]


def reported(text):
    return {
        finding.rule for finding in checker.check(text, "article.md", PUBLISHED).findings if finding.severity != "note"
    }


@pytest.mark.parametrize(("rule", "contradictory", "consistent"), TWINS)
def test_one_twin_is_reported_and_the_other_is_not(rule, contradictory, consistent):
    assert rule in reported(contradictory)
    assert not reported(consistent)
