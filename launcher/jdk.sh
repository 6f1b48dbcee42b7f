# shellcheck shell=bash
# Finds a JDK. Sourced by `gauntlet`.

# jdk_version <home>: the feature version (21, 25, ...), or 0 where no JDK is.
jdk_version() {
  local line version=0
  if [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
    while IFS= read -r line || [ -n "$line" ]; do
      case $line in
        JAVA_VERSION=*)
          version=${line#*=}
          version=${version//\"/}
          version=${version%%[!0-9]*}
          ;;
      esac
    done <"$1/release"
  fi
  printf '%s\n' "${version:-0}"
}

# java_on_path: the home of the `java` on the PATH, if there is one.
java_on_path() {
  local java
  java=$(command -v java) || return 0
  java=$(readlink -f "$java")
  printf '%s\n' "${java%/bin/java}"
}

# jdk_candidates: the homes that this machine offers, one a line.
# GAUNTLET_JDKS, folders separated by colons, takes the place of the usual ones.
jdk_candidates() {
  local usual dir home
  usual=/usr/lib/jvm:/usr/java:/usr/local/java:/opt:/opt/java:$HOME/.sdkman/candidates/java
  usual=$usual:$HOME/.jdks:$HOME/.local/share/mise/installs/java:$HOME/.asdf/installs/java
  usual=$usual:/Library/Java/JavaVirtualMachines:$HOME/Library/Java/JavaVirtualMachines
  usual=$usual:/opt/homebrew/opt:/usr/local/opt
  local IFS=:
  for dir in ${GAUNTLET_JDKS-$usual}; do
    for home in "$dir"/* "$dir"/*/Contents/Home "$dir"/*/libexec/openjdk.jdk/Contents/Home; do
      if [ -d "$home" ]; then
        printf '%s\n' "$home"
      fi
    done
  done
}

# find_jdk <least version>: JAVA_HOME if it will do, else the JDK on the PATH if it will do,
# else the newest long-term release, else the newest. Fails when there is none.
find_jdk() {
  local least=$1 home version rank best='' best_rank=0
  for home in "${JAVA_HOME:-}" "$(java_on_path)"; do
    if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge "$least" ]; then
      printf '%s\n' "$home"
      return
    fi
  done
  while IFS= read -r home; do
    version=$(jdk_version "$home")
    if [ "$version" -ge "$least" ]; then
      # From 17 on, every fourth release is a long-term one.
      rank=$version
      if [ $(((version - 17) % 4)) -eq 0 ]; then
        rank=$((version + 1000))
      fi
      if [ "$rank" -gt "$best_rank" ]; then
        best=$home
        best_rank=$rank
      fi
    fi
  done < <(jdk_candidates)
  [ -n "$best" ] && printf '%s\n' "$best"
}

# no_jdk <least version>: what to tell the person.
no_jdk() {
  printf 'no JDK %s or newer found; install one (e.g. Temurin 25) or set JAVA_HOME to it' "$1"
}
