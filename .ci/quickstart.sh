#!/usr/bin/env bash
# Runs the quick start as the README has it, in a clone of the last commit.
set -euo pipefail

root="$(cd "$(dirname "$0")/.." && pwd)"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

# What analyzers find was found when the checkout was built; they change nothing in what is compiled.
export RunAnalyzers=false
git -c safe.directory='*' clone -q "$root" "$scratch/clone"
cd "$scratch/clone"
dotnet run --project samples/QuickStart
