# Everything happens inside the checkout (.venv) and CXLIT_HOME.
PYTHON ?= python3
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 7860
# pip's cache is outside the checkout.
export PIP_NO_CACHE_DIR := 1

.PHONY: setup run test lint bench lock clean chromium

setup: .venv/installed

# The stamp makes a second start instant; a changed lock file installs again.
.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "cxlit needs Python 3.11 or newer; set PYTHON=/path/to/python3"; exit 1; }
	@# Debian's Python may lack ensurepip: then the pip that is there installs the new one.
	$(PYTHON) -m venv .venv 2>/dev/null || { $(PYTHON) -m venv --without-pip --clear .venv && \
	  $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: setup
	$(BIN)/cxlit serve --host $(HOST) --port $(PORT)

test: setup chromium
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m eval.bench

# The page's tests drive Chromium. Where it cannot be installed, they are skipped and say so.
chromium:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || \
	  { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && \
	    apt-get update -qq >/dev/null && apt-get install -y -qq chromium >/dev/null 2>&1; } || \
	  echo "Chromium is missing: the browser tests will be skipped. On Debian: sudo apt-get install chromium"

# Write the lock file anew from what is installed, after a change of pyproject.toml.
lock: setup
	$(BIN)/python -m pip freeze --exclude-editable | sed 's/+cpu$$//' > requirements.lock

clean:
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
