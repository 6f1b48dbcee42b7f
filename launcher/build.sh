# shellcheck shell=bash
# Builds the command line when its sources are newer. Sourced by `gauntlet`.

: "${root:?set by gauntlet}"
readonly stamp=$root/cli/target/built
readonly build_log=$root/target/build.log

# need_maven: sets `mvn` to the installed Maven, or to the wrapper.
need_maven() {
  if command -v mvn >/dev/null; then
    mvn=mvn
  elif [ -x "$root/mvnw" ]; then
    say 'mvn is not on the PATH, so the wrapper mvnw fetches Maven once'
    mvn=$root/mvnw
  else
    fail 3 'Maven is missing: install it (e.g. apt-get install maven)'
  fi
}

# maven <JDK> <arguments>: runs Maven on the given JDK, which also compiles in Maven's own JVM.
# Error Prone needs the compiler's packages there.
maven() {
  local jdk=$1 package options=${MAVEN_OPTS:-}
  shift
  for package in api file main model parser processing tree util; do
    options+=" --add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
  done
  for package in code comp; do
    options+=" --add-opens=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
  done
  (cd "$root" && JAVA_HOME=$jdk MAVEN_OPTS="$options -Dgauntlet.compile.in.process=true" "$mvn" "$@")
}

# is_stale: whether a source or a pom changed since the last build. A folder's time tells of
# files that were removed from it.
is_stale() {
  [ ! -e "$stamp" ] || [ ! -d "$root/cli/target/lib" ] ||
    [ -n "$(find "$root/pom.xml" "$root/SPEC.md" "$root"/*/pom.xml "$root"/*/src/main \
      -newer "$stamp" -print -quit)" ]
}

build_if_stale() {
  if is_stale; then
    mkdir -p "$root/target"
    if command -v flock >/dev/null; then
      # Of two commands that start together, one builds.
      exec 9>"$root/target/build.lock"
      flock 9
      if is_stale; then
        build "$1"
      fi
      exec 9>&-
    else
      build "$1"
    fi
  fi
}

build() {
  local status=0
  need_maven
  say 'building (the first run takes a few minutes) ...'
  build_starts
  maven "$1" -q -B -ntp -pl cli -am package -Dmaven.test.skip=true -Dgauntlet.shade.skip=true \
    >"$build_log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    tail -n 40 "$build_log" >&2
    fail 3 "the build failed; the whole log is $build_log"
  fi
  build_succeeded
}

# build_starts: what is edited from now on counts as newer than the build.
build_starts() {
  mkdir -p "$root/target" "$root/cli/target"
  touch "$root/target/build.started"
}

build_succeeded() {
  mv "$root/target/build.started" "$stamp"
}
