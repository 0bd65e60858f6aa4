from quality.learn.texts import FURTHER, HARD, TRAINING, is_further, is_hard, load_texts

FOLDERS = (TRAINING, HARD, FURTHER)


def test_each_folder_is_known_by_the_names_of_its_texts() -> None:
    named = {folder: f"{next(folder.iterdir()).name}/a01-model" for folder in FOLDERS}
    assert [folder for folder in FOLDERS if is_hard(named[folder])] == [HARD]
    assert [folder for folder in FOLDERS if is_further(named[folder])] == [FURTHER]


def test_no_two_texts_have_the_same_name() -> None:
    names = [text.name for text in load_texts()]
    assert len(names) == len(set(names)) > 0
