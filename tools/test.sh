#!/bin/sh
# All tests, those of one file in one process, in as many processes as there are cores; no more than four, since each
# holds a language model and a browser. Without a browser those that need one cannot run: said loudly, and in CI a failure.
set -eu
many="-n logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder"
if TIELINE_BROWSER=$(.venv/bin/python tools/browser.py); then
    export TIELINE_BROWSER
    exec .venv/bin/pytest $many
fi
if [ "${CI:-}" = true ]; then
    exit 1
fi
.venv/bin/pytest $many -m 'not browser'
echo '*** NO BROWSER WAS FOUND: THE TESTS IN A BROWSER DID NOT RUN ***' >&2
