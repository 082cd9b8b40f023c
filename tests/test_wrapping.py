"""Lines that fit: English by words, Chinese by characters, numbers whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import width

from bot.terminal.wrapping import wrap


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("收入是1,200,000港元。", 12, ["收入是", "1,200,000港", "元。"]),
        ("你的答案：碩士學位。", 8, ["你的答", "案：碩士", "學位。"]),
        ("甲乙（丙丁）戊", 6, ["甲乙", "（丙", "丁）戊"]),
        ("a\nb", 8, ["a", "b"]),
        ("", 8, [""]),
        ("x" * 20, 8, ["xxxxxxxx", "xxxxxxxx", "xxxx"]),
    ],
)
def test_a_text_breaks_where_a_reader_expects_it(text: str, columns: int, lines: list[str]) -> None:
    assert wrap(text, columns) == lines


@given(st.text(alphabet="ab 1,.中文，。（）\n", max_size=200), st.integers(12, 80))
def test_nothing_is_lost_and_nothing_stands_out(text: str, columns: int) -> None:
    lines = wrap(text, columns, "> ", "  ")
    assert all(width(line) <= columns for line in lines)
    kept = "".join("".join(lines).split()).replace(">", "")
    assert kept == "".join(text.split())


@pytest.mark.parametrize(
    "address",
    ["https://www.gov.hk/en/nonresidents/visarequire/onlineservices/index.htm", "www.cdqq.gov.mo"],
)
def test_an_address_is_kept_on_one_line(address: str) -> None:
    lines = wrap(f"• [1] Immigration Department, {address} (read on a day)", 14, "  ", "    ")
    assert [line for line in lines if address in line] == [f"    {address}"]
    assert wrap(f"詳見{address}。", 8) == ["詳見", f"{address}。"]
