#!/usr/bin/env bash
# Runs package.ps1 in the engine host, in a home of its own.
# Usage: .ci/package.sh [Debug|Release]
set -euo pipefail

configuration="${1:-Release}"
root="$(cd "$(dirname "$0")/.." && pwd)"
home="$(mktemp -d)"
trap 'rm -rf "$home"' EXIT

HOME="$home" XDG_DATA_HOME="$home/data" dotnet "$root/tools/PSHost/bin/$configuration/net10.0/NaccsCert.PSHost.dll" \
    -NonInteractive -File "$root/.ci/package.ps1" \
    -Module "$root/out/NaccsCert" \
    -Sandbox "$root/src/NaccsCert.Sandbox/bin/$configuration/net10.0/NaccsCert.Sandbox.dll"
