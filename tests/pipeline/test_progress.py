from tumen.pipeline.progress import Progress, tell_nobody


def test_a_report_to_nobody_is_taken_in_silence() -> None:
    assert tell_nobody(Progress(stage="read", done=0, total=1)) is None  # type: ignore[func-returns-value]  # the point


def test_counts_begin_at_nothing() -> None:
    progress = Progress(stage="read", done=1, total=2)

    assert (progress.pages, progress.claims, progress.refusals, progress.issues) == (
        0,
        0,
        0,
        0,
    )
