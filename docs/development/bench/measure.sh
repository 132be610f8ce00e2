#!/bin/sh
# CPU of one process for each request: measure.sh PID CONNECTIONS SECONDS URL [HEADER]
# Warms up for as long as MEASURE_WARM says (6 seconds), then measures. Needs wrk and Linux.
set -eu
pid=$1 connections=$2 seconds=$3 url=$4 header=${5:-Accept: application/json}

ticks() {
    for each in "$pid" $(cat "/proc/$pid/task/$pid/children"); do
        sed 's/^.*) //' "/proc/$each/stat"
    done | awk '{ sum += $12 + $13 } END { print sum }'
}

wrk -t1 -c"$connections" -d"${MEASURE_WARM:-6}s" --timeout 30s -H "$header" "$url" > /dev/null
before=$(ticks)
result=$(wrk -t1 -c"$connections" -d"${seconds}s" --timeout 30s -H "$header" "$url")
after=$(ticks)
echo "$result" | grep -E 'Non-2xx|Socket errors' || true
requests=$(echo "$result" | sed -n 's/^ *\([0-9]*\) requests in.*/\1/p')
per_second=$(getconf CLK_TCK)
echo "$before $after $requests $per_second" |
    awk '{ printf "%d requests, %.1f us of CPU each\n", $3, ($2 - $1) * 1000000 / $4 / $3 }'
