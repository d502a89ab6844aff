# Everything is set up in .venv by the first target that needs it; stamps in there say what is up to date.
#   make run    read seeds/, print the chronology, write the feeds      make eval   score the annotated set
#   make test   lint, types, layers and the whole test suite            make bench  measure the budgets
#   make interop  let calendar programs of others read a feed and compare
#   make api-check  ask a running server all that its OpenAPI allows    make browser-check  use its pages in Chromium

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install -qq -c constraints.txt
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

.PHONY: run test eval bench interop api-check browser-check docs clean
.DEFAULT_GOAL := run

run: export TIMELINE_DB := db/timeline.db
run: $(VENV)/run.stamp
	@$(BIN)/timeline ingest seeds
	@echo
	@$(BIN)/timeline show
	@echo
	@$(BIN)/timeline publish --to feeds
	@printf '%s\n' '' \
	  'Read seeds/ into db/timeline.db, printed its chronology above and wrote the calendar feeds to feeds/.' \
	  'Calendar: import feeds/all.ics, or run $(BIN)/timeline serve and subscribe at http://127.0.0.1:8000/' \
	  'Next:  $(BIN)/timeline show --upcoming          what is still to come' \
	  '       $(BIN)/timeline show --year 1990..2005   one stretch of years (also --topic, --place, --text, --quotes)' \
	  '       $(BIN)/timeline ingest FILE-OR-FOLDER    add pages of your own' \
	  '       $(BIN)/timeline --help                   everything else'

test: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist worksteal

eval: $(VENV)/test.stamp
	$(BIN)/python tests/evaluation/scoring.py

bench: $(VENV)/wheel/stamp
	@for script in benchmarks/*.py; do echo "== $$script"; $(VENV)/wheel/bin/python $$script || exit 1; done

interop: $(VENV)/test.stamp
	$(BIN)/python tests/interop/agreement.py

api-check: $(VENV)/test.stamp
	@$(PIP) -e '.[check]'
	$(BIN)/python tests/serve/api_check.py

browser-check: $(VENV)/test.stamp
	@$(PIP) -e '.[check]'
	@command -v chromium google-chrome >/dev/null || test -n '$(CHROMIUM)' || { \
	  echo 'This needs Chromium: on Debian apt-get install chromium fonts-noto-cjk, or name one with CHROMIUM=/path' >&2; exit 2; }
	$(BIN)/pytest tests/browser/check_pages.py

docs: $(VENV)/test.stamp
	$(BIN)/typer timeline.cli utils docs --name timeline --title 'The timeline command' --output docs/commands.md
	$(BIN)/python docs/capture.py

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -f db/*.db db/*.db-*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	find feeds -mindepth 1 ! -name .gitkeep -delete

$(VENV)/run.stamp: pyproject.toml constraints.txt setup.py timeline/_guarded.c timeline/timex/_scan.c | $(BIN)/python
	@echo 'Installing Timeline into $(VENV) (about a minute) ...'
	@$(PIP) -e .
	@touch $@

$(VENV)/test.stamp: pyproject.toml constraints.txt setup.py timeline/_guarded.c timeline/timex/_scan.c | $(BIN)/python
	@echo 'Installing Timeline and what its tests need into $(VENV) (about a minute) ...'
	@$(PIP) -e '.[test]'
	@touch $@ $(VENV)/run.stamp

# what is measured is what `pip install .` gives: the tagger compiled
$(VENV)/wheel/stamp: pyproject.toml constraints.txt setup.py $(shell find timeline -name '*.py' -o -name '*.toml' -o -name '*.c') | $(BIN)/python
	@echo 'Building Timeline as a wheel for $(VENV)/wheel (about two minutes) ...'
	@$(PYTHON) -m venv $(VENV)/wheel
	@$(VENV)/wheel/bin/python -m pip --disable-pip-version-check install -qq -c constraints.txt .
	@touch $@

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'Timeline needs Python 3.11 or newer: install it, or say make PYTHON=/path/to/python3' >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo '$(PYTHON) cannot make virtual environments. On Debian or Ubuntu: sudo apt-get install python3-venv' >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
