#!/bin/sh
# All tests. Without a browser those that need one cannot run: said loudly, and in CI a failure.
set -eu
if TIELINE_BROWSER=$(.venv/bin/python tools/browser.py); then
    export TIELINE_BROWSER
    exec .venv/bin/pytest
fi
if [ "${CI:-}" = true ]; then
    exit 1
fi
.venv/bin/pytest -m 'not browser'
echo '*** NO BROWSER WAS FOUND: THE TESTS IN A BROWSER DID NOT RUN ***' >&2
