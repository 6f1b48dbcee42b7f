#!/usr/bin/env bash
# Tests the launcher in a made-up project with made-up JDKs and a made-up Maven.
# Prints `ok - name` or `not ok - name: why` for each test; run by LauncherTest.
# shellcheck disable=SC2016 # code of the made-up programs, expanded when they run
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
me=$(id -u)

# --- a project, JDKs and a PATH of our own ---------------------------------------------------

# jdk <folder> <version>: a JDK whose java prints its home and its arguments.
jdk() {
  mkdir -p "$work/$1/bin"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$work/$1/release"
  printf '#!/bin/bash\nprintf "%%s\\n" "java of %s" "$@"\nexit "${JAVA_EXIT:-0}"\n' "$1" >"$work/$1/bin/java"
  cp "$work/$1/bin/java" "$work/$1/bin/javac"
  chmod +x "$work/$1/bin/java" "$work/$1/bin/javac"
}

# project: an empty project with two modules besides the command line.
project() {
  rm -rf "$work/project" "$work/tools"
  mkdir -p "$work/project"/{api,cli}/src/main/java "$work/tools"
  cp "$here/../gauntlet" "$work/project/"
  mkdir "$work/project/launcher"
  cp "$here"/{jdk,build,verify,mutate}.sh "$work/project/launcher/"
  printf '<modules>\n    <module>api</module>\n    <module>cli</module>\n</modules>\n' >"$work/project/pom.xml"
  touch "$work/project"/{SPEC.md,api/pom.xml,cli/pom.xml,api/src/main/java/A.java}
  local tool
  for tool in bash sh cat cp dirname readlink sed awk find mkdir touch mv rm tail seq id flock; do
    if command -v "$tool" >/dev/null; then
      ln -s "$(command -v "$tool")" "$work/tools/$tool"
    fi
  done
  tool chromedriver true
  tool chromium true
  tool mvn 'echo "$JAVA_HOME $*" >>"$WORK/maven.calls"
    mkdir -p cli/target/lib
    if [ -d "$WORK/reports" ]; then cp -R "$WORK/reports/." .; fi
    eval "${MAVEN:-true}"'
  rm -rf "$work/reports"
  : >"$work/maven.calls"
}

# tool <name> <shell code>: a program on the PATH. Never written through a link to the machine's own.
tool() {
  rm -f "$work/tools/$1"
  printf '#!/bin/bash\n%s\n' "$2" >"$work/tools/$1"
  chmod +x "$work/tools/$1"
}

# gauntlet <arguments>: runs the launcher; its output is in $out and $err, its exit in $status.
gauntlet() {
  status=0
  env -i WORK="$work" PATH="$work/tools" HOME="$work" GAUNTLET_JDKS="${jdks-$work/jdks}" \
    JAVA_HOME="${java_home-}" MAVEN="${maven-}" JAVA_EXIT="${java_exit-0}" \
    "$work/project/gauntlet" "$@" >"$work/out" 2>"$work/err" || status=$?
  out=$(cat "$work/out")
  err=$(cat "$work/err")
}

# age_everything: gives every file an old time, and the last build a slightly newer one.
age_everything() {
  find "$work/project" -exec touch -t 202001010000 {} +
  touch -t 202001020000 "$work/project/cli/target/built"
}

# reports "<module> <tests> <errors> <failures> <skipped>" ...: what Surefire will write.
reports() {
  local counts module tests errors failed skipped
  rm -rf "$work/reports"
  for counts in "$@"; do
    read -r module tests errors failed skipped <<<"$counts"
    mkdir -p "$work/reports/$module/target/surefire-reports"
    cat >"$work/reports/$module/target/surefire-reports/TEST-x.$module.xml" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<testsuite version="3.0.2" name="x.$module" tests="$tests" errors="$errors" skipped="$skipped" failures="$failed">
  <properties><property name="a" value=" tests=&quot;9&quot;"/></properties>
  <testcase name="[C1] first" classname="x.$module" time="0">
    $([ "$skipped" -eq 0 ] || printf '<skipped message="no browser"/>')
  </testcase>
</testsuite>
XML
  done
}

# --- assertions ------------------------------------------------------------------------------

check() {
  local name=$1
  shift
  if "$@"; then
    printf 'ok - %s\n' "$name"
  else
    failures=$((failures + 1))
    printf 'not ok - %s: exit %s, out [%s], err [%s], Maven [%s]\n' "$name" "$status" \
      "${out//$'\n'/ | }" "${err//$'\n'/ | }" "$(tr '\n' '|' <"$work/maven.calls")"
  fi
}

