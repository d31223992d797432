#!/usr/bin/env bash
# Checks what the compilers do not see: compose file, Prometheus configuration and alerts, dashboards,
# shell scripts, metric names and links of the documentation. Installs and changes nothing.
# Prints one line per check. Exit 0: all hold; 1: a check failed, its output above; 3: a tool is missing.
# shellcheck disable=SC2317 # the checks are called by name, through check()
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly METRICS=docs/metrics.txt
readonly DASHBOARDS=deploy/grafana/dashboards
readonly PROMETHEUS=deploy/prometheus

failed=0

# check NAME COMMAND...: one line; the command's output only when it fails.
check() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    printf 'ok %s\n' "$name"
  else
    printf '%s\nFAILED %s\n' "$output" "$name"
    failed=1
  fi
}

require_tools() {
  local missing=()
  command -v docker-compose >/dev/null || missing+=("docker-compose (Debian package docker-compose)")
  command -v promtool >/dev/null || missing+=("promtool (Debian package prometheus)")
  command -v shellcheck >/dev/null || missing+=("shellcheck (Debian package shellcheck)")
  command -v python3 >/dev/null || missing+=("python3 (Debian package python3)")
  if ((${#missing[@]})); then
    printf 'missing: %s\n' "${missing[@]}" >&2
    exit 3
  fi
}

images_are_pinned() {
  local loose
  loose=$(grep -hE '^ *image:|^FROM ' docker-compose.yml deploy/docker/Dockerfile \
    | grep -vE '(image: *|FROM )[^ ]+:v?[0-9][^ ]*( AS [a-z]+)?$' || true)
  [[ -z $loose ]] || { printf 'no version in: %s\n' "$loose"; return 1; }
}

valid_json() {
  local file
  for file in "$@"; do
    python3 -m json.tool "$file" /dev/null || { echo "in $file"; return 1; }
  done
}

# Every query of the dashboards as one recording rule each: promtool parses rules, not dashboards.
queries_as_rules() {
  python3 - "$@" <<'PYTHON'
import json, re, sys

def queries(node):
    if isinstance(node, dict):
        if isinstance(node.get("expr"), str):
            yield node["expr"]
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from queries(child)

found = [q for path in sys.argv[1:] for q in queries(json.load(open(path, encoding="utf-8")))]
if not found:
    sys.exit("no query in " + " ".join(sys.argv[1:]))
rules = [{"record": f"query:{i}", "expr": re.sub(r"\$\{?[a-z:]+\}?", "x", q)} for i, q in enumerate(found)]
print(json.dumps({"groups": [{"name": "dashboards", "rules": rules}]}))
PYTHON
}

queries_parse() {
  local rules status=0
  rules=$(mktemp)
  { queries_as_rules "$@" >"$rules" && promtool check rules "$rules"; } || status=1
  rm -f "$rules"
  return "$status"
}

used_metrics() {
  grep -rhoE '\b(contact_roi|kafka|jvm)_[a-z0-9_]+' \
    "$DASHBOARDS" "$PROMETHEUS/rules.yml" "$PROMETHEUS/rules_test.yml" | sort -u
}

listed_metrics() {
  grep -oE '^[a-z][a-z0-9_]*' "$METRICS" | sort -u
}

metrics_are_listed() {
  local unknown
  unknown=$(comm -23 <(used_metrics) <(listed_metrics))
  [[ -z $unknown ]] || { printf 'used and not in %s: %s\n' "$METRICS" "$unknown"; return 1; }
}

metrics_are_documented() {
  local metric status=0
  while read -r metric; do
    grep -qw -- "$metric" docs/operations.md || { echo "not in docs/operations.md: $metric"; status=1; }
  done < <(listed_metrics)
  return "$status"
}

alerts_are_documented() {
  local alert status=0
  while read -r alert; do
    grep -qw -- "$alert" docs/operations.md || { echo "not in docs/operations.md: $alert"; status=1; }
  done < <(sed -nE 's/^ *- alert: *//p' "$PROMETHEUS/rules.yml")
  return "$status"
}

shell_scripts() {
  local file first
  while IFS= read -r -d '' file; do
    IFS= read -r first <"$file" || true
    [[ ${first-} =~ ^#!.*[/\ ](ba)?sh($|\ ) ]] && printf '%s\0' "$file"
  done < <(grep -rIlZE --exclude-dir=.git --exclude-dir=target --exclude-dir=node_modules '^#!' .)
}

shell_is_clean() {
  local scripts
  mapfile -d '' -t scripts < <(shell_scripts)
  shellcheck "${scripts[@]}"
}

links_resolve() {
  local page link status=0
  for page in *.md docs/*.md event-schemas/*.md; do
    while read -r link; do
      [[ -e $(dirname "$page")/$link ]] || { echo "$page links to $link, which is not there"; status=1; }
    done < <(grep -oE '\]\([^)#: ]+[)#]' "$page" | sed 's/^](//; s/.$//')
  done
  return "$status"
}

require_tools
check 'docker-compose.yml is valid' docker-compose -f docker-compose.yml config -q
check 'images are pinned' images_are_pinned
check 'Prometheus configuration is valid' promtool check config "$PROMETHEUS/prometheus.yml"
check 'alert rules are valid' promtool check rules "$PROMETHEUS/rules.yml"
check 'alert rules do what their tests say' promtool test rules "$PROMETHEUS/rules_test.yml"
check 'dashboards are valid JSON' valid_json "$DASHBOARDS"/*.json
check 'dashboard queries parse' queries_parse "$DASHBOARDS"/*.json
check "metrics of dashboards and rules are in $METRICS" metrics_are_listed
check 'metrics are documented' metrics_are_documented
check 'alerts are documented' alerts_are_documented
check 'shell scripts are clean' shell_is_clean
check 'links of the documentation resolve' links_resolve
exit "$failed"
