#!/bin/sh
# Runs every benchmark; tests/benchmarks/README.md says what each measures.
set -eu
if TIELINE_BROWSER=$(.venv/bin/python tools/browser.py); then
    export TIELINE_BROWSER
fi
exec .venv/bin/python tests/benchmarks/bench.py
