# On a fresh machine with Python 3.11 or later and make: `make demo` shows what the program does, `make test` checks it.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
DATA ?= ../shared

.PHONY: demo test lint floors docs bench model lock clean

demo: .venv/installed
	$(BIN)/reportedly demo demo

test: lint
	$(BIN)/python -m pytest -n auto

lint: .venv/checked
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

floors: .venv/checked
	$(BIN)/python benchmarks/floors.py $(DATA)

docs: .venv/checked
	$(BIN)/python docs/generate.py

bench: .venv/checked
	$(BIN)/python benchmarks/gold.py $(DATA)/cases/seed
	$(BIN)/python benchmarks/gold.py $(DATA)/gold
	$(BIN)/python benchmarks/attribution.py $(DATA)/data/polnear/dev
	$(BIN)/python benchmarks/actors.py $(DATA)
	$(BIN)/python benchmarks/times.py $(DATA)/data/timeml
	$(BIN)/python benchmarks/places.py $(DATA)/data/geoparsing
	$(BIN)/python benchmarks/events.py $(DATA)
	$(BIN)/python benchmarks/ledger.py --split held
	$(BIN)/python benchmarks/quantities.py
	$(BIN)/python benchmarks/wording.py --split held
	$(BIN)/python benchmarks/speed.py

# Training wants annotated corpora that are not part of the project; see training/attribution/README.md.
TRAIN := .venv-training/bin/python
MODEL := src/reportedly/models/attribution
BUILT := build/attribution

model:
	$(PYTHON) -m venv .venv-training
	$(TRAIN) -m pip install --quiet --require-hashes -r requirements.lock
	$(TRAIN) -m pip install --quiet -r training/attribution/requirements.txt
	PYTHONPATH=src $(TRAIN) training/attribution/train.py $(DATA) $(BUILT)/1
	PYTHONPATH=src $(TRAIN) training/attribution/train.py $(DATA) $(BUILT)/2 --from $(BUILT)/1/weights.pt --epochs 2 --rate 1e-4 \
	  --share polnear=1 --share world=6 --share stories=4 --share pairs=1
	PYTHONPATH=src $(TRAIN) training/attribution/train.py $(DATA) $(BUILT)/3 --from $(BUILT)/2/weights.pt --epochs 1 --rate 7e-5 \
	  --share polnear=1 --share world=6 --share stories=4 --share pairs=2 --share plover=8
	PYTHONPATH=src $(TRAIN) training/attribution/export.py $(BUILT)/3/weights.pt $(MODEL) --version 2
	PYTHONPATH=src $(TRAIN) training/attribution/fit.py $(DATA) $(BUILT)/3/held.json $(MODEL)/card.json
	PYTHONPATH=src $(TRAIN) training/events/fit_deciding.py $(DATA) $(BUILT)/3/held.json $(MODEL)/card.json
	PYTHONPATH=src $(TRAIN) training/events/fit_status.py $(DATA) src/reportedly/knowledge/factuality_weights.toml
	PYTHONPATH=src $(TRAIN) training/events/fit_arguments.py $(DATA) src/reportedly/knowledge/arguments.toml
	PYTHONPATH=src $(TRAIN) training/events/fit_merging.py $(DATA) src/reportedly/knowledge/merging.toml

# The lock files carry a hash for each package; UV is https://docs.astral.sh/uv
UV ?= uv
lock:
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" pyproject.toml --group build -o requirements.lock
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock" pyproject.toml --group dev -o requirements-dev.lock

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-build-isolation --no-deps --editable .
	touch $@

.venv/checked: .venv/installed requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf .venv demo build dist
