#!/bin/sh
# Runs every benchmark; tests/benchmarks/README.md says what each measures.
set -eu
if TIELINE_BROWSER=$(.venv/bin/python tools/browser.py); then
    export TIELINE_BROWSER
fi
for script in tests/benchmarks/bench_*.py; do
    .venv/bin/python "$script"
done
