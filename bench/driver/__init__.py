"""Builds and drives the benchmark: ``run.py`` is its command line."""
