"""Pages of an invented press, and what is said about them."""

from datetime import date

from tumen.records.press import Press, PressClaim, PressPage


def test_a_label_without_numbers_fills_none() -> None:
    label = PressClaim(
        fact="strike",
        origin="o1",
        anchor="Men stopped work.",
        at=0,
        quote="Men stopped work",
        kind="event",
        element="event.strike",
        speaker="article",
        speaker_kind="author",
    )
    assert (label.low, label.best, label.high, label.unit) == (None, None, None, None)
    assert label.anchor[label.at :].startswith(label.quote)


def test_a_press_is_marked_as_invented() -> None:
    page = PressPage(
        name="1.txt",
        content="Invented.",
        title="A day",
        host="Larch Wire",
        original="Larch Wire",
        first=date(2007, 1, 1),
        last=date(2007, 1, 1),
        certainty="day",
        language="en",
    )
    press = Press(
        codebook="dprk-labour",
        scenario="small",
        seed=1,
        pages=(page,),
        origins=(),
        series=(),
        leaks=(),
    )
    assert press.notice.startswith("INVENTED")
    assert press.pages[0].origin_doc is None
