from pathlib import Path

import numpy as np
import pytest

from tests.extract.encoders import HEADER, some_arrays, write_encoder
from tumen.errors import CodebookError
from tumen.extract.encoder import gelu, load_encoder, packed


def test_gelu_is_x_times_the_normal_distribution() -> None:
    found = gelu(np.array([-1.0, 0.0, 1.0], dtype=np.float32))
    assert found == pytest.approx([-0.158655, 0.0, 0.841345], abs=1e-5)


def test_a_file_gives_back_what_was_packed_to_half_a_step(tmp_path: Path) -> None:
    arrays = some_arrays()
    encoder = load_encoder(write_encoder(tmp_path))
    assert encoder.header == HEADER
    for name, values in arrays.items():
        steps = np.abs(values).max(-1, keepdims=True) / 127
        assert (np.abs(encoder.arrays[name] - values) <= 0.51 * steps + 1e-6).all()


def test_whole_numbers_are_stored_for_matrices_alone() -> None:
    held = packed(some_arrays(), HEADER)
    assert held["word.weight"].dtype == np.int8
    assert held["state.bias"].dtype == np.float32


def test_rows_are_normed_and_depend_on_what_stands_around(tmp_path: Path) -> None:
    encoder = load_encoder(write_encoder(tmp_path))
    one, other = encoder.encode([3, 4]), encoder.encode([3, 5])
    assert one.shape == (4, 8)
    assert not np.allclose(one[1], other[1])
    assert np.allclose(encoder.encode([3, 4]), one)


def test_attention_is_a_weighted_mean_of_values(tmp_path: Path) -> None:
    encoder = load_encoder(write_encoder(tmp_path))
    rows = np.random.default_rng(1).normal(size=(3, 8)).astype(np.float32)
    query, key, value = (
        encoder.linear(f"0.{n}", rows).reshape(3, 2, 4)
        for n in ("query", "key", "value")
    )
    mean = np.zeros((3, 8), dtype=np.float32)
    for head in range(2):
        for row in range(3):
            scores = [query[row, head] @ key[k, head] / 2 for k in range(3)]
            parts = np.exp(scores) / np.exp(scores).sum()
            mean[row, head * 4 : head * 4 + 4] = parts @ value[:, head]
    assert np.allclose(
        encoder._attended(0, rows), encoder.linear("0.out", mean), atol=1e-5
    )


def test_a_file_with_half_an_encoder_says_what_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "encoder.npz"
    arrays = {n: a for n, a in some_arrays().items() if not n.startswith("0.wide")}
    np.savez(file, allow_pickle=False, **packed(arrays, HEADER))
    with pytest.raises(CodebookError, match=r"no whole encoder: 0\.wide"):
        load_encoder(file)


def test_a_file_with_flipped_bytes_says_so(tmp_path: Path) -> None:
    file = tmp_path / "encoder.npz"
    np.savez_compressed(file, allow_pickle=False, **packed(some_arrays(), HEADER))
    content = bytearray(file.read_bytes())
    content[80:120] = bytes(b ^ 0xFF for b in content[80:120])
    file.write_bytes(content)
    with pytest.raises(CodebookError, match=r"encoder\.npz"):
        load_encoder(file)


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_encoder_says_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "encoder.npz"
    file.write_bytes(content)
    with pytest.raises(CodebookError, match=r"encoder\.npz"):
        load_encoder(file)
