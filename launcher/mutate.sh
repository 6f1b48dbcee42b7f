# shellcheck shell=bash
# Changes the code in small steps, one at a time, and runs the kit on each: what no test notices
# has to be explained in docs/results/mutation-survivors.tsv. Sourced by `gauntlet`.

: "${root:?set by gauntlet}"
readonly survivors=$root/docs/results/mutation-survivors.tsv

mutate() {
  local jdk target part classes module status=0
  case ${1:-} in
    '' | -h | --help) mutate_help && return ;;
  esac
  for target in "$@"; do
    part_and_classes "$target"
    mutated_module "$part" >/dev/null || fail 2 "mutate: unknown part '$part'; there are api, lockfree, locking and virtualthreads"
    case $target in
      *:*) need_classes "$part" "$classes" ;;
    esac
  done
  jdk=$(find_jdk 21) || fail 3 "$(no_jdk 21)"
  need_maven
  for target in "$@"; do
    part_and_classes "$target"
    module=$(mutated_module "$part")
    rm -rf "$root/$module/target/pit-reports"
    # PIT runs the tests on the JDK of Maven.
    maven "$jdk" -B -ntp -pl "$module" -am -P "mutation-$part" \
      ${classes:+"-Dgauntlet.mutated=$(patterns "$part" "$classes")"} process-test-classes >&2 ||
      fail 1 "mutate: PIT did not come to its end on $target"
    "$jdk/bin/java" -cp "$root/conformance/target/test-classes" \
      dev.gauntlet.conformance.mutation.MutationCheck "$part" "$survivors" \
      "$root/$module/target/pit-reports/mutations.xml" ${classes:+"$classes"} || status=1
  done
  return "$status"
}

# part_and_classes <PART[:CLASS,...]>: sets part and classes, the latter empty for all.
part_and_classes() {
  part=${1%%:*}
  classes=${1#"$part"}
  classes=${classes#:}
}

# mutated_module <part>: the module whose tests are run on the mutants of a part.
mutated_module() {
  case $1 in
    api) echo conformance ;;
    lockfree | locking | virtualthreads) echo "impl-$1" ;;
    *) return 1 ;;
  esac
}

# need_classes <part> <classes>: ends the command if one of them has no source.
need_classes() {
  local class folder
  [ -n "${2//,/}" ] || fail 2 "mutate: no class after '$1:'; name some, such as lockfree:Raid,Claimant, or leave the colon out"
  case $1 in
    api) folder=$root/api/src/main/java/dev/gauntlet ;;
    *) folder=$root/impl-$1/src/main/java/dev/gauntlet/$1 ;;
  esac
  for class in ${2//,/ }; do
    [ -e "$folder/${class//.//}.java" ] || fail 2 "mutate: no class '$class' in $1; in api those of a package below it are named like spi.Deadline"
  done
}

# patterns <part> <classes>: what PIT is told to mutate, the classes with those that are nested in them.
patterns() {
  local class package=dev.gauntlet patterns=
  [ "$1" = api ] || package+=.$1
  for class in ${2//,/ }; do
    patterns+=",$package.$class,$package.$class\$*"
  done
  echo "${patterns#,}"
}

mutate_help() {
  cat <<'EOF'
Usage: gauntlet mutate PART[:CLASS,...]...
Mutation testing with PIT of api (the shared operations), lockfree, locking or virtualthreads,
with the conformance kit as the tests; takes an hour or more for each, or some minutes for single
classes, such as lockfree:Raid,Claimant. Prints a line for each class. Fails when a mutant
survives that docs/results/mutation-survivors.tsv does not explain, when one that it explains
does not survive, and when nothing was mutated.
EOF
}
