#!/usr/bin/env bash
# Packs the module from two clones of the last commit, in two folders: package, ZIP archive, bill of materials and
# installer have to be the same, bit for bit.
# Usage: .ci/reproducible.sh [Debug|Release]
set -euo pipefail

configuration="${1:-Release}"
root="$(cd "$(dirname "$0")/.." && pwd)"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

# Paths of the machine are left out of assemblies only then.
export CI=true
# What analyzers find was found when the checkout was built; they change nothing in what is compiled.
export RunAnalyzers=false
for copy in one two/deeper; do
    git -c safe.directory='*' clone -q "$root" "$scratch/$copy"
    dotnet pack "$scratch/$copy/module/NaccsCert.Module.csproj" -c "$configuration" --nologo -v quiet
    dotnet "$scratch/$copy/tools/Build/bin/$configuration/net10.0/NaccsCert.Build.dll" installer \
        "$scratch/$copy/out/NaccsCert" "$scratch/$copy/out/package"
done
if ! diff -r "$scratch/one/out/package" "$scratch/two/deeper/out/package"; then
    diff -r -q "$scratch/one/out/NaccsCert" "$scratch/two/deeper/out/NaccsCert" || true
    exit 1
fi
echo "reproducible: the same package twice: $(cut -d ' ' -f 1 "$scratch"/one/out/package/*.sha256 | head -n 1)"