runs_java_of() { [ "$status" -eq 0 ] && [ "${out%%$'\n'*}" = "java of $1" ]; }
ends_with() { [ "$status" -eq "$1" ] && [ "${out##*$'\n'}" = "$2" ]; }
says() { [ "$status" -eq "$1" ] && case $err in *"$2"*) ;; *) false ;; esac; }
maven_calls() { [ "$(wc -l <"$work/maven.calls")" -eq "$1" ]; }
both() { eval "$1" && eval "$2"; }

# --- which JDK -------------------------------------------------------------------------------

jdk jdks/seventeen 17.0.15
jdk jdks/twenty-one 21.0.8
jdk jdks/twenty-four 24.0.2
jdk jdks/twenty-five 25.0.3
jdk jdks/twenty-six 26
jdk old/eight 1.8.0_402
jdk old/seventeen 17.0.15
jdk between/twenty-one 21.0.8
jdk between/twenty-three 23.0.1
mkdir -p "$work/jdks/a folder" "$work/jre/bin"
printf 'JAVA_VERSION="25"\n' >"$work/jre/release"

project
gauntlet x
check 'takes the newest long-term JDK' runs_java_of jdks/twenty-five
java_home=$work/jdks/twenty-one gauntlet x
check 'prefers JAVA_HOME' runs_java_of jdks/twenty-one
java_home=$work/jdks/seventeen gauntlet x
check 'passes over a JAVA_HOME that is too old' runs_java_of jdks/twenty-five
java_home=$work/jre gauntlet x
check 'passes over a JAVA_HOME without a compiler' runs_java_of jdks/twenty-five
ln -s "$work/jdks/twenty-six/bin/java" "$work/tools/java"
gauntlet x
check 'prefers the JDK on the PATH' runs_java_of jdks/twenty-six
rm "$work/tools/java"
ln -s "$work/jdks/seventeen/bin/java" "$work/tools/java"
gauntlet x
check 'passes over a JDK on the PATH that is too old' runs_java_of jdks/twenty-five
jdks=$work/old:$work/between gauntlet x
check 'looks into every folder' runs_java_of between/twenty-one
jdks=$work/old gauntlet x
check 'says that no JDK is there' says 3 'gauntlet: no JDK 21 or newer found'
check 'says so in one line' [ "$(wc -l <"$work/err")" -eq 1 ]

# --- how Java is called ----------------------------------------------------------------------

gauntlet 'two words' '*' ''
expected=$(printf '%s\n' 'java of jdks/twenty-five' --enable-native-access=ALL-UNNAMED "-Dgauntlet.home=$work/project" \
  -Xlog:disable -Xlog:all=warning,os+thread=off:stderr --sun-misc-unsafe-memory-access=allow -cp \
  "$work/project/cli/target/gauntlet-cli.jar:$work/project/cli/target/lib/*" \
  dev.gauntlet.cli.Main 'two words' '*' '')
check 'passes the arguments on as they are' [ "$out" = "$expected" ]
java_home=$work/jdks/twenty-one gauntlet x
check 'gives JDK 21 no option it does not know' [ "${out/unsafe/}" = "$out" ]
java_exit=4 gauntlet x
check 'ends with the exit status of the command' [ "$status" -eq 4 ]

# --- when it builds --------------------------------------------------------------------------

project
gauntlet x
check 'builds in a fresh clone, on the JDK found' \
  both 'maven_calls 1' 'grep -q "^$work/jdks/twenty-five .*package" "$work/maven.calls"'
check 'says that it builds' says 0 'building'
gauntlet x
check 'does not build again' both 'maven_calls 1' '[ -z "$err" ]'
age_everything
touch "$work/project/api/src/main/java/A.java"
gauntlet x
check 'builds when a source is newer' maven_calls 2
project
gauntlet x
age_everything
gauntlet x
check 'does not build when all is old' maven_calls 1
rm "$work/project/api/src/main/java/A.java"
gauntlet x
check 'builds when a source was removed' maven_calls 2
project
maven='seq 100; echo it broke; exit 1' gauntlet x
check 'shows the end of the log of a failed build' \
  both 'says 3 "it broke"' '[ "$(wc -l <"$work/err")" -eq 42 ]'
gauntlet x
check 'builds again after a failed build' both 'maven_calls 2' '[ "$status" -eq 0 ]'
project
rm "$work/tools/mvn"
gauntlet x
check 'says that Maven is missing' says 3 'gauntlet: Maven is missing'
project
rm "$work/tools/mvn"
printf '#!/bin/bash\nmkdir -p cli/target/lib\n' >"$work/project/mvnw"
chmod +x "$work/project/mvnw"
gauntlet x
check 'takes the wrapper where Maven is missing' runs_java_of jdks/twenty-five

