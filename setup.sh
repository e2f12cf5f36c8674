#!/bin/sh
# Prepares this checkout: system packages (Debian, Ubuntu), a virtual environment in .venv, the pinned packages.
#
#   ./setup.sh run      what `make demo` needs
#   ./setup.sh tests    what `make test` and `make lint` need as well
#
# Needs no rights when nothing is missing. Without the right to install, it prints the command for the administrator
# and ends with 1. PYTHON=/path/to/python3 chooses the interpreter.
set -eu
cd "$(dirname "$0")"
wanted=${1:?run or tests}
missing=""

say() { printf '%s\n' "$@" >&2; }
need() { missing="$missing $1"; }

# --- what this machine has -------------------------------------------------------------------------------------------

has_command() { command -v "$1" >/dev/null 2>&1; }
has_package() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
version_of() { has_package "$1" && dpkg-query -W -f='${Version}' "$1"; }
candidate_of() { apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *//p' | grep -v '(none)'; }

# fonts-liberation is Liberation 1.x, without Vietnamese letters, up to Debian 12; from Debian 13 on it is 2.x.
is_liberation_2() { dpkg --compare-versions "${1:-0}" ge 1:2; }

python_works() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1
}

find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if python_works "$candidate"; then echo "$candidate"; return; fi
    done
}

# --- what is missing -------------------------------------------------------------------------------------------------

need_python() {
    python=$(find_python)
    if [ -n "$python" ]; then
        # Debian keeps ensurepip apart; other builds of Python bring it.
        "$python" -c 'import ensurepip, venv' 2>/dev/null ||
            need "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        return
    fi
    for package in python3 python3.14 python3.13 python3.12 python3.11; do
        case $(candidate_of $package) in
            3.11.*|3.12.*|3.13.*|3.14.*) need "$package"; need "$package-venv"; return ;;
        esac
    done
    need python3; need python3-venv
}

need_fonts() {
    if has_package fonts-liberation2 || is_liberation_2 "$(version_of fonts-liberation)"; then return; fi
    if is_liberation_2 "$(candidate_of fonts-liberation)"; then need fonts-liberation; else need fonts-liberation2; fi
}

need_for_run() {
    need_python
    need_fonts
    for package in libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0; do
        has_package "$package" || need "$package"
    done
}

need_for_tests() {
    has_command soffice || need libreoffice-writer-nogui
    has_package libreoffice-calc-nogui || has_package libreoffice-calc || need libreoffice-calc-nogui
    has_command pdftotext || need poppler-utils
    has_command qpdf || need qpdf
    has_command ocrmypdf || need ocrmypdf
    has_package tesseract-ocr-vie || need tesseract-ocr-vie
    has_command java || need default-jre-headless
    has_package libjaxb-java || need libjaxb-java
}

find_missing() {
    missing=""
    need_for_run
    if [ "$wanted" = tests ]; then need_for_tests; fi
}

# --- the two steps ---------------------------------------------------------------------------------------------------

install_system_packages() {
    if ! has_command apt-get; then
        say "Máy này không dùng apt-get: hãy tự cài Liberation Serif 2.x và Pango (chạy: vanban doctor)." \
            "No apt-get here: install Liberation Serif 2.x and Pango yourself (see: vanban doctor)."
        return
    fi
    find_missing
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then as_root="env"
    elif sudo -n true 2>/dev/null; then as_root="sudo -n env"
    else
        say "Thiếu gói hệ thống và không có quyền cài. Nhờ quản trị máy chạy lệnh sau rồi chạy lại:" \
            "System packages are missing and may not be installed from here. Have an administrator run:" \
            "" "    sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing" ""
        exit 1
    fi
    $as_root apt-get update -qq
    find_missing  # again: a new container had no lists to choose from
    say "Cài gói hệ thống / Installing system packages:$missing"
    # shellcheck disable=SC2086 # a list of names
    $as_root DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 $missing >/dev/null
}

make_environment() {
    python=$(find_python)
    if [ -z "$python" ]; then
        say "Không tìm thấy Python 3.11 đến 3.14." "No Python from 3.11 to 3.14 was found."
        exit 1
    fi
    if ! { python_works .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }; then
        "$python" -m venv --clear .venv
    fi
    pip() { .venv/bin/python -m pip --disable-pip-version-check "$@"; }
    # What builds comes first and pinned, so that nothing is fetched unseen while building.
    pip install -q -c constraints.txt --upgrade pip hatchling
    if [ "$wanted" = tests ]; then
        pip install -q -c constraints.txt --upgrade setuptools setuptools-scm # bagit comes only as its source
        pip install -q -c constraints.txt --no-build-isolation -e ".[archive,cluster]" --group dev
    else
        pip install -q -c constraints.txt --no-build-isolation -e .
    fi
}

install_system_packages
make_environment
