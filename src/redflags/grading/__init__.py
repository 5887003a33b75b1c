"""Grading of submitted notebooks: read as data, run only in a sandbox, compared outside it.

The way of a submission: `intake` finds it, `harvest` takes its answers without running anything, `sandbox` runs its
code where the key asks for values, `marks` holds both against the key, `results` keeps one JSON file of it, and one
process makes of these files what an instructor needs (`gradebook`, `sheets`, `report_html`, `summary_html`).
"""
