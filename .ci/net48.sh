#!/usr/bin/env bash
# Runs the tests of the net48 build under Mono (Debian: mono-devel).
# Usage: .ci/net48.sh [Debug|Release]
set -euo pipefail

configuration="${1:-Release}"
project="$(cd "$(dirname "$0")/.." && pwd)/tests/NaccsCert.Net48.Tests"
folder="$project/bin/$configuration/net48"
[[ -f "$folder/NaccsCert.Net48.Tests.exe" ]] || dotnet build "$project" -c "$configuration" --nologo -v quiet

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/home" "$scratch/tmp"

# Mono keeps stores and settings below these folders, and the tests their own files in the last one.
export HOME="$scratch/home" XDG_CONFIG_HOME="$scratch/home/.config" XDG_DATA_HOME="$scratch/home/.local/share" TMPDIR="$scratch/tmp"
status=0
timeout --kill-after=10s 12m mono "$folder/NaccsCert.Net48.Tests.exe" -noLogo -noColor > "$scratch/log" 2>&1 || status=$?

# For example: NaccsCert.Net48.Tests  Total: 656, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 30.120s
summary="$(grep -E '^ +NaccsCert\.Net48\.Tests +Total: ' "$scratch/log" || true)"
if [[ $status -ne 0 || ! "$summary" =~ Total:\ [1-9] ]]; then
    cat "$scratch/log"
    echo "net48: failed with exit code $status:${summary:- no summary}" >&2
    exit 1
fi
echo "net48:$summary"
