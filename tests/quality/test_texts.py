from quality.learn.texts import (
    DENSE,
    FOLDERS,
    FURTHER,
    HARD,
    PRESS,
    is_dense,
    is_further,
    is_hard,
    load_texts,
)


def test_each_folder_is_known_by_the_names_of_its_texts() -> None:
    named = {folder: f"{next(folder.iterdir()).name}/a01-model" for folder in FOLDERS}
    told = ((is_hard, [HARD]), (is_further, [FURTHER]), (is_dense, [DENSE, PRESS]))
    for tells, folders in told:
        assert [each for each in FOLDERS if tells(named[each])] == folders


def test_no_two_texts_have_the_same_name() -> None:
    names = [text.name for text in load_texts()]
    assert len(names) == len(set(names)) > 0
