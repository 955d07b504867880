"""Helpers that run inside the embedded interpreter.

Standard library only, and as little of that as can be at import: all of it counts in the
time from the start of a program to its first answer.
"""
