"""Generates over the standard library and over large typed packages from PyPI.

`python -m tools.corpus` is `make corpus`. Nothing in there may crash the generator, all that it
writes has to compile and pass `go vet`, and how much of each package is typed in Go is written
into docs/reference/coverage.md.

The packages are those of manifest.txt, in an environment in the cache; so are the Go packages.
"""
