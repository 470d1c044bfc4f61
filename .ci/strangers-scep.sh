#!/usr/bin/env bash
# Enrolls and renews at the sandbox by SCEP, with tools that know nothing of NaccsCert. Both come over plain HTTP.
#   Debian's scep         enrollment (at once, and after a wait of 30 seconds, which is not tried here), refusal, and renewal
#                         with the same key: it knows no other renewal. It signs with SHA-1 whatever the service asks for.
#   strongSwan's pki      the CA and the registration authority, enrollment (at once, and after a wait), refusal, and renewal
#                         with a new key. Version 5.9.8 takes AES for unsupported whatever GetCACaps says, and triple DES and
#                         SHA-256 only where AES and DES3 are named too. Debian: strongswan-pki, and
#                         libstrongswan-extra-plugins for HTTP.
# Usage: .ci/strangers-scep.sh [Debug|Release]
set -euo pipefail

source "$(dirname "$0")/sandbox.part.sh" "${1:-Release}"

# codes LINE: takes the code set of that line of the file; sets terminal and challenge.
codes() {
    local code1 code2 code3
    IFS=, read -r terminal code1 code2 code3 < <(sed -n "$1p" "$data/codes.csv")
    challenge="$code1:$code2$code3"
}

is_for() {
    [[ "$(openssl x509 -in "$1" -noout -subject -nameopt multiline)" == *"commonName"*"$2"* ]] || failed "$1 is not for terminal $2"
    openssl verify -purpose sslclient -CAfile "$data/client-ca.pem" "$1" > "$scratch/verdict" || failed "$(cat "$scratch/verdict")"
}

if command -v scepclient > /dev/null; then
    start_sandbox --protocol Scep --plain-http --scep-algorithms Any --same-key
    codes 2

    # scep NAME [options...]: enrolls, or renews where there is a certificate. It keeps files of its own where it runs.
    scep() {
        local name="$1"
        shift
        mkdir -p "$scratch/$name"
        (cd "$scratch/$name" && scepclient -server-url "$plain/scep/NACCSClientCA" -private-key key.pem -certificate cert.pem \
            -cn "$terminal" -organization "NaccsCert Sandbox" -ou "" -country "" "$@") > "$scratch/scep.log" 2>&1
    }
    scep first -challenge "$challenge" || failed "scepclient: $(cat "$scratch/scep.log")"
    is_for "$scratch/first/cert.pem" "$terminal"
    same_key "$scratch/first/cert.pem" "$scratch/first/key.pem" || failed "the certificate carries another key"
    passed "Debian's scepclient enrolls with codes"

    cp "$scratch/first/cert.pem" "$scratch/before.pem"
    scep first || failed "scepclient: $(cat "$scratch/scep.log")"
    is_for "$scratch/first/cert.pem" "$terminal"
    if cmp --silent "$scratch/first/cert.pem" "$scratch/before.pem"; then
        failed "the renewal gives the same certificate"
    fi
    passed "it renews, with the same key"

    if scep second -challenge "$challenge" || ! grep -q 'badRequest' "$scratch/scep.log"; then
        failed "used codes: $(cat "$scratch/scep.log")"
    fi
    passed "it is refused with used codes, and says badRequest"
    stop_sandbox

    start_sandbox --protocol Scep --plain-http
    codes 2
    if scep strict -challenge "$challenge" || ! grep -q 'badAlg' "$scratch/scep.log"; then
        failed "SHA-1: $(cat "$scratch/scep.log")"
    fi
    passed "it is refused where SHA-1 is, and says badAlg"
    stop_sandbox
else
    echo "skipped: scepclient is not installed (Debian: scep)"
fi

if command -v pki > /dev/null && pki --scep --help > /dev/null 2>&1; then
    start_sandbox --protocol Scep --plain-http --scep-algorithms Any --scep-ra --approval-delay PT2S
    codes 2

    # It takes what follows the first dot of a path for the ending of the name.
    (cd "$scratch" && pki --scepca --url "$plain/scep/NACCSClientCA" --caout scepca --raout scepra --outform pem --force) \
        2> "$scratch/pki.log" || failed "pki --scepca: $(cat "$scratch/pki.log")"
    cmp --silent <(openssl x509 -in "$scratch/scepca.pem" -outform DER) <(openssl x509 -in "$data/client-ca.pem" -outform DER) \
        || failed "pki --scepca got another CA"
    cmp --silent <(openssl x509 -in "$scratch/scepra.pem" -outform DER) <(openssl x509 -in "$data/client-ra.pem" -outform DER) \
        || failed "pki --scepca got another registration authority"
    passed "strongSwan gets the client CA and its registration authority"

    # pki_scep OUTPUT [options...]
    pki_scep() {
        local output="$1"
        shift
        pki --scep --url "$plain/scep/NACCSClientCA" --dn "O=NaccsCert Sandbox, CN=$terminal" --cacert "$data/client-ca.pem" \
            --cacert-enc "$scratch/scepra.pem" --cacert-sig "$scratch/scepra.pem" --cipher des3 --interval 1 --maxpolltime 60 \
            --outform pem "$@" > "$output" 2> "$scratch/pki.log"
    }
    new_key() {
        pki --gen --type rsa --size 2048 --outform pem > "$1" 2> "$scratch/pki.log"
    }

    new_key "$scratch/swan.key"
    pki_scep "$scratch/swan.pem" --in "$scratch/swan.key" --password "$challenge" || failed "pki --scep: $(cat "$scratch/pki.log")"
    grep -q 'pending' "$scratch/pki.log" || failed "it did not wait: $(cat "$scratch/pki.log")"
    is_for "$scratch/swan.pem" "$terminal"
    same_key "$scratch/swan.pem" "$scratch/swan.key" || failed "the certificate carries another key"
    passed "strongSwan enrolls with codes and waits for approval, through the registration authority"

    new_key "$scratch/swan2.key"
    pki_scep "$scratch/swan2.pem" --in "$scratch/swan2.key" --cert "$scratch/swan.pem" --key "$scratch/swan.key" \
        || failed "pki --scep: $(cat "$scratch/pki.log")"
    is_for "$scratch/swan2.pem" "$terminal"
    same_key "$scratch/swan2.pem" "$scratch/swan2.key" || failed "the renewed certificate carries another key"
    passed "strongSwan renews with a new key"

    codes 3
    if pki_scep "$scratch/swan3.pem" --in "$scratch/swan2.key" --password "wrong:codes" || ! grep -q 'badRequest' "$scratch/pki.log"; then
        failed "wrong codes: $(cat "$scratch/pki.log")"
    fi
    passed "strongSwan is refused with wrong codes, and says badRequest"
    stop_sandbox
else
    echo "skipped: strongSwan's pki is not installed (Debian: strongswan-pki libstrongswan-extra-plugins)"
fi

echo "strangers by SCEP: $checks checks passed"
