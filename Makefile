# Kordon. `make demo` shows what it does, `make test` checks all of it; each sets itself up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11
DEMO_ARGS ?=
ONLY ?=

.PHONY: help demo test coverage test-llm check fuzz bench docs accuracy semantic lock clean

help:  ## what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/run  ## run the whole chain on the data that ships, and open the site (DEMO_ARGS=--no-serve)
	@$(BIN)/kordon demo $(DEMO_ARGS)

test: $(VENV)/dev check  ## every check and every test
	@$(BIN)/python -m pytest -n 2 tests

coverage: $(VENV)/dev  ## the tests again, twice as slow, with the lines that none of them reaches
	@$(BIN)/python -m pytest --cov --cov-report=term:skip-covered -n 2 tests

test-llm: $(VENV)/dev  ## the language-model coder against a real model on this machine (compiles a server, once)
	@test -x $(VENV)-llm/bin/python || $(PYTHON) -m venv $(VENV)-llm
	@$(VENV)-llm/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/llm.txt
	@KORDON_LLM_PYTHON=$(VENV)-llm/bin/python $(BIN)/python -m pytest -s tests/llm/test_real_server.py

check: $(VENV)/dev
	@$(BIN)/ruff check src tests benchmarks docs
	@$(BIN)/ruff format --check --quiet src tests benchmarks docs
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

fuzz: $(VENV)/dev  ## every reader and the coder under atheris, five minutes each (SECONDS=60)
	@KORDON_FUZZ_SECONDS=$(or $(SECONDS),300) KORDON_FUZZ_CORPUS=.fuzz $(BIN)/python -m pytest tests/fuzz/test_fuzz.py

bench: $(VENV)/bench $(VENV)-pelican/ready  ## every benchmark beside its peer, as ratios (ONLY=chain for one)
	@KORDON_PELICAN_PYTHON=$(VENV)-pelican/bin/python $(BIN)/python -m benchmarks $(ONLY)

docs: $(VENV)/dev  ## the manual, into docs/_build
	@$(BIN)/python docs/generate.py
	@$(BIN)/python -m sphinx -q -W --keep-going docs docs/_build

accuracy: $(VENV)/run  ## how well coding does on tests/gold, into docs/reference/accuracy.md
	@$(BIN)/python docs/accuracy.py

semantic: $(VENV)/extras  ## train the head of the semantic coder, and measure it, into src/kordon/data/semantic
	@$(BIN)/python docs/semantic.py

lock:  ## pin every requirement again by hash
	@$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/pip install --quiet uv
	$(VENV)-lock/bin/uv pip compile $(LOCK) pyproject.toml requirements/build.in -o requirements/kordon.txt
	$(VENV)-lock/bin/uv pip compile $(LOCK) -c requirements/kordon.txt pyproject.toml requirements/build.in \
	  --extra postgresql --group dev --group docs -o requirements/dev.txt
	$(VENV)-lock/bin/uv pip compile $(LOCK) -c requirements/kordon.txt pyproject.toml requirements/build.in \
	  --extra bench -o requirements/bench.txt
	$(VENV)-lock/bin/uv pip compile $(LOCK) -c requirements/dev.txt pyproject.toml requirements/build.in \
	  --extra spark --extra semantic -o requirements/extras.txt
	$(VENV)-lock/bin/uv pip compile $(LOCK) requirements/llm.in -o requirements/llm.txt
	$(VENV)-lock/bin/uv pip compile $(LOCK) requirements/pelican.in -o requirements/pelican.txt
	@rm -rf $(VENV)-lock

clean:  ## remove what the targets made
	rm -rf $(VENV) $(VENV)-llm $(VENV)-pelican demo docs/_build .coverage*
	find docs/reference -type f ! -name accuracy.md -delete

$(BIN)/python:
	@$(PYTHON) -m venv $(VENV) || { echo "Python 3.11 or newer with its venv module is needed: on Debian, apt install python3-venv."; exit 1; }

$(VENV)/run: requirements/kordon.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV) (once) ..."
	@$(PIP) install --require-hashes -r requirements/kordon.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: requirements/dev.txt $(VENV)/run
	@echo "Setting up what the tests need (once) ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/extras: requirements/extras.txt $(VENV)/dev
	@echo "Setting up what is optional: Spark and the sentence encoder (once) ..."
	@$(PIP) install --require-hashes -r requirements/extras.txt
	@touch $@

$(VENV)/bench: requirements/bench.txt $(VENV)/run
	@echo "Setting up the peers that the benchmarks compare with (once) ..."
	@$(PIP) install --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)-pelican/ready: requirements/pelican.txt
	@$(PYTHON) -m venv $(VENV)-pelican
	@$(VENV)-pelican/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements/pelican.txt
	@touch $@
