#!/usr/bin/env bash
# Enrolls at the sandbox with tools that know nothing of NaccsCert.
#   curl and openssl      everything: cacerts, enrollment, keys made by the service, renewal, revocation lists, OCSP; chunked
#                         and HTTP/2 bodies, guessing.
#   strongSwan's pki      cacerts, enrollment (at once, and after a wait), refusal and renewal, where the service answers
#                         without the label and sends base64 in one line: pki takes no label and reads no lines. It asks for
#                         no CSR attributes. Debian: strongswan-pki and libstrongswan-standard-plugins (for keys on curves).
# Usage: .ci/strangers.sh [Debug|Release]
set -euo pipefail

source "$(dirname "$0")/sandbox.part.sh" "${1:-Release}"

# request METHOD PATH OUTPUT [curl options...]: prints the status code.
request() {
    local method="$1" path="$2" output="$3"
    shift 3
    curl --silent --show-error --noproxy '*' --cacert "$data/tls-root.pem" --request "$method" \
        --output "$output" --write-out '%{http_code}' "$@" "$origin$path"
}

# enroll OPERATION CSR OUTPUT [curl options...]
enroll() {
    local operation="$1" csr="$2" output="$3"
    shift 3
    request POST "$label/$operation" "$output" --header 'Content-Type: application/pkcs10' --data-binary "@$csr" "$@"
}

# new_csr NAME SUBJECT: NAME.key, and NAME.csr in base64 lines.
new_csr() {
    openssl req -new -newkey rsa:2048 -nodes -keyout "$1.key" -subj "$2" -outform DER -out "$1.der" 2>/dev/null
    openssl base64 -in "$1.der" -out "$1.csr"
}

# certificates_in REPLY PEM
certificates_in() {
    openssl base64 -d -in "$1" | openssl pkcs7 -inform DER -print_certs -out "$2"
}

start_sandbox
label="/.well-known/est/NACCSClientCA"
IFS=, read -r terminal code1 code2 code3 < <(sed -n 2p "$data/codes.csv")
passed "the sandbox listens at $origin"

[[ "$(request GET "$label/cacerts" "$scratch/cacerts")" == 200 ]] || failed "cacerts"
certificates_in "$scratch/cacerts" "$scratch/ca.pem"
[[ "$(openssl x509 -in "$scratch/ca.pem" -noout -fingerprint -sha256)" == "$(openssl x509 -in "$data/client-ca.pem" -noout -fingerprint -sha256)" ]] \
    || failed "cacerts gives another CA than client-ca.pem"
passed "cacerts gives the client CA"

new_csr "$scratch/first" "/CN=any"
[[ "$(enroll simpleenroll "$scratch/first.csr" "$scratch/refusal")" == 401 ]] || failed "enrollment without codes is not challenged"
passed "enrollment without codes is challenged"

codes=(--user "$code1:$code2$code3")
status="$(enroll simpleenroll "$scratch/first.csr" "$scratch/first.reply" "${codes[@]}")"
[[ "$status" == 200 ]] || failed "enrollment: $status $(cat "$scratch/first.reply")"
certificates_in "$scratch/first.reply" "$scratch/first.pem"
passed "enrollment with codes gives a certificate"

openssl verify -purpose sslclient -CAfile "$data/client-ca.pem" "$scratch/first.pem" > "$scratch/verdict" || failed "$(cat "$scratch/verdict")"
passed "it chains to the client CA"

same_key "$scratch/first.pem" "$scratch/first.key" || failed "the certificate carries another key"
[[ "$(openssl x509 -in "$scratch/first.pem" -noout -subject -nameopt multiline)" == *"commonName"*"$terminal"* ]] || failed "the certificate is for another terminal"
passed "it carries the key and names terminal $terminal"

enroll simpleenroll "$scratch/first.csr" "$scratch/again.reply" "${codes[@]}" > /dev/null
cmp --silent "$scratch/first.reply" "$scratch/again.reply" || failed "the same request gives another answer"
passed "the same request again gives the same certificate"

