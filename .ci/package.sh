#!/usr/bin/env bash
# Runs package.ps1 in PowerShell, the version that .config/dotnet-tools.json names, in a home of its own.
# Usage: .ci/package.sh [Debug|Release]
set -euo pipefail

configuration="${1:-Release}"
root="$(cd "$(dirname "$0")/.." && pwd)"
home="$(mktemp -d)"
trap 'rm -rf "$home"' EXIT

# The build has made PowerShell of its package.
powershell="$(dotnet msbuild "$root/tests/NaccsCert.TestSupport" -getProperty:PowerShellFolder)/pwsh.dll"
export POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off NO_COLOR=1
HOME="$home" XDG_DATA_HOME="$home/data" dotnet "$powershell" \
    -NoProfile -NonInteractive -File "$root/.ci/package.ps1" \
    -Module "$root/out/NaccsCert" \
    -Sandbox "$root/src/NaccsCert.Sandbox/bin/$configuration/net10.0/NaccsCert.Sandbox.dll"
