# Everything a newcomer needs. `make chat` holds the conversation, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: chat serve test cover mutants lint bench check generated lock clean

chat: $(VENV)/ready
	@$(BIN)/yauchoi chat

serve: $(VENV)/ready
	@$(BIN)/yauchoi serve

test: $(VENV)/ready-dev
	@$(BIN)/python -m pytest -n auto

# The same with the branches that no test takes, file by file.
cover: $(VENV)/ready-dev
	@$(BIN)/python -m pytest -n auto --cov --cov-report=term-missing

# Small faults put into the program, one at a time: does a test notice? Half an hour.
mutants: $(VENV)/ready-dev
	@$(BIN)/python -m tests.mutants

lint: $(VENV)/ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

check: $(VENV)/ready
	@$(BIN)/yauchoi check

bench: $(VENV)/ready-dev
	@$(BIN)/python -m benchmarks.run

# What is generated: the pictures of the dialogue and the JSON schema for editors.
generated: $(VENV)/ready-dev
	@$(BIN)/python docs/generate.py

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Yauchoi needs Python 3.11 or later; $$($(PYTHON) --version 2>&1) was found: install a newer one, or name it with make PYTHON=/path/to/python3."; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "Python could not make a virtual environment here: on Debian and Ubuntu install python3-venv, then try again."; rm -rf $(VENV); exit 2; }

$(VENV)/ready: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Setting up (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/ready-dev: requirements-dev.lock $(VENV)/ready
	@echo "Setting up the tests (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# Both locks carry hashes and no addresses; needs uv.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --no-emit-index-url --no-emit-find-links --strip-extras
lock:
	@$(LOCK) --group build pyproject.toml -o requirements.lock
	@$(LOCK) --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
