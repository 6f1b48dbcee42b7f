# shellcheck shell=bash
# Runs the whole build with its tests, strictly: nothing may be skipped, no module may be
# without tests. Sourced by `gauntlet`.

: "${root:?set by gauntlet}"

verify() {
  local jdk status=0 maven_options=()
  while [ $# -gt 0 ]; do
    case $1 in
      -o | --offline) maven_options+=(--offline) ;;
      -h | --help) verify_help && return ;;
      *) fail 2 "verify: unknown argument '$1'; there is --offline" ;;
    esac
    shift
  done

  if jdk=$(find_jdk 25); then
    :
  elif jdk=$(find_jdk 21); then
    say "no JDK 25 or newer found: verifying on $jdk, the format of the sources is not checked"
  else
    fail 3 "$(no_jdk 21)"
  fi
  need_maven
  need_browser

  build_starts
  rm -rf "$root"/*/target/surefire-reports
  maven "$jdk" -B -ntp --fail-at-end verify -Dgauntlet.browser=required \
    ${maven_options[@]+"${maven_options[@]}"} || status=$?
  [ "$status" -ne 0 ] || build_succeeded
  check_reports "$status"
}

verify_help() {
  cat <<'EOF'
Usage: gauntlet verify [--offline]
Builds every module and runs every test. Fails when a test fails or is skipped, or when a
module ran no test. Installs Chromium (Debian: chromium, chromium-driver) when it is missing
and may be installed.
EOF
}

# need_browser: the tests of the report page drive Chromium.
need_browser() {
  local apt=() packages='chromium chromium-driver fonts-liberation'
  if has_browser; then
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    apt=(sudo -n)
  fi
  if command -v apt-get >/dev/null && ${apt[@]+"${apt[@]}"} true 2>/dev/null; then
    say "installing $packages, which the tests of the report page need"
    # shellcheck disable=SC2086 # a list of packages
    if ${apt[@]+"${apt[@]}"} sh -c 'apt-get -qq update &&
        DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"' \
        sh $packages >&2 && has_browser; then
      return
    fi
  fi
  fail 3 "chromium and chromedriver are missing and could not be installed; on Debian: sudo apt-get install $packages"
}

has_browser() {
  command -v chromedriver >/dev/null &&
    { command -v chromium || command -v google-chrome || command -v chrome; } >/dev/null
}

# modules: the modules of the reactor, one a line.
modules() {
  sed -n 's|^ *<module>\(.*\)</module> *$|\1|p' "$root/pom.xml"
}

# check_reports <Maven's exit status>: reads what the tests wrote and ends with the count.
check_reports() {
  local status=$1 module counts run failed skipped all_run=0 all_failed=0 all_skipped=0
  while IFS= read -r module; do
    counts=$(report_counts "$root/$module/target/surefire-reports")
    read -r run failed skipped <<<"$counts"
    if [ "$run" -eq 0 ]; then
      say "module $module ran no test"
      [ "$status" -ne 0 ] || status=1
    fi
    if [ "$skipped" -ne 0 ]; then
      say "module $module skipped $skipped of $run tests:"
      skipped_tests "$root/$module/target/surefire-reports" >&2
    fi
    all_run=$((all_run + run))
    all_failed=$((all_failed + failed))
    all_skipped=$((all_skipped + skipped))
  done < <(modules)

  if [ "$all_run" -eq 0 ] || [ "$all_failed" -ne 0 ] || [ "$all_skipped" -ne 0 ]; then
    [ "$status" -ne 0 ] || status=1
  fi
  if [ "$status" -ne 0 ]; then
    say "verify failed (Maven: exit status $1, skipped tests: $all_skipped)"
  fi
  printf '%d passed, %d failed\n' $((all_run - all_failed - all_skipped)) "$all_failed"
  return "$status"
}

# report_counts <folder>: tests, failures with errors, and skipped ones of Surefire's reports.
report_counts() {
  local report
  for report in "$1"/TEST-*.xml; do
    if [ -e "$report" ]; then
      sed -n '/<testsuite /{p;q;}' "$report"
    fi
  done | awk '
    function value(name) {
      return match($0, " " name "=\"[0-9]+\"") \
        ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
    }
    { tests += value("tests"); bad += value("failures") + value("errors"); skipped += value("skipped") }
    END { print tests + 0, bad + 0, skipped + 0 }'
}

# skipped_tests <folder>: class, name and reason of each skipped test.
skipped_tests() {
  awk '
    function attribute(name) {
      return match($0, " " name "=\"[^\"]*\"") \
        ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : "?"
    }
    /<testcase / { test = "  " attribute("classname") ": " attribute("name") }
    /<skipped/ { print test " (" attribute("message") ")" }' "$1"/TEST-*.xml
}
