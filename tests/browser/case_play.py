"""Plays a virtual patient in its player, as a learner would: by mouse, or by keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Json = dict[str, Any]
DAY, HOUR, QUARTER = 1440, 60, 15
LONG = 2880
"""A longer story is waited through in days."""

FAST = (Path(__file__).parent / "play_case.js").read_text(encoding="utf-8").partition("\n")[2].rstrip().rstrip(";")


def duration(minutes: int) -> str:
    """Return the name of a button for waiting."""
    if minutes % DAY == 0:
        return "1 day"
    return f"{minutes // HOUR} h" if minutes % HOUR == 0 else f"{minutes} min"


class Player:
    """One mounted case."""

    def __init__(self, page: Page, case: Json) -> None:
        self.page = page
        self.case = case
        self.root = page.locator(".rf-pt")
        self.sheet = self.root.locator(".rf-pt-sheet")
        self.texts = {each["id"]: each["text"] for each in case["diagnoses"]}
        self.labels = {each["id"]: each["label"] for each in case["actions"]}

    def begin(self) -> None:
        """Leave the start screen."""
        self.root.get_by_role("button", name="Begin").click()

    def show(self, view: str) -> None:
        """On a narrow screen, show one of the three views."""
        button = self.root.locator(".rf-pt-views").get_by_role("button", name=view)
        if button.is_visible():
            button.click()

    def act(self, action: str) -> Locator:
        """Return the button of an act."""
        return self.root.locator(".rf-pt-act", has=self.page.get_by_text(self.labels[action], exact=True))

    def order(self, action: str) -> None:
        """Order an act."""
        self.show("Ask and order")
        self.act(action).click()

    def wait(self, minutes: int | str) -> None:
        """Wait, in the steps that there are buttons for; to the next quarter of an hour."""
        group = self.root.get_by_role("group", name="Wait")
        if minutes == "next":
            group.get_by_role("button", name="Next result").click()
            return
        longest = DAY if self.case["limit"] > LONG else 4 * HOUR
        rest = int(minutes)
        for step in (longest, HOUR, QUARTER):
            while rest >= step or (step == QUARTER and rest > 0):
                if self.sheet.is_visible():
                    return
                group.get_by_role("button", name=f"Wait {duration(step)}").click()
                rest -= step

    def answer(self, answer: Json) -> None:
        """Rank and submit the stage that is asked."""
        sheet = self.sheet
        for place in range(1, 6):
            slot = sheet.get_by_role("button", name=re.compile(f"^Rank {place}:"))
            if slot.count() and "empty" not in (slot.get_attribute("class") or ""):
                slot.focus()
                self.page.keyboard.press("Delete")
        tray = sheet.get_by_role("group", name="Diagnoses")
        for place, diagnosis in enumerate(answer["ranks"], 1):
            tray.get_by_role("button", name=self.texts[diagnosis], exact=True).click()
            sheet.get_by_role("button", name=re.compile(f"^Rank {place}:")).click()
        sheet.get_by_role("spinbutton").fill(str(answer["cancer"]))
        sheet.get_by_role("button", name=re.compile("^That is my")).click()

    def stage(self) -> str | None:
        """Return the stage that is asked."""
        title = self.sheet.locator(".rf-pt-title")
        if not title.is_visible():
            return None
        identifier = title.get_attribute("id") or ""
        return identifier.rsplit("-", 1)[-1]

    def answer_all(self, stages: Json) -> None:
        """Answer whatever is asked, up to the debrief."""
        while stage := self.stage():
            if stage == "pause":
                self.sheet.get_by_role("textbox").fill("Nothing that I can name.")
                self.sheet.get_by_role("button", name="To my last word").click()
            elif stage == "sentence":
                self.sheet.get_by_role("textbox").fill("Somebody with back pain.")
                self.sheet.get_by_role("button", name="To the debrief").click()
            else:
                self.answer(stages[stage])

    def play(self, path: Json) -> None:
        """Play a path of the case's author from the start screen to the debrief."""
        self.begin()
        self.answer_all(path["stages"])
        for step in path["steps"]:
            if isinstance(step, str):
                self.order(step)
            else:
                self.wait(step["wait"])
            self.answer_all(path["stages"])

    def play_fast(self, path: Json) -> None:
        """Play a path the same way, from within the page: for many cases."""
        self.page.evaluate(FAST, {"case": self.case, "path": path})
