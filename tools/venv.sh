#!/bin/sh
# Makes .venv with the first Python that can, and installs the project with the versions that were tested.
#   tools/venv.sh python3 .          what the program needs
#   tools/venv.sh python3 '.[test]'  and what its tests need
set -eu
wanted=$1 project=$2

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; }
can_make_one() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

unable=
if ! [ -x .venv/bin/pip ] || ! fits .venv/bin/python; then
    for python in "$wanted" python3.13 python3.12 python3.11 python3; do
        fits "$python" || continue
        can_make_one "$python" && break
        unable=${unable:-$python}
        python=
    done
    if ! fits "${python:-false}"; then
        if [ -n "$unable" ]; then
            echo "make: $unable cannot make a virtual environment: install the package python3-venv (apt-get install python3-venv), then try again" >&2
        else
            found=$("$wanted" --version 2>/dev/null) || found='not here'
            echo "make: tieline needs Python 3.11 to 3.14, and $wanted is $found: name one with make PYTHON=/path/to/python3" >&2
        fi
        exit 1
    fi
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi
echo "Installing what pyproject.toml asks for, in the versions of constraints.txt (the first time this takes a few minutes)"
exec .venv/bin/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e "$project"
