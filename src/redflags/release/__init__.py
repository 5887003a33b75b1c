"""An exercise's source to what students, instructors and graders get: `steps.py` lists what is done, in order."""