# --- mutate ----------------------------------------------------------------------------------

project
gauntlet mutate api lockfree
check 'mutates each part' grep -q 'impl-lockfree -am -P mutation-lockfree' "$work/maven.calls"
check 'compares what PIT has left with the list' \
  both '[ "$status" -eq 0 ]' 'case $out in *MutationCheck*lockfree*mutation-survivors.tsv*mutations.xml*) ;; *) false ;; esac'
java_exit=1 gauntlet mutate api
check 'fails when a mutant is not explained' [ "$status" -eq 1 ]
maven='exit 1' gauntlet mutate api
check 'fails when PIT does' says 1 'PIT did not come to its end on api'
gauntlet mutate foo
check 'names a part that it does not know' says 2 "unknown part 'foo'"
mkdir -p "$work/project/api/src/main/java/dev/gauntlet/spi"
touch "$work/project/api/src/main/java/dev/gauntlet"/{Awaiting,spi/Deadline}.java
gauntlet mutate api:Awaiting,spi.Deadline
check 'mutates single classes' grep -qF -- \
  '-Dgauntlet.mutated=dev.gauntlet.Awaiting,dev.gauntlet.Awaiting$*,dev.gauntlet.spi.Deadline,dev.gauntlet.spi.Deadline$* ' \
  "$work/maven.calls"
check 'compares single classes with the list' \
  both '[ "$status" -eq 0 ]' 'case $out in *mutations.xml*Awaiting,spi.Deadline*) ;; *) false ;; esac'
gauntlet mutate lockfree api:Foo
check 'names a class that it does not know' says 2 "no class 'Foo' in api"
gauntlet mutate api:
check 'wants a class after a colon' says 2 "no class after 'api:'"

# --- verify ----------------------------------------------------------------------------------

project
reports 'api 3 0 0 0' 'cli 2 0 0 0'
gauntlet verify
check 'counts the tests of all modules' ends_with 0 '5 passed, 0 failed'
check 'asks Maven for the tests in a browser' \
  grep -q 'verify .*-Dgauntlet.browser=required' "$work/maven.calls"
gauntlet x
check 'leaves nothing to build for the next command' maven_calls 1
maven='exit 7' gauntlet verify
check 'fails when Maven failed though all tests passed' ends_with 7 '5 passed, 0 failed'
jdks=$work/between gauntlet verify
check 'says when the format is not checked' says 0 'the format of the sources is not checked'
reports 'api 3 0 0 1' 'cli 2 0 0 0'
gauntlet verify
check 'fails when a test was skipped' ends_with 1 '4 passed, 0 failed'
check 'names the skipped test and the reason' says 1 'x.api: [C1] first (no browser)'
reports 'api 3 1 1 0' 'cli 2 0 0 0'
maven='exit 1' gauntlet verify
check 'fails when a test failed' ends_with 1 '3 passed, 2 failed'
gauntlet verify
check 'fails when a test failed and Maven did not notice' ends_with 1 '3 passed, 2 failed'
reports 'api 3 0 0 0'
rm -rf "$work/project/cli/target/surefire-reports"
gauntlet verify
check 'fails when a module ran no test' says 1 'module cli ran no test'
reports
gauntlet verify
check 'fails when nothing ran, whatever reports lay there' ends_with 1 '0 passed, 0 failed'
gauntlet verify --fast
check 'names an argument that it does not know' says 2 "unknown argument '--fast'"
gauntlet verify --help
check 'explains itself' [ "$status $err" = '0 ' ]

project
reports 'api 3 0 0 0' 'cli 2 0 0 0'
rm "$work/tools/chromedriver"
gauntlet verify
check 'says that the browser is missing' says 3 'chromium and chromedriver are missing'
check 'does not start Maven then' maven_calls 0
tool id 'echo 1000'
tool apt-get 'echo "apt-get $*" >>"$WORK/apt.calls"'
tool sudo 'exit 1'
gauntlet verify
check 'does not install without the right to' both 'says 3 missing' '[ ! -e "$work/apt.calls" ]'
tool sudo 'shift; exec "$@"'
ln -s "$(type -P true)" "$work/tools/true"
ln -s "$(type -P ln)" "$work/tools/ln"
tool apt-get 'case $* in *install*chromium-driver*) ln -s true "$WORK/tools/chromedriver" ;; esac'
gauntlet verify
check 'installs the browser when it may' ends_with 0 '5 passed, 0 failed'

check 'leaves the programs of the machine alone' [ "$(id -u)" = "$me" ]

[ "$failures" -eq 0 ]
