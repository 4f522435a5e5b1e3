"""Running times are read in seconds; what may be a time of day is left out."""

import pytest

from checker.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "written", "seconds", "resolution"),
    [
        ("She won in 2:14:32 on Sunday.", "2:14:32", 8072, 0.5),
        ("He crossed the line in 4:07.62.", "4:07.62", 247.62, 0.005),
        ("She ran 1:58.4, her best.", "1:58.4", 118.4, 0.05),
    ],
)
def test_running_time(text, written, seconds, resolution):
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == written
    assert (found.value, found.unit) == (seconds, "second")
    assert found.resolution == pytest.approx(resolution)


@pytest.mark.parametrize(
    "text",
    [
        "at 4:07 pm",
        "at 10:15:30",
        "at 2:14:32 pm",
        "from 09:15 to 10:30",
        "on the line 12:34:56:78",
        "16:9",
        "v1:20.3.4",
    ],
)
def test_no_running_time(text):
    assert [found for found in find_quantities(text) if found.unit == "second"] == []
