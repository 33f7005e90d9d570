# For the commands beside this: source it from the root of the tree.

# newest_jdk: the home of the newest JDK here; the files' rigs need 22 or newer, to stand between SQLite and the system.
newest_jdk() {
    local home major best='' best_major=0
    for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")" \
        $(compgen -v JAVA_HOME_ | while read -r name; do echo "${!name}"; done) /usr/lib/jvm/*; do
        [[ -x $home/bin/javac ]] || continue
        major=$("$home/bin/javac" -version 2>&1 | sed -nE 's/^javac ([0-9]+).*/\1/p')
        if ((${major:-0} > best_major)); then best=$home best_major=$major; fi
    done
    echo "$best"
}

# run_rig WORD MODULE TEST SEED OPTION…: runs one test of a module; prints its lines that begin with the word, the last one last.
run_rig() {
    local word=$1 module=$2 tests=$3 seed=$4 log status=0
    shift 4
    log=$PWD/src/test/target/${word,,}-$seed.log
    mkdir -p "${log%/*}"
    mvn -q -Dfast -pl "$module" -am test -Dtest="$tests" -Dsurefire.failIfNoSpecifiedTests=false \
        -Dperdure.tests.seconds=36000 "$@" >"$log" 2>&1 || status=$?
    [ "$status" = 0 ] || grep -E 'ERROR' "$log" | cut -c1-2000 | head -40
    grep -hE "^(  |$word .*violations=)" "$log" || echo "$word seed=$seed violations=1"
    return "$status"
}
