"""Choose the rule by the item's type and apply it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redflags.marking import (
    bow_tie,
    drag_and_drop_cloze,
    drop_down_cloze,
    extended_matching,
    free_text,
    grouping,
    highlight,
    image_hotspot,
    key_feature,
    matrix_multiple_choice,
    matrix_multiple_response,
    numeric,
    ordered_response,
    rationale,
    script_concordance,
    select_all,
    select_n,
    single_best_answer,
)

if TYPE_CHECKING:
    from redflags.marking.result import Mark

_RULES = {
    "single-best-answer": single_best_answer.mark,
    "select-all": select_all.mark,
    "select-n": select_n.mark,
    "matrix-multiple-choice": matrix_multiple_choice.mark,
    "matrix-multiple-response": matrix_multiple_response.mark,
    "drop-down-cloze": drop_down_cloze.mark,
    "drop-down-table": drop_down_cloze.mark,
    "rationale": rationale.mark,
    "grouping": grouping.mark,
    "highlight-text": highlight.mark,
    "highlight-table": highlight.mark,
    "bow-tie": bow_tie.mark,
    "drag-and-drop-cloze": drag_and_drop_cloze.mark,
    "ordered-response": ordered_response.mark,
    "extended-matching": extended_matching.mark,
    "key-feature": key_feature.mark,
    "numeric": numeric.mark,
    "image-hotspot": image_hotspot.mark,
    "script-concordance": script_concordance.mark,
    "free-text": free_text.mark,
}
SELF_MARKED = frozenset({"free-text"})
"""Types whose marks the learner gives; they are added up apart from the others."""


def mark(item: dict[str, Any], response: Any) -> Mark:
    """Mark a response to a compiled item.

    Parameters
    ----------
    item
        An item as the build writes it (`redflags.model.compiled`).
    response
        What the learner answered, in the shape of the item's type; `None` or an empty value is a blank.

    Raises
    ------
    ResponseError
        The response is not one that the item's player can give.
    """
    return _RULES[item["type"]](item, response)
