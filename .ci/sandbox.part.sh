# What the scripts share that bring strangers to the sandbox. Sourced with the configuration as its argument; needs bash, openssl.

configuration="$1"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
program="$root/src/NaccsCert.Sandbox/bin/$configuration/net10.0/NaccsCert.Sandbox.dll"
[[ -f "$program" ]] || dotnet build "$root/src/NaccsCert.Sandbox" -c "$configuration" --nologo -v quiet

scratch="$(mktemp -d)"
data=""
sandbox=""
checks=0

clean_up() {
    if [[ -n "$sandbox" ]]; then
        kill "$sandbox" 2>/dev/null || true
        wait "$sandbox" 2>/dev/null || true
    fi
    rm -rf "$scratch"
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

same_key() {
    [[ "$(openssl x509 -in "$1" -noout -pubkey)" == "$(openssl pkey -in "$2" -pubout)" ]]
}

# start_sandbox [options of serve...]: sets sandbox, data, origin and, with --plain-http, plain.
start_sandbox() {
    data="$(mktemp -d "$scratch/data.XXXXXX")"
    mkfifo "$data.output"
    HOME="$scratch" dotnet "$program" serve --data "$data" --validity P20D "$@" > "$data.output" &
    sandbox=$!
    origin=""
    plain=""
    while read -r word value; do
        [[ "$word" != plain ]] || plain="$value"
        if [[ "$word" == listening ]]; then
            origin="$value"
            break
        fi
    done < "$data.output"
    [[ -n "$origin" ]] || failed "the sandbox did not start"
}

stop_sandbox() {
    kill "$sandbox"
    wait "$sandbox" || failed "the sandbox ended with exit code $?"
    sandbox=""
}
