"""A way through a case that its author wrote: steps and answers become a log."""

from __future__ import annotations

from typing import Any

from redflags.simulation.step import apply, initial

Json = dict[str, Any]


def path_log(case: Json, path: Json) -> tuple[list[Json], Json]:
    """Return the log of a path, and the state that it leads to.

    Each stage is answered when it is asked; an act that had to wait for an answer is then ordered again.
    """
    state = initial(case)
    log: list[Json] = []

    def enter(entry: Json) -> None:
        log.append(entry)
        apply(case, state, entry)

    def answer() -> bool:
        stage = state["asked"]
        given = path["stages"].get(stage) if stage else None
        if given is None:
            return False
        enter({"do": "stage", "stage": stage, **given})
        return True

    answer()
    for step in path["steps"]:
        if isinstance(step, str):
            entry = {"do": "order", "action": step}
        else:
            entry = {"do": "wait"} if step["wait"] == "next" else {"do": "wait", "minutes": step["wait"]}
        if state["ended"]:
            # Steps that nobody can take any more are left in, so that their refusal is seen.
            answer()
        enter(entry)
        while not state["ended"] and answer():
            enter(entry)
    while answer():
        pass
    return log, state