new_csr "$scratch/other" "/CN=any"
[[ "$(enroll simpleenroll "$scratch/other.csr" "$scratch/refusal" "${codes[@]}")" == 401 ]] || failed "used codes buy a second certificate"
passed "the codes buy no second certificate"

# serverkeygen: a key and its certificate in two parts, for the next code set.
IFS=, read -r _ code1 code2 code3 < <(sed -n 3p "$data/codes.csv")
status="$(enroll serverkeygen "$scratch/other.csr" "$scratch/made.reply" --user "$code1:$code2$code3")"
[[ "$status" == 200 ]] || failed "serverkeygen: $status $(cat "$scratch/made.reply")"
# made_part TYPE: the base64 of the part of that media type.
made_part() {
    tr -d '\r' < "$scratch/made.reply" | sed -n "/^Content-Type: application\/$1/,/^--/p" | sed '1,/^$/d; /^--/d'
}
made_part pkcs8 | openssl base64 -d | openssl pkey -inform DER -out "$scratch/made.key"
made_part pkcs7-mime > "$scratch/made.certs"
certificates_in "$scratch/made.certs" "$scratch/made.pem"
same_key "$scratch/made.pem" "$scratch/made.key" || failed "the made key is not that of its certificate"
passed "serverkeygen gives a key and its certificate"

# The subject in the order and spelling in which -subj takes it.
subject="/$(openssl x509 -in "$scratch/first.pem" -noout -subject -nameopt RFC2253,-dn_rev,sep_comma_plus_space | sed 's/^subject= *//; s/, /\//g')"
new_csr "$scratch/second" "$subject"
identity=(--cert "$scratch/first.pem" --key "$scratch/first.key")
status="$(enroll simplereenroll "$scratch/second.csr" "$scratch/second.reply" "${identity[@]}")"
[[ "$status" == 200 ]] || failed "re-enrollment: $status $(cat "$scratch/second.reply")"
certificates_in "$scratch/second.reply" "$scratch/second.pem"
same_key "$scratch/second.pem" "$scratch/second.key" || failed "the renewed certificate carries another key"
passed "re-enrollment over mutual TLS gives a certificate for the new key"

[[ "$(enroll simplereenroll "$scratch/other.csr" "$scratch/refusal")" == 403 ]] || failed "re-enrollment without a client certificate"
passed "re-enrollment without a client certificate is refused"

# fetch_crl: from the address that the certificate itself names.
crl_url="$(openssl x509 -in "$scratch/second.pem" -noout -ext crlDistributionPoints | sed -n 's/^ *URI:https:/https:/p')"
fetch_crl() {
    curl --silent --show-error --noproxy '*' --fail --cacert "$data/tls-root.pem" --output "$scratch/crl.der" "$crl_url"
    openssl crl -inform DER -in "$scratch/crl.der" -out "$scratch/crl.pem"
}
verify_with_crl() {
    openssl verify -crl_check -CRLfile "$scratch/crl.pem" -CAfile "$data/client-ca.pem" "$1" > "$scratch/verdict" 2>&1
}
fetch_crl
verify_with_crl "$scratch/second.pem" || failed "$(cat "$scratch/verdict")"
passed "the renewed certificate is good by the revocation list at $crl_url"

