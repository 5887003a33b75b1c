"""What the register expects of a tumour in a room of the spine: before it presses anything, and once it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from redflags.labs.lab import Source

Json = dict[str, Any]

_ALL = ["extradural", "intradural", "intramedullary"]
_OUTSIDE = ["extradural", "intradural"]
_CORD = ["cord", "tip"]
_EVERYWHERE = ["cord", "tip", "roots"]


def findings(source: Source) -> list[Json]:
    """Return every finding with the rooms, the contents of the canal and the moment to which it belongs."""
    words = source.words

    def finding(
        heading: str,
        says: str,
        evidence: Sequence[str],
        rooms: Sequence[str],
        insides: Sequence[str],
        *,
        when: str = "pressed",
        high: bool = False,
    ) -> Json:
        for entry in evidence:
            source.entry(entry)
        return {
            "heading": heading,
            "says": says,
            "evidence": list(evidence),
            "rooms": list(rooms),
            "insides": list(insides),
            "when": when,
            "high": high,
        }

    return [
        finding(
            "Pain",
            "As a rule long before the rest: in a Scottish audit of cord compression pain had lasted a median "
            + words("RF-MSC-10", "{pain_median_days} days at diagnosis, ")
            + words("RF-MSC-11", "weakness {weakness_median_days} and changed feeling {sensory_median_days}."),
            ["RF-MSC-10", "RF-MSC-11"],
            ["extradural"],
            _CORD,
            when="always",
        ),
        finding(
            "Pain",
            "In one series root pain was predominant with metastases in the lumbar area.",
            ["pain-radicular-153"],
            ["extradural"],
            ["roots"],
            when="always",
        ),
        finding(
            "First complaint",
            words("schwannoma-sweden", "In Sweden pain with a schwannoma ({pain}), ")
            + words("meningioma-sweden", "a loss of power with a meningioma ({motor})."),
            ["schwannoma-sweden", "meningioma-sweden"],
            ["intradural"],
            _EVERYWHERE,
            when="always",
        ),
        finding(
            "First complaint",
            "Weakness, in most reported metastases within the cord.",
            ["im-mets-outcome"],
            ["intramedullary"],
            _CORD,
            when="always",
        ),
        finding(
            "Power, tone, reflexes",
            "Floppy weakness at its level; below it stiffness and brisk reflexes, often on both sides alike.",
            ["EX-UMN-01"],
            _ALL,
            _CORD,
        ),
        finding(
            "Power, tone, reflexes",
            "Floppy weakness and weak or absent reflexes, often on one side more than the other.",
            ["EX-UMN-01", "RF-MSC-24"],
            _OUTSIDE,
            ["roots"],
        ),
        finding(
            "Feeling",
            "Numbness tends to begin in the feet and to climb towards the tumour.",
            ["anat-sensory-pattern"],
            _OUTSIDE,
            _CORD,
        ),
        finding(
            "Feeling",
            "Pain and temperature may go first, and the saddle may be spared.",
            ["anat-sensory-pattern"],
            ["intramedullary"],
            _CORD,
        ),
        finding(
            "Feeling",
            "Numbness or pins and needles between the inner thighs or in the genitals, numb buttocks, a changed "
            "feeling when wiping.",
            ["HX-WORD-02"],
            _OUTSIDE,
            ["roots"],
        ),
        finding(
            "Bladder and bowel",
            "Both may fail. With damage at T12 or above the bowel usually keeps its reflex.",
            ["RF-MSC-01", "NC-BOWEL-02"],
            _ALL,
            ["cord"],
        ),
        finding(
            "Bladder and bowel",
            "A small tumour can hurt all their segments at once. With damage at T12 or below the bowel may go slack.",
            ["anat-lumbar-segments", "NC-BOWEL-03"],
            _ALL,
            ["tip"],
        ),
        finding(
            "Bladder, bowel, sex",
            "Trouble to start or to hold urine, no feeling as it passes, leaking, a change in erection, ejaculation or "
            "feeling during sex.",
            ["HX-WORD-02"],
            _OUTSIDE,
            ["roots"],
        ),
        finding(
            "Later",
            words("T-NURS-08", "With a lesion at or above T{level} sudden high blood pressure: autonomic dysreflexia."),
            ["T-NURS-08"],
            _ALL,
            ["cord"],
            high=True,
        ),
        finding(
            "How fast",
            "In somebody who has or had cancer, weakness, numbness, an unsteady walk, bladder or bowel trouble or root "
            "pain is a call at once.",
            ["RF-MSC-01"],
            _ALL,
            _CORD,
            when="touched",
        ),
        finding(
            "How fast",
            words(
                "RF-CES-06",
                "Signs of a pressed cauda equina are an emergency in anybody: MRI within {mri_limit} hours of the "
                "request.",
            ),
            ["RF-CES-06"],
            _OUTSIDE,
            ["roots"],
            when="touched",
        ),
        finding(
            "What the signs can't tell",
            words(
                "RF-MSC-21",
                "The level of numbness was four or more segments below the compression in "
                "{sensory_level_too_low_percent} and two or more above it in {sensory_level_too_high_percent}; ",
            )
            + words(
                "anat-time-to-diagnosis", "in {n} people first symptoms did not tell inside the cord from outside."
            ),
            ["RF-MSC-21", "anat-time-to-diagnosis"],
            _ALL,
            _CORD,
        ),
    ]
