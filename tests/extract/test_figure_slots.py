from collections.abc import Callable

from tumen.extract.figure_slots import SlotReader
from tumen.extract.frame import Frame


def test_a_page_is_searched_once_for_people_places_and_times(
    frame_of: Callable[[str], Frame],
) -> None:
    reader = SlotReader.of(frame_of("In 2015 some 640 workers lived in Russia."))
    assert [m.name for m in reader.people.mentions] == ["NK workers"]
    assert [m.name for m in reader.places.mentions] == ["Russia"]
    assert len(reader.times.mentions) == 1