# ask_ocsp CERTIFICATE METHOD STATE: asks the responder that the certificate itself names. curl carries the messages, as
# the HTTP client of openssl ocsp takes no TLS root.
ocsp_url="$(openssl x509 -in "$scratch/second.pem" -noout -ocsp_uri)"
ask_ocsp() {
    local question=(-issuer "$data/client-ca.pem" -cert "$1")
    openssl ocsp "${question[@]}" -reqout "$scratch/ocsp.request"
    local transfer=(--silent --show-error --noproxy '*' --fail --cacert "$data/tls-root.pem" --output "$scratch/ocsp.response")
    if [[ "$2" == POST ]]; then
        curl "${transfer[@]}" --header 'Content-Type: application/ocsp-request' --data-binary "@$scratch/ocsp.request" "$ocsp_url"
    else
        curl "${transfer[@]}" "$ocsp_url/$(openssl base64 -A -in "$scratch/ocsp.request" | sed 's/+/%2B/g; s/\//%2F/g; s/=/%3D/g')"
    fi

    # Without the option, openssl would put a second nonce into the request that it compares the response with.
    openssl ocsp "${question[@]}" -no_nonce -reqin "$scratch/ocsp.request" -respin "$scratch/ocsp.response" -CAfile "$data/client-ca.pem" \
        > "$scratch/verdict" 2>&1 || failed "$(cat "$scratch/verdict")"
    grep -q "Response verify OK" "$scratch/verdict" || failed "$(cat "$scratch/verdict")"
    if grep -q "nonce" "$scratch/verdict"; then
        failed "$(cat "$scratch/verdict")"
    fi
    grep -q "$1: $3" "$scratch/verdict" || failed "OCSP does not say $3: $(cat "$scratch/verdict")"
}
ask_ocsp "$scratch/second.pem" POST good
ask_ocsp "$scratch/second.pem" GET good
passed "it is good by the OCSP responder at $ocsp_url too, asked by POST and by GET"

serial="$(openssl x509 -in "$scratch/first.pem" -noout -serial)"
HOME="$scratch" dotnet "$program" revoke --data "$data" --serial "${serial#serial=}" > /dev/null
fetch_crl
if verify_with_crl "$scratch/first.pem"; then
    failed "a revoked certificate is good by the revocation list"
fi
grep -q "certificate revoked" "$scratch/verdict" || failed "$(cat "$scratch/verdict")"
passed "a revoked certificate is not"

ask_ocsp "$scratch/first.pem" POST revoked
grep -q "Revocation Time: " "$scratch/verdict" || failed "OCSP does not say since when: $(cat "$scratch/verdict")"
passed "nor is it by OCSP, which says since when"

stop_sandbox
passed "the sandbox ends cleanly on SIGTERM"

# With and without the label, with bodies of unknown length, and with a limit on guessing.
start_sandbox --label-optional --any-length --guess-limit 2 --guess-window PT10M
IFS=, read -r terminal code1 code2 code3 < <(sed -n 2p "$data/codes.csv")
label="/.well-known/est"
new_csr "$scratch/chunked" "/CN=any"
status="$(enroll simpleenroll "$scratch/chunked.csr" "$scratch/chunked.reply" --http1.1 --header 'Transfer-Encoding: chunked' --user "$code1:$code2$code3")"
[[ "$status" == 200 ]] || failed "chunked: $status $(cat "$scratch/chunked.reply")"
passed "a chunked body is read, without the label too"

if curl --version | grep -q HTTP2; then
    label="/.well-known/est/NACCSClientCA"
    status="$(enroll simpleenroll "$scratch/chunked.csr" "$scratch/again.reply" --http2 --user "$code1:$code2$code3")"
    [[ "$status" == 200 ]] || failed "HTTP/2: $status $(cat "$scratch/again.reply")"
    cmp --silent "$scratch/chunked.reply" "$scratch/again.reply" || failed "with the label, the same request gives another answer"
    passed "HTTP/2 gives the same answer, with the label"
else
    echo "skipped: this curl speaks no HTTP/2"
fi

for _ in 1 2; do
    [[ "$(enroll simpleenroll "$scratch/chunked.csr" "$scratch/refusal" --user "$code1:wrong")" == 401 ]] || failed "wrong codes are not refused"
done
status="$(enroll simpleenroll "$scratch/chunked.csr" "$scratch/refusal" --user "$code1:wrong" --dump-header "$scratch/headers")"
[[ "$status" == 429 ]] && grep -qi '^retry-after: [1-9]' "$scratch/headers" || failed "guessing: $status $(cat "$scratch/headers")"
status="$(enroll simpleenroll "$scratch/chunked.csr" "$scratch/again.reply" --interface 127.0.0.2 --user "$code1:$code2$code3")"
[[ "$status" == 200 ]] || failed "another address: $status $(cat "$scratch/again.reply")"
passed "guessing ends in 429 with Retry-After, for the one who guesses alone"
stop_sandbox

