# Every task of the project. A fresh machine needs git, make, Python 3.11 or later with venv, and
# apt (only for `make test`, which wants Debian's Chromium and Java).

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run check test test-all programs browser states interaction faults fix screenshots audit-pdf audit licences sbom lock fuzz system clean

VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/pytest -q --numprocesses 2 --dist worksteal
APART := tests/test_web.py tests/test_leaving.py tests/fuzz/test_requests.py
AUDIT := build/audit
TOOLS := build/tools
FUZZ := build/fuzz
EXAMPLES := $(notdir $(basename $(wildcard examples/*.json)))
CHROMIUM := /usr/bin/chromium
JAVAC := $(or $(shell command -v javac),/usr/bin/javac)
POSTGRES := $(or $(lastword $(sort $(wildcard /usr/lib/postgresql/*/bin/initdb))),/usr/lib/postgresql/initdb)
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11
INSTALL := python -m pip install --quiet --disable-pip-version-check --require-hashes -r
# One lock for Python 3.11 to 3.14, on Linux and on macOS; wheels only, so installing runs no code.
LOCK := $(TOOLS)/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --only-binary :all: --emit-build-options \
	--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

help:         ## show this list
	@sed -n 's/^\([a-z-]*\): .*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: $(VENV)/.run  ## start the website on this machine: http://localhost:8501
	$(BIN)/streamlit run app.py

check: $(VENV)/.dev  ## format, lint, types and unit tests: what a minute allows
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(PYTEST) -m "not browser and not programs and not slow and not apart"
	for file in $(APART); do $(BIN)/pytest -q --numprocesses 1 -m apart $$file || exit; done

test: system check programs browser  ## everything that must be true before a merge; .ci/run calls this

test-all: test  ## the same, every walk, and the hostile files; SHARD=1/4 does the first quarter of these
	$(PYTEST) -m slow $(if $(SHARD),--shard=$(SHARD))
	$(BIN)/python -m tests.browser.states

programs: $(VENV)/.dev system  ## the tests with veraPDF, and with hostile files
	$(PYTEST) -m "programs and not slow"

browser: $(VENV)/.dev system  ## the tests that drive a real browser
	rm -rf build/states
	$(PYTEST) -m "browser and not slow"
	$(BIN)/python -m tests.browser.states || echo "make test-all reaches these too."

states: $(VENV)/.dev  ## which screens and states the last browser tests did not reach
	$(BIN)/python -m tests.browser.states

faults: $(VENV)/.dev system  ## every kind of fault twenty times, with both databases; RUNS=3 for fewer
	$(BIN)/python -m tests.faults $(RUNS)

interaction: $(VENV)/.dev system  ## how long a click takes until the screen is there, by kind of screen
	$(BIN)/python -m benchmarks.interaction

fix: $(VENV)/.dev  ## let the tools repair what they can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshots: $(VENV)/.dev system  ## pictures of every screen, in build/screenshots
	$(BIN)/python -m tests.browser.screenshots build/screenshots

# Needs a person to judge: it takes a table of two columns for "shredded" (TBL-010), for the first
# column names the rows; a week plan with a line under it for no table (TBL-014); and it wants links
# where we leave them out, in what the parent wrote (LNK-010).
audit-pdf: $(VENV)/.run $(AUDIT)/venv/bin/outloud  ## a second opinion on the packs of the examples
	for town in $(EXAMPLES); do \
		$(BIN)/python -m smi_core pack $$town examples/$$town.json --out $(AUDIT)/$$town.pdf && \
		$(AUDIT)/venv/bin/outloud --no-info --fail-on never $(AUDIT)/$$town.pdf || exit; \
	done

# Apart, for it brings PyMuPDF, which is AGPL: nothing of ours may rest on it.
$(AUDIT)/venv/bin/outloud: | $(BIN)/python
	$(BIN)/python -m venv $(AUDIT)/venv
	$(AUDIT)/venv/bin/python -m pip install --quiet --disable-pip-version-check outloud==0.2.1

system: $(CHROMIUM) $(JAVAC) $(POSTGRES)  ## what the tests need from the system: a browser, Java, PostgreSQL

$(CHROMIUM):
	$(SUDO) apt-get update
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
		chromium fonts-dejavu-core

# veraPDF, which checks the pack, runs on Java; javac is of the kit that runs source files.
$(JAVAC):
	$(SUDO) apt-get update
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
		default-jdk-headless

# The tests start a database of their own; the one that the package starts is left alone.
$(POSTGRES):
	$(SUDO) apt-get update
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql

clean:        ## remove the environment and what was built
	rm -rf $(VENV) build

lock: $(TOOLS)/.done  ## write requirements*.txt anew from requirements*.in; UPGRADE=1 takes newer ones
	$(LOCK) --output-file requirements.txt requirements.in
	$(LOCK) --constraints requirements.txt --output-file requirements-dev.txt requirements-dev.in
	$(LOCK) --output-file requirements-tools.txt requirements-tools.in
	$(LOCK) --output-file requirements-fuzz.txt requirements-fuzz.in

# It sees the packages of the other environment, and adds the fuzzer.
$(FUZZ)/.done: requirements-fuzz.txt $(VENV)/.dev
	$(BIN)/python -m venv $(FUZZ)
	$(FUZZ)/bin/$(INSTALL) requirements-fuzz.txt
	$(BIN)/python -c "import site; print(*site.getsitepackages())" \
		> "$$($(FUZZ)/bin/python -c 'import site; print(*site.getsitepackages())')/ours.pth"
	@touch $@

fuzz: $(FUZZ)/.done  ## feed each parser 10,000 odd inputs, or RUNS=; PARSERS="amount day" takes only these
	$(FUZZ)/bin/python -m tests.fuzz $(if $(RUNS),--runs $(RUNS)) $(PARSERS)

audit: $(VENV)/.dev $(TOOLS)/.done  ## known weaknesses of packages; ADVISORIES=folder needs no network
	$(BIN)/python -m tests.supply.audit $(ADVISORIES)

licences: $(VENV)/.dev  ## the licence of each package that runs with us
	$(BIN)/python -m tests.supply.licences

sbom: $(VENV)/.dev $(TOOLS)/.done  ## the bill of materials, CycloneDX, in build/sbom.json
	$(BIN)/python -m tests.supply.sbom build/sbom.json

# A stamp tells that the packages in the file have been installed; a newer file installs again.
$(VENV)/.run: requirements.txt | $(BIN)/python
	$(BIN)/$(INSTALL) requirements.txt
	@touch $@

$(VENV)/.dev: requirements.txt requirements-dev.txt | $(BIN)/python
	$(BIN)/$(INSTALL) requirements-dev.txt
	@touch $@ $(VENV)/.run

# Apart, for nothing of ours may come to rest on what these bring.
$(TOOLS)/.done: requirements-tools.txt | $(BIN)/python
	$(BIN)/python -m venv $(TOOLS)
	$(TOOLS)/bin/$(INSTALL) requirements-tools.txt
	@touch $@

$(BIN)/python:
	@for python in $(PYTHONS); do \
		if $$python -c '$(NEW_ENOUGH)' 2>/dev/null; then exec $$python -m venv $(VENV); fi; \
	done; \
	echo "No Python 3.11 or later found (tried: $(PYTHONS))." >&2; exit 1
