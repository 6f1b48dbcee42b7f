# shellcheck shell=bash
# Changes the code in small steps, one at a time, and runs the kit on each: what no test notices
# has to be explained in docs/results/mutation-survivors.tsv. Sourced by `gauntlet`.

: "${root:?set by gauntlet}"
readonly survivors=$root/docs/results/mutation-survivors.tsv

mutate() {
  local jdk part module status=0
  case ${1:-} in
    '' | -h | --help) mutate_help && return ;;
  esac
  for part in "$@"; do
    mutated_module "$part" >/dev/null || fail 2 "mutate: unknown part '$part'; there are api, lockfree, locking and virtualthreads"
  done
  jdk=$(find_jdk 21) || fail 3 "$(no_jdk 21)"
  need_maven
  for part in "$@"; do
    module=$(mutated_module "$part")
    rm -rf "$root/$module/target/pit-reports"
    # PIT runs the tests on the JDK of Maven.
    maven "$jdk" -B -ntp -pl "$module" -am -P "mutation-$part" process-test-classes >&2 ||
      fail 1 "mutate: PIT did not come to its end on $part"
    "$jdk/bin/java" -cp "$root/conformance/target/test-classes" \
      dev.gauntlet.conformance.mutation.MutationCheck "$part" "$survivors" \
      "$root/$module/target/pit-reports/mutations.xml" || status=1
  done
  return "$status"
}

# mutated_module <part>: the module whose tests are run on the mutants of a part.
mutated_module() {
  case $1 in
    api) echo conformance ;;
    lockfree | locking | virtualthreads) echo "impl-$1" ;;
    *) return 1 ;;
  esac
}

mutate_help() {
  cat <<'EOF'
Usage: gauntlet mutate PART...
Mutation testing with PIT of api (the shared operations), lockfree, locking or virtualthreads,
with the conformance kit as the tests; takes an hour or more for each. Fails when a mutant
survives that docs/results/mutation-survivors.tsv does not explain, when one that it explains
does not survive, and when nothing was mutated.
EOF
}
