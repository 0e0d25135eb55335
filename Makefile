# Kawat: every task of a developer. `make help` lists them; the first one that needs it makes .venv.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# The first Python that is new enough; `make PYTHON=… test` takes another one.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
# Hashes for every platform and Python, no addresses: each machine has its own index.
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

# One core's worth of arithmetic per process: the pipeline's matrices are too small for more.
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help setup demo test format check-codebook codebook-docs score bench bench-language model model-package pins clean

help: ## list the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 24

setup: $(READY) ## make .venv with the pinned packages and Kawat

$(READY): constraints.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Kawat needs Python 3.11 or newer; name one: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned packages into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r constraints.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## code the bundled stories and print the view for people
	@$(BIN)/kawat demo

test: $(READY) ## run every check: format, lint, types, layers, codebook, tests, scores
	@$(BIN)/python tools/run_checks.py

format: $(READY) ## put the code into its canonical form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

check-codebook: $(READY) ## check every rule and table, examples included
	@$(BIN)/kawat check

codebook-docs: $(READY) ## write docs/codebook.md from the codebook
	@$(BIN)/python tools/codebook_docs.py

score: $(READY) ## score against the coded stories beside the project, hold the floors
	@$(BIN)/python scores/run.py

bench: $(READY) ## measure speed, memory and cold start on one core
	@$(BIN)/python benchmarks/run.py

bench-language: $(READY) ## measure the language model beside UDPipe 1, trained on the same trees
	@$(BIN)/python -m pip install --quiet --require-hashes -r training/constraints.txt
	@$(BIN)/python -m benchmarks.language

model: $(READY) ## train the language model anew
	@$(BIN)/python -m pip install --quiet --require-hashes -r training/constraints.txt
	@$(BIN)/python -m pip install --quiet --require-hashes -r training/teacher-constraints.txt
	@$(BIN)/python -m training

model-package: $(READY) ## build the wheel of the language model for spacy.load("id_kawat_news")
	@$(BIN)/python tools/model_package.py

pins: $(READY) ## renew the pins from pyproject.toml
	@$(BIN)/python -m pip install --quiet uv
	@$(COMPILE) --extra dev pyproject.toml -o constraints.txt
	@$(COMPILE) --extra train -c constraints.txt pyproject.toml -o training/constraints.txt
	@$(COMPILE) --extra teacher -c training/constraints.txt pyproject.toml -o training/teacher-constraints.txt

clean: ## remove what the tasks made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools training benchmarks scores -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
