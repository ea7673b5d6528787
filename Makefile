# One line a target is shown by `make`; a fresh machine needs Python 3.11 or later and make, nothing else.
PYTHON ?= python3
PORT ?= 8050
SHARED ?= ../shared
BIN = .venv/bin

.PHONY: help demo test lint format model score bench docs clean
help:
	@echo 'make demo          install, build the timeline from data/ and show it on http://127.0.0.1:$(PORT)'
	@echo 'make demo PORT=N   the same on another port'
	@echo 'make test          formatter, linter, types, import rules and all tests, in a real browser too'
	@echo 'make lint          the first four of these alone'
	@echo 'make format        lay out the code as the formatter wants it'
	@echo 'make model         train the classifier of acts from data/training, and write its weights and card'
	@echo 'make score         measure against public corpora in SHARED=$(SHARED) (not part of the repository)'
	@echo 'make bench         measure speed'
	@echo 'make docs          make the guide and the reference in build/site, to be read without a network'
	@echo 'make clean         remove all that make made'
	@echo 'PYTHON=... names the Python to use (3.11 to 3.14; now: $(PYTHON))'

# The stamps keep a second `make` offline: pip runs only when what it installs may have changed.
$(BIN)/.installed: pyproject.toml constraints.txt tools/venv.sh
	@tools/venv.sh $(PYTHON) .
	@touch $@

$(BIN)/.test-installed: pyproject.toml constraints.txt tools/venv.sh
	@tools/venv.sh $(PYTHON) '.[test]'
	@touch $@ $(BIN)/.installed

demo: $(BIN)/.installed
	@exec $(BIN)/tieline demo --port $(PORT)

test: lint
	@exec tools/test.sh

lint: $(BIN)/.test-installed
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(BIN)/.test-installed
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

model: $(BIN)/.test-installed
	$(BIN)/python tools/train_model.py

score: $(BIN)/.test-installed
	@exec tools/score.sh $(SHARED)

bench: $(BIN)/.test-installed
	@exec tools/bench.sh

docs: $(BIN)/.test-installed
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo 'The guide is build/site/index.html; its search works where it is served: $(BIN)/mkdocs serve'

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find timeline dashboards tests tools -name __pycache__ -type d -exec rm -rf {} +