# A client that takes no label, reads base64 in one line only and speaks a TLS of its own.
if command -v pki > /dev/null && pki --est --help > /dev/null 2>&1; then
    start_sandbox --label-optional --one-line
    IFS=, read -r terminal code1 code2 code3 < <(sed -n 2p "$data/codes.csv")

    # pki_est OUTPUT [options...]: enrolls, or renews where the options say so.
    pki_est() {
        local output="$1"
        shift
        pki --est --url "$origin" --cacert "$data/tls-root.pem" --cacert "$data/client-ca.pem" --outform pem "$@" \
            > "$output" 2> "$scratch/pki.log" || failed "pki --est: $(cat "$scratch/pki.log")"
    }
    pki_request() {
        pki --gen --type rsa --size 2048 --outform pem > "$1.key" 2> "$scratch/pki.log"
        pki --req --in "$1.key" --dn "O=NaccsCert Sandbox, CN=$terminal" --outform der > "$1.req" 2> "$scratch/pki.log"
    }

    # It takes what follows the first dot of a path for the ending of the name.
    (cd "$scratch" && pki --estca --url "$origin" --cacert "$data/tls-root.pem" --caout estca --outform pem --force) 2> "$scratch/pki.log" \
        || failed "pki --estca: $(cat "$scratch/pki.log")"
    cmp --silent <(openssl x509 -in "$scratch/estca.pem" -outform DER) <(openssl x509 -in "$data/client-ca.pem" -outform DER) \
        || failed "pki --estca got another CA"
    passed "strongSwan gets the client CA"

    pki_request "$scratch/swan"
    pki_est "$scratch/swan.pem" --in "$scratch/swan.req" --userpass "$code1:$code2$code3"
    same_key "$scratch/swan.pem" "$scratch/swan.key" || failed "the certificate carries another key"
    passed "strongSwan enrolls with codes"

    pki_request "$scratch/swan2"
    pki_est "$scratch/swan2.pem" --in "$scratch/swan2.req" --cert "$scratch/swan.pem" --key "$scratch/swan.key"
    same_key "$scratch/swan2.pem" "$scratch/swan2.key" || failed "the renewed certificate carries another key"
    passed "strongSwan renews with a new key"

    if pki --est --url "$origin" --cacert "$data/tls-root.pem" --cacert "$data/client-ca.pem" --outform pem \
        --in "$scratch/swan2.req" --userpass "$code1:wrong" > "$scratch/swan3.pem" 2> "$scratch/pki.log"; then
        failed "strongSwan enrolls with wrong codes"
    fi
    passed "strongSwan is refused with wrong codes"
    stop_sandbox

    # What a service may demand or allow: a shared secret in the request, the same key again, and a wait.
    start_sandbox --label-optional --one-line --same-key --challenge-password Verify --approval-delay PT2S
    IFS=, read -r terminal code1 code2 code3 < <(sed -n 2p "$data/codes.csv")
    pki --gen --type ecdsa --size 256 --outform pem > "$scratch/swan4.key" 2> "$scratch/pki.log"
    pki --req --in "$scratch/swan4.key" --type ecdsa --dn "O=NaccsCert Sandbox, CN=$terminal" --password "$code1$code2$code3" \
        --outform der > "$scratch/swan4.req" 2> "$scratch/pki.log"
    pki_est "$scratch/swan4.pem" --in "$scratch/swan4.req" --userpass "$code1:$code2$code3" --interval 1 --maxpolltime 60
    same_key "$scratch/swan4.pem" "$scratch/swan4.key" || failed "the certificate carries another key"
    passed "strongSwan waits for approval, with its codes as challengePassword and a key on a curve"

    pki_est "$scratch/swan5.pem" --in "$scratch/swan4.req" --cert "$scratch/swan4.pem" --key "$scratch/swan4.key"
    same_key "$scratch/swan5.pem" "$scratch/swan4.key" || failed "the renewed certificate carries another key"
    passed "strongSwan renews with the same key"
    stop_sandbox
else
    echo "skipped: strongSwan's pki is not installed (Debian: strongswan-pki libstrongswan-standard-plugins)"
fi

echo "strangers: $checks checks passed"
