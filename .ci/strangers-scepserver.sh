#!/usr/bin/env bash
# Enrolls and renews with the module at a SCEP server that knows nothing of NaccsCert: Debian's scepserver (package scep).
#   It signs answers with SHA-1, encrypts them with DES and speaks no TLS, so the definition must allow all of it. Its CA has no
#   common name. Where it has a challenge password, it wants that from renewals too, so it renews without one here; it never
#   lets a request wait.
# Usage: .ci/strangers-scepserver.sh, after a build that staged the module in out/NaccsCert
set -euo pipefail

root="$(cd "$(dirname "$0")/.." && pwd)"
if ! command -v scepserver > /dev/null; then
    echo "skipped: scepserver is not installed (Debian: scep)"
    exit 0
fi

[[ -f "$root/out/NaccsCert/NaccsCert.psd1" ]] || dotnet build "$root/tests/NaccsCert.Module.Tests" -c Release --nologo -v quiet
scratch="$(mktemp -d)"
# The build has made PowerShell of its package.
powershell="$(dotnet msbuild "$root/tests/NaccsCert.TestSupport" -getProperty:PowerShellFolder)/pwsh.dll"
server=""
checks=0

clean_up() {
    stop_server
    rm -rf "$scratch"
}

stop_server() {
    if [[ -n "$server" ]]; then
        kill "$server" 2> /dev/null || true
        wait "$server" 2> /dev/null || true
        server=""
    fi
}
trap clean_up EXIT

passed() {
    checks=$((checks + 1))
    echo "ok $checks - $1"
}

failed() {
    echo "not ok - $1" >&2
    exit 1
}

# A port that nobody listens at: the server takes none of its own choice.
free_port() {
    local port
    for port in $(shuf -i 20000-32000 -n 50); do
        (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null || { echo "$port"; return; }
    done
    return 1
}

# start_server [options of scepserver...]
start_server() {
    scepserver -depot "$scratch/depot" -port "$port" -allowrenew 0 "$@" > "$scratch/server.log" 2>&1 &
    server=$!
    curl --silent --show-error --noproxy '*' --retry 30 --retry-connrefused --retry-delay 1 --output "$scratch/capabilities" \
        "http://127.0.0.1:$port/scep?operation=GetCACaps" || failed "scepserver: $(cat "$scratch/server.log")"
}

# define FILE LEGACY: the definition of the server.
define() {
    cat > "$scratch/$1.json" << JSON
{
  "schemaVersion": 1, "name": "$1", "displayName": "scepserver",
  "enrollment": {
    "protocol": "scep", "url": "http://127.0.0.1:$port/scep", "challengePassword": "{code1}-{code2}{code3}",
    "plainHttp": "allow", "legacyAlgorithms": "$2"
  },
  "issuer": "SCEP CA", "validity": "P365D", "renewalWindow": "P365D", "hosts": [],
  "trustAnchors": [ { "name": "SCEP CA", "purpose": "client", "sha256": "$pin", "file": "depot/ca.pem" } ]
}
JSON
}

# module COMMANDS: runs them in a PowerShell of a user of their own, and prints what they put out.
module() {
    (HOME="$scratch/home" dotnet "$powershell" -NoProfile -NonInteractive -Command "
        \$ErrorActionPreference = 'Continue'
        Import-Module '$root/out/NaccsCert'
        Set-Location '$scratch'
        $1") 2>&1
}

mkdir -p "$scratch/home"
scepserver ca -init -depot "$scratch/depot" > /dev/null 2>&1
pin="$(openssl x509 -in "$scratch/depot/ca.pem" -noout -fingerprint -sha256 | sed 's/.*=//')"
port="$(free_port)"
define server allow
define strict refuse
codes="-AuthCode1 ab -AuthCode2 cd -AuthCode3 ef -SkipRootCA"

start_server -challenge ab-cdef
output="$(module "(Request-NaccsCertificate -Service ./server.json $codes).Status
    (Get-NaccsCertificate -Service ./server.json).Issuer
    (Get-NaccsEnrollment -WarningAction Ignore | Measure-Object).Count")"
[[ "$output" == $'Enrolled\nSCEP CA\n0' ]] || failed "enrollment: $output"
passed "the module enrolls with codes, at a CA without a common name"

output="$(module "Request-NaccsCertificate -Service ./server.json -AuthCode1 ab -AuthCode2 cd -AuthCode3 wrong -SkipRootCA -ErrorVariable e -ErrorAction SilentlyContinue
    \$e[0].FullyQualifiedErrorId
    (Get-NaccsEnrollment -WarningAction Ignore | Measure-Object).Count")"
[[ "$output" == *RequestRejected*$'\n0' ]] || failed "wrong codes: $output"
passed "it is refused with wrong codes, says so, and leaves nothing behind"

output="$(module "Request-NaccsCertificate -Service ./strict.json $codes -MaximumRetryCount 0 -ErrorVariable e -ErrorAction SilentlyContinue
    \$e[0].FullyQualifiedErrorId")"
[[ "$output" == *AlgorithmsTooWeak* ]] || failed "SHA-1: $output"
passed "it takes no SHA-1 and no DES unless the definition says so"
stop_server

start_server
output="$(module "(Update-NaccsCertificate -Service ./server.json -Force -SkipRootCA).Status
    (Get-NaccsCertificate -Service ./server.json -IncludeArchived | Sort-Object Status).Status -join ' '")"
[[ "$output" == $'Renewed\nRenewalDue Superseded' ]] || failed "renewal: $output"
passed "it renews with a new key"
stop_server

echo "strangers-scepserver: $checks checks passed"
