"""Simulated data for exercises: seeded, in plain Python; what they rest on is passed in from the evidence register."""
