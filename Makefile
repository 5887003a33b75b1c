# The only commands to know: book · html · live · print · exercises · check · test · nightly · bench · clean. Needs Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A Python that writes no byte code compiles every library anew at each start: twice as slow.
unexport PYTHONDONTWRITEBYTECODE
export PATH := $(CURDIR)/$(BIN):$(PATH)
SOURCES := $(shell find src/redflags -name '*.py' -not -path '*/static/*')
FRONTEND := $(shell find frontend -type f -not -path '*/node_modules/*' -not -path '*/generated/*')

.DEFAULT_GOAL := help
.PHONY: help book html live print exercises check test nightly bench clean frontend lock setup

help:
	@echo "make book    build the course and serve it"
	@echo "make html    build only"
	@echo "make live    build, serve, rebuild whenever a file is saved"
	@echo "make print   make the PDF and the e-book (_build/print)"
	@echo "make exercises  make the exercises' notebooks and keys (_build/exercises)"
	@echo "make check   say what is wrong with the content"
	@echo "make test    set up and run every test"
	@echo "make nightly every test in full: what make test samples, and what is slow"
	@echo "make bench   measure this course beside its peers"
	@echo "make clean   remove what the build made (the environment stays)"

book: html
	@$(BIN)/redflags serve

html: frontend
	@$(BIN)/redflags compile
	@$(BIN)/redflags html
	@$(MAKE) --silent _build/.released
	@$(BIN)/redflags lite
	@$(MAKE) --silent _build/.published

live: frontend
	@$(BIN)/redflags compile
	@$(BIN)/redflags live

print: $(VENV)/.tested frontend
	@$(BIN)/python -m redflags.chromium
	@$(BIN)/redflags print

exercises: frontend
	@$(BIN)/redflags release
	@touch _build/.released

check: $(VENV)/.built
	@$(BIN)/redflags check

test: $(VENV)/.tested html
	@$(BIN)/python -m redflags.chromium
	@$(BIN)/python -m redflags.grading.bubblewrap
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	cd frontend && npm run --silent check && npm test --silent
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

nightly: $(VENV)/.tested html
	@$(BIN)/python -m redflags.chromium
	@$(BIN)/python -m redflags.grading.bubblewrap
	REDFLAGS_NIGHTLY=1 REDFLAGS_WALKS=1000 $(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder --timeout 3600

bench: $(VENV)/.tested html
	@$(BIN)/python -m redflags.chromium
	$(BIN)/python -m benchmarks.run
	$(BIN)/python -m benchmarks.kernel
	$(BIN)/python -m benchmarks.growth

# --- set-up: each step runs again only when what it is made from changes ---

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; this is $$($(PYTHON) --version). Name another: make book PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "Python can't make an environment. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.built: requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing the pinned requirements (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.tested: requirements-test.txt $(VENV)/.built
	@echo "Installing the test requirements (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-test.txt
	@touch $@

frontend/node_modules/.package-lock.json: frontend/package.json frontend/package-lock.json | $(VENV)/.built
	@echo "Installing the front end's packages (once) ..."
	@cd frontend && npm ci --silent --no-audit --no-fund
	@touch $@

# JupyterLite holds the exercises as students get them.
_build/.released: $(shell find exercises -type f) _build/.inputs
	@$(BIN)/redflags release
	@touch $@

# What is served: the built pages in fewer and smaller files. `make html PUBLISH=--compress` for a host that sends .br and .gz.
_build/.published: _build/.inputs _build/.released $(wildcard frontend/publish/*)
	@cd frontend && node publish/main.ts $(PUBLISH) ../_build/html ../_build/site
	@touch $@

frontend: src/redflags/static/page.js

src/redflags/static/page.js: $(FRONTEND) $(shell find src/redflags/model -name '*.py') frontend/node_modules/.package-lock.json
	@echo "Building the front end ..."
	@$(BIN)/redflags schema _build/schema
	@cd frontend && npm run --silent types && npm run --silent build
	@touch $@

# For maintainers: choose new versions. The results are committed.
lock: $(BIN)/python
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra build pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra build --extra test -c requirements.txt pyproject.toml -o requirements-test.txt
	@$(BIN)/uv pip compile --quiet --generate-hashes --python-version 3.14 --python-platform wasm32-pyodide2025 --only-binary :all: --extra browser pyproject.toml -o requirements-browser.txt

clean:
	rm -rf _build src/redflags/static frontend/src/generated
