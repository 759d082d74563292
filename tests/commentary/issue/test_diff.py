"""Differences: what is not new makes the old text, what is not gone the new one."""

from __future__ import annotations

from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st

from kordon.commentary.issue import Op, differences
from kordon.commentary.issue.diff import words

TEXT = st.text(st.sampled_from("ab Аў.,12 \n«»"), max_size=60)


@given(TEXT, TEXT)
def test_both_texts_can_be_made_of_the_runs(old: str, new: str) -> None:
    runs = words(old, new)
    assert "".join(r.text for r in runs if r.op is not Op.NEW) == old
    assert "".join(r.text for r in runs if r.op is not Op.GONE) == new


def test_only_parts_that_differ_are_told_in_reading_order(made: ModuleType) -> None:
    room = made.Room()
    body = "A first paragraph on the fence.\n\nA second one on the river.\n\nA third about the road."
    room.hand_in(made.file("en", body))
    old = room.revisions[room.text("en").current]
    new = room.edit(
        "en", "A second one on the river.", "Something else altogether, new.\n\nA second one on rivers."
    )
    assert [(c.part, c.number) for c in differences(old, new)] == [("paragraph", 2), ("paragraph", 3)]
    inserted, changed = differences(old, new)
    assert [r.op for r in inserted.runs] == [Op.NEW]
    assert [(r.op, r.text) for r in changed.runs if r.op is not Op.SAME] == [
        (Op.GONE, "the river"), (Op.NEW, "rivers"),
    ]  # fmt: skip
    assert differences(new, new) == ()


def test_the_first_revision_is_new_as_a_whole(made: ModuleType) -> None:
    first = made.Room().revision(made.file("en"))
    changes = differences(None, first)
    assert [c.part for c in changes] == ["trend", "headline", "lede", "paragraph", "sources"]
    assert {r.op for c in changes for r in c.runs} == {Op.NEW}
