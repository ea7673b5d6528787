#!/bin/sh
# Runs every scorer of the shared data, and fails if one of them could not run.
set -eu
shared=$1 failed=0
if ! [ -d "$shared/score" ]; then
    echo "make score: $shared/score is not here: name the folder with make score SHARED=..." >&2
    exit 1
fi
for scorer in dates.py 'gold_articles.py dev' 'gold_articles.py ru_ko --part dates' relations.py timelines.py coreference.py; do
    echo "== $scorer"
    # shellcheck disable=SC2086  # the name and its arguments are words of their own
    .venv/bin/python "$shared/score/"$scorer || failed=1
done
exit $failed
