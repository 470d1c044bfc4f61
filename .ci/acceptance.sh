#!/usr/bin/env bash
# Runs the Pester suite in PowerShell itself, the version that .config/dotnet-tools.json names, once in each culture.
# It takes the Release build.
set -euo pipefail
cd "$(dirname "$0")/.."

export POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off NO_COLOR=1
# The build has made PowerShell of its package.
dotnet "$(dotnet msbuild tests/NaccsCert.TestSupport -getProperty:PowerShellFolder)/pwsh.dll" -NoProfile -NonInteractive -Command './build.ps1 -Task Pester'
